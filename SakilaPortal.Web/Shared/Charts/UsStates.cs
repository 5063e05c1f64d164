namespace SakilaPortal.Web.Shared.Charts;

/// <summary>The states of the USA as equal tiles, each about where it lies.</summary>
internal static class UsStates
{
    public sealed record Tile(string Name, string Code, int Column, int Row);

    // A letter pair a tile, as seen on the map.
    private const string Map = """
        AK .. .. .. .. .. .. .. .. .. ME
        .. .. .. .. .. .. .. .. .. VT NH
        WA ID MT ND MN IL WI MI NY RI MA
        OR NV WY SD IA IN OH PA NJ CT ..
        CA UT CO NE MO KY WV VA MD DE ..
        .. AZ NM KS AR TN NC SC DC .. ..
        .. .. .. OK LA MS AL GA .. .. ..
        HI .. .. TX .. .. .. .. FL .. ..
        """;

    private const string Names = """
        AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,
        IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,
        MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,
        PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming
        """;

    public static IReadOnlyList<Tile> All { get; } = Read();

    private static readonly Dictionary<string, Tile> ByName = All.SelectMany(tile => new[] { (tile.Name, tile), (tile.Code, tile) })
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The state of a name or a code of two letters.</summary>
    public static Tile? Find(string? text) => text is null ? null : ByName.GetValueOrDefault(text.Trim());

    private static Tile[] Read()
    {
        var names = Names.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToDictionary(name => name[..2], name => name[3..]);
        return [.. Map.Split('\n').SelectMany((line, row) => line.TrimEnd().Split(' ').Select((code, column) => (code, column, row)))
            .Where(tile => tile.code is not ".." and not "").Select(tile => new Tile(names[tile.code], tile.code, tile.column, tile.row))];
    }
}
