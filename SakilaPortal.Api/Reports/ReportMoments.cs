using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>The moments that a report can be run as of: whenever one of its tables got a version that is still kept.</summary>
internal static class ReportMoments
{
    private const int Most = 200;
    private const int Newest = 50;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private sealed record VersionRow(string DatabaseName, string TableName, long Version, DateTime PublishedAt)
    {
        public string Table => $"{DatabaseName}.{TableName}";
    }

    public static async Task<Results<Ok<Page<ReportMoment>>, ProblemHttpResult>> ListAsync(
        string id, [AsParameters] ListQuery list, NamedQueries queries, TablesRead tables, MySqlDataSource database, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(id, cancellationToken) is not { } query)
            return ReportLibrary.Missing(id);
        var read = (await tables.OfAsync(query.QueryString, query.Database, cancellationToken)).ToList();
        var moments = read.Count > 0 && read.TrueForAll(TableStates.IsVersioned)
            ? Moments(await VersionsAsync(read, database, cancellationToken), read.Count)
            : [];
        return list.Answer(moments, ("at", moment => moment.At));
    }

    private static Task<IReadOnlyList<VersionRow>> VersionsAsync(List<ReadTable> read, MySqlDataSource database, CancellationToken cancellationToken)
    {
        // Those of the last hour and one of each day are kept: few enough to read them all.
        const string sql = """
            SELECT database_name, table_name, version, published_at FROM portal.table_version
            WHERE CONCAT(database_name, '.', table_name) IN @names ORDER BY published_at, version
            """;
        return database.ListAsync<VersionRow>(sql, new { names = read.Select(table => table.FullName).ToList() }, cancellationToken);
    }

    // Before the first version of the youngest table there is no whole to show. Of tables that change every few seconds the newest moments are all
    // named and the others spread, so that yesterday is among them.
    private static List<ReportMoment> Moments(IReadOnlyList<VersionRow> versions, int tableCount)
    {
        var current = new Dictionary<string, VersionRow>();
        var moments = new List<ReportMoment>();
        foreach (var version in versions)
        {
            current[version.Table] = version;
            if (current.Count == tableCount)
                moments.Add(new(version.PublishedAt, [.. current.Values.Select(row => new RunTable(row.Table, row.Version, row.PublishedAt))]));
        }
        moments.Reverse();
        return [.. moments.Take(Newest), .. moments.Skip(Newest).DistinctBy(moment => moment.At.Ticks / Apart.Ticks).Take(Most - Newest)];
    }
}
