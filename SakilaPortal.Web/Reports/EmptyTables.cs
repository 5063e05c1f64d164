using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports;

/// <summary>What to do about tables that a result was computed from and that held no rows.</summary>
internal static class EmptyTables
{
    private const string Clean = "cleanzonedb.";

    // What vendors give, and in which form.
    private static readonly Dictionary<string, string> VendorFiles = new()
    {
        ["movies"] = "csv", ["users"] = "csv", ["streams"] = "csv", ["authors"] = "json", ["books"] = "json", ["reviews"] = "json",
    };

    /// <returns>Null where every table held some.</returns>
    public static string? Advice(Run run)
    {
        var empty = (run.Tables ?? []).Where(table => table.Rows == 0).Select(table => table.Table).ToList();
        if (empty.Count == 0)
            return null;
        var files = empty.Where(IsVendors).Select(Source).Select(source => $"vendor/{source}/current.{VendorFiles[source]}").ToList();
        return $"{Joined(empty)} {(empty.Count == 1 ? "holds" : "hold")} no rows {(run.AsOf is null ? "yet" : "at that time")}."
            + (files.Count > 0 ? $" Put {(files.Count == 1 ? "the vendor's file" : "the vendors' files")} into the landing zone as {Joined(files)}, or start the portal with --vendor DIR, a folder of such files." : "")
            + (empty.Contains("curatedzonedb.streaming_films") ? " Send partner events, or start a simulation." : "");
    }

    private static bool IsVendors(string table) => table.StartsWith(Clean, StringComparison.Ordinal) && VendorFiles.ContainsKey(Source(table));

    private static string Source(string table) => table[Clean.Length..];

    private static string Joined(List<string> names) => names is [.. var most, var last] && most.Count > 0 ? $"{string.Join(", ", most)} and {last}" : names[0];
}
