using System.Globalization;
using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Reports;

/// <summary>What of a result can be drawn: names out of the first column that is no number, figures out of the first that is.</summary>
internal static class ResultChart
{
    public static bool IsNumber(ResultColumn column) =>
        column.Type.Split('(')[0] is "tinyint" or "smallint" or "int" or "integer" or "bigint" or "float" or "real" or "double" or "decimal";

    public static (string Measure, IReadOnlyList<Bar> Bars)? Of(IReadOnlyList<ResultColumn> columns, IReadOnlyList<ResultRow> rows)
    {
        var (name, figure) = (IndexOf(columns, number: false), IndexOf(columns, number: true));
        if (name < 0 || figure < 0 || rows.Count == 0)
            return null;
        return (columns[figure].Name, [.. rows.Select(row => new Bar(row.Cells[name] ?? "(none)", double.TryParse(row.Cells[figure], CultureInfo.InvariantCulture, out var value) ? value : 0))]);
    }

    /// <summary>A cell as people read it: numbers grouped, everything else as it is.</summary>
    public static string Show(ResultColumn column, string? text) => text is null ? "–"
        : IsNumber(column) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(text.Contains('.') ? $"N{Math.Min(6, text.Length - text.IndexOf('.') - 1)}" : "N0", CultureInfo.InvariantCulture)
            : text;

    private static int IndexOf(IReadOnlyList<ResultColumn> columns, bool number) => columns.ToList().FindIndex(column => IsNumber(column) == number);
}
