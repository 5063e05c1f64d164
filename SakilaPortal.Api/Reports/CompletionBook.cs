using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Api.Lake;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Api.Reports;

/// <summary>What may stand in a report's text.</summary>
internal sealed class CompletionBook(GlueTables catalogue)
{
    private static readonly string[] Keywords = """
        ALL AND AS ASC BETWEEN BY CASE CROSS CURRENT_DATE CURRENT_TIMESTAMP DATE DESC DISTINCT ELSE END EXCEPT EXISTS FALSE FILTER FIRST FROM FULL
        GROUP HAVING IN INNER INTERSECT INTERVAL IS JOIN LAST LEFT LIKE LIMIT NOT NULL NULLS OFFSET ON OR ORDER OUTER OVER PARTITION RANGE RIGHT
        ROLLUP ROWS SELECT THEN TIMESTAMP TRUE UNION UNNEST USING VALUES WHEN WHERE WITH
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly Lazy<IReadOnlyList<CompletionFunction>> Functions = new(Read);

    public static async Task<Ok<Completions>> GetAsync(CompletionBook book, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Completions(await book.TablesAsync(cancellationToken), Functions.Value, Keywords));

    private async Task<IReadOnlyList<CompletionTable>> TablesAsync(CancellationToken cancellationToken)
    {
        var tables = new List<CompletionTable>();
        // The analysts' own database first: its tables need no qualifier.
        foreach (var zone in GlueTables.Zones.OrderByDescending(zone => zone == NamedQueries.Database))
            foreach (var table in await catalogue.ListAsync(zone, cancellationToken))
                tables.Add(new(zone, table.Name,
                    [.. (table.StorageDescriptor?.Columns ?? []).Concat(table.PartitionKeys ?? []).Select(column => new ResultColumn(column.Name, column.Type))]));
        return tables;
    }

    private static IReadOnlyList<CompletionFunction> Read()
    {
        using var stream = typeof(CompletionBook).Assembly.GetManifestResourceStream("functions.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(call => new CompletionFunction(call[..call.IndexOf('(', StringComparison.Ordinal)], call))];
    }
}
