namespace SakilaPortal.Database.Sakila.Sample;

internal sealed record InventoryItem(Film Film, int Store);

/// <summary>Which copies of which film stand in which store.</summary>
internal static class Stock
{
    public const int Items = 4581;
    private const int Stores = 2;
    private const int FewestCopies = 2;
    private const int MostCopies = 4;

    /// <summary>The items in the order of their ids: by film, then store. Film 1 has four copies in each store; some films have none.</summary>
    public static List<InventoryItem> Make(IReadOnlyList<Film> films, int scale)
    {
        var chance = new Chance(17);
        var copies = films.SelectMany(film => Enumerable.Range(1, Stores).Select(_ => film.Id == 1 ? MostCopies : Copies(film, chance))).ToArray();
        Trim(copies, chance);
        return [.. copies.SelectMany((count, index) => Enumerable.Repeat(new InventoryItem(films[index / Stores], 1 + (index % Stores)), count * scale))];
    }

    public static IEnumerable<string> Rows(IEnumerable<InventoryItem> items) =>
        items.Select((item, index) => $"{index + 1},{item.Film.Id},{item.Store}");

    private static int Copies(Film film, Chance chance) =>
        film.Id % 25 == 14 || chance.Fraction() < 0.2 ? 0 : chance.Between(FewestCopies, MostCopies);

    // One copy more here or less there, until the sum is what it should be.
    private static void Trim(int[] copies, Chance chance)
    {
        for (var missing = Items - copies.Sum(); missing != 0;)
        {
            var at = chance.Between(Stores, copies.Length - 1);
            var step = Math.Sign(missing);
            if (copies[at] == 0 || copies[at] + step is < FewestCopies or > MostCopies)
                continue;
            copies[at] += step;
            missing -= step;
        }
    }
}
