using Microsoft.AspNetCore.WebUtilities;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports;

/// <summary>The values of parameters in a page's address: <c>?p.kind=rent</c>.</summary>
internal static class ParameterAddress
{
    private const string Prefix = "p.";

    /// <summary>What the address gives, and the defaults for the rest.</summary>
    /// <returns>Whether the address gives any.</returns>
    public static bool Read(string uri, IEnumerable<ReportParameter> parameters, Dictionary<string, string?> values)
    {
        var given = QueryHelpers.ParseQuery(new Uri(uri).Query);
        foreach (var parameter in parameters)
            values[parameter.Name] = given.TryGetValue(Prefix + parameter.Name, out var value) ? $"{value}" : parameter.Default;
        return given.Keys.Any(name => name.StartsWith(Prefix, StringComparison.Ordinal));
    }

    public static Dictionary<string, object?> Write(IReadOnlyDictionary<string, string?> values, params (string Name, string? Value)[] others) =>
        values.Select(value => (Name: Prefix + value.Key, value.Value)).Concat(others)
            .ToDictionary(entry => entry.Name, entry => (object?)(string.IsNullOrEmpty(entry.Value) ? null : entry.Value));
}
