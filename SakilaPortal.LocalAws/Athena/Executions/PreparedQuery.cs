using System.Security.Cryptography;
using System.Text;
using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Tables;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>A query as DuckDB's SQL over exact files, with what reading them takes.</summary>
/// <param name="With">The relations of its scans, to stand before whatever selects from <see cref="Sql"/>.</param>
internal sealed record PreparedQuery(string With, string Sql, IReadOnlyList<OutputColumn> Columns, long Bytes)
{
    public static PreparedQuery Make(Query query, Session session, TableReader tables, DuckSession duck, bool inOneOrder)
    {
        var translated = Translator.Translate(query, session, inOneOrder);
        var scans = translated.Scans.Select(scan => (scan.Name, Read: tables.Read(scan, duck))).ToList();
        var with = scans.Count == 0 ? "" : $"WITH {string.Join(",\n", scans.Select(scan => $"{scan.Name} AS NOT MATERIALIZED ({scan.Read.Sql})"))}\n";
        return new(with, translated.Sql, translated.Columns, scans.Sum(scan => scan.Read.Bytes));
    }

    /// <summary>The query with its columns as expressions over <c>result</c>.</summary>
    public string Selecting(Func<OutputColumn, int, string> column) =>
        $"{With}SELECT {string.Join(", ", Columns.Select(column))} FROM ({Sql}) AS result";

    /// <summary>Files never change, so that the same text is the same answer; null where chance has a part in it.</summary>
    public string? Fingerprint(IEnumerable<string> names) => Sql.Contains("random()", StringComparison.Ordinal) || Sql.Contains("uuid()", StringComparison.Ordinal)
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [With, Sql, .. names]))));
}
