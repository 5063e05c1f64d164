using static SakilaPortal.Database.Sakila.Sample.BulkInsert;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>Countries, cities, addresses, and the two stores with their staff.</summary>
internal static class Places
{
    public const int Addresses = 603;

    // One transparent pixel as PNG: enough for a picture to travel the whole way.
    private const string Picture =
        "X'89504E470D0A1A0A0000000D49484452000000010000000108060000001F15C4890000000D4944415478DA6364F8CF500F00038301804B5AA14B0000000049454E44AE426082'";

    private static readonly string[] Districts =
        ["Central", "Eastern", "Highlands", "Lakeside", "Midlands", "Northern", "Old Town", "Riverside", "Southern", "Uplands", "Western", "Harbour"];

    private static readonly string[] StreetKinds = ["Avenue", "Boulevard", "Drive", "Lane", "Parkway", "Place", "Street", "Way"];

    public static IEnumerable<string> CountryRows() => Words.Places.Select((line, index) => $"{index + 1},{Quoted(CountryOf(line))}");

    public static IEnumerable<string> CityRows() => Cities().Select((city, index) => $"{index + 1},{Quoted(city.Name)},{city.CountryId}");

    /// <summary>Addresses 1 and 2 are the stores', 3 and 4 the staff's, the others the customers'.</summary>
    public static IEnumerable<string> AddressRows()
    {
        var chance = new Chance(3);
        var cities = Cities().ToList();
        for (var id = 1; id <= Addresses; id++)
        {
            var city = id <= 4 ? 1 + cities.FindIndex(place => place.Name == (id % 2 == 1 ? "Halifax" : "Ballarat")) : 1 + (id * 7 % cities.Count);
            var street = $"{chance.Between(1, 1999)} {Words.Capitalised(chance.Of(Words.LastNames))} {chance.Of(StreetKinds)}";
            var postalCode = $"{chance.Between(10000, 99999)}";
            var phone = $"{chance.Between(100000, 999999)}{chance.Between(100000, 999999)}";
            yield return $"{id},{Quoted(street)},{(id <= 4 ? "NULL" : "''")},'{chance.Of(Districts)}',{city},'{postalCode}','{phone}'";
        }
    }

    public static IEnumerable<string> StoreRows() => ["1,1,1", "2,2,2"];

    public static IEnumerable<string> StaffRows() =>
    [
        $"1,'Marta','Hargrove',3,{Picture},'Marta.Hargrove@sakilastaff.com',1,1,'Marta'",
        "2,'Edgar','Quigley',4,NULL,'Edgar.Quigley@sakilastaff.com',2,1,'Edgar'",
    ];

    private static IEnumerable<(string Name, int CountryId)> Cities() =>
        Words.Places.SelectMany((line, index) => line[(line.IndexOf(':') + 1)..].Split(',').Select(city => (city.Trim(), index + 1)));

    private static string CountryOf(string line) => line[..line.IndexOf(':')];
}
