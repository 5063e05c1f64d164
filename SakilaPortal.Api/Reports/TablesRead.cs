using Amazon.Glue.Model;
using SakilaPortal.Api.Lake;

namespace SakilaPortal.Api.Reports;

/// <summary>A table of the catalogue that a text names.</summary>
internal sealed record ReadTable(string Database, string Name, Table Table)
{
    public string FullName => $"{Database}.{Name}";
}

/// <summary>Which of the lake's tables a query reads: at most those whose names stand where a table's can.</summary>
internal sealed class TablesRead(GlueTables catalogue)
{
    public async Task<IReadOnlyList<ReadTable>> OfAsync(string sql, string defaultDatabase, CancellationToken cancellationToken)
    {
        var named = Named(sql, defaultDatabase).ToHashSet();
        var read = new List<ReadTable>();
        foreach (var zone in GlueTables.Zones.Where(zone => named.Any(name => name.Database == zone)))
            read.AddRange((await catalogue.ListAsync(zone, cancellationToken))
                .Where(table => named.Contains((zone, table.Name))).Select(table => new ReadTable(zone, table.Name, table)));
        return read;
    }

    /// <summary>The places where a text names one of the lake's databases before a dot.</summary>
    public static IEnumerable<(SqlToken Token, string Database)> Qualifiers(string sql)
    {
        var tokens = Meaningful(sql);
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i + 1].In(sql) == "." && Plain(tokens[i], sql) is { } name && GlueTables.Zones.Contains(name))
                yield return (tokens[i], name);
    }

    /// <summary>What a text writes before the name of one table to say where it is: <c>curatedzonedb.</c>, a catalogue's name before that included.</summary>
    public static IEnumerable<(int Start, int End)> QualifiersOf(string sql, string database, string table)
    {
        var tokens = Meaningful(sql);
        for (var i = 2; i < tokens.Count; i++)
            if (Plain(tokens[i], sql) == table && tokens[i - 1].In(sql) == "." && Plain(tokens[i - 2], sql) == database)
                yield return (tokens[i > 3 && tokens[i - 3].In(sql) == "." ? i - 4 : i - 2].Start, tokens[i].Start);
    }

    /// <summary>Whatever stands where a table's name can.</summary>
    public static IEnumerable<(string Database, string Name)> Named(string sql, string defaultDatabase)
    {
        var tokens = Meaningful(sql);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Plain(tokens[i], sql) is not { } name)
                continue;
            var isQualified = i > 1 && tokens[i - 1].In(sql) == ".";
            if (!isQualified)
                yield return (defaultDatabase, name);
            else if (Plain(tokens[i - 2], sql) is { } database)
                yield return (database, name);
        }
    }

    private static List<SqlToken> Meaningful(string sql) => [.. SqlTokens.Meaningful(sql)];

    private static string? Plain(SqlToken token, string sql) => token.NameIn(sql);
}
