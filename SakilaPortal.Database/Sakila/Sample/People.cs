using static SakilaPortal.Database.Sakila.Sample.BulkInsert;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>Actors and customers.</summary>
internal static class People
{
    public const int Actors = 200;
    public const int Customers = 599;
    private const int FirstCustomerAddress = 5;
    private static readonly DateTime Joined = new(2006, 2, 14, 22, 4, 36);

    public static IEnumerable<string> ActorRows() =>
        Enumerable.Range(0, Actors).Select(index => (Id: index + 1, Name: Name(index, 5, 11)))
            .Select(actor => $"{actor.Id},{Quoted(actor.Name.First)},{Quoted(actor.Name.Last)}");

    public static IEnumerable<string> CustomerRows(int scale)
    {
        var chance = new Chance(7);
        for (var index = 0; index < Customers * scale; index++)
        {
            var (first, last) = Name(index, 1, 3);
            var store = chance.Fraction() < 0.55 ? 1 : 2;
            var address = FirstCustomerAddress + (index % Customers);
            var active = index % 40 == 15 ? 0 : 1;
            yield return $"{index + 1},{store},'{first}','{last}','{first}.{last}@sakilacustomer.org',{address},{active},{Quoted(Joined)}";
        }
    }

    // Steps without a common divisor with the lists' lengths, so that a pair returns only after all were used.
    private static (string First, string Last) Name(int index, int firstStep, int lastStep)
    {
        var round = index / Words.FirstNames.Length;
        return (Words.FirstNames[index * firstStep % Words.FirstNames.Length],
            Words.LastNames[(int)(((long)index * lastStep) + (round * 17L)) % Words.LastNames.Length]);
    }
}
