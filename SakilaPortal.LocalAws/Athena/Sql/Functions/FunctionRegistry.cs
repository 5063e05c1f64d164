using System.Collections.Frozen;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>Every function that a query may call. What is not here does not exist: DuckDB's own functions cannot be reached by name.</summary>
internal static class FunctionRegistry
{
    private static readonly Lazy<FrozenDictionary<string, Function[]>> Functions = new(() =>
        new[]
        {
            MathFunctions.All, StringFunctions.All, RegexFunctions.All, DateFunctions.All, DateFormatFunctions.All, ArrayFunctions.All, MapFunctions.All,
            JsonFunctions.All, BinaryFunctions.All, AggregateFunctions.All, WindowFunctions.All,
        }
        .SelectMany(family => family)
        .GroupBy(function => function.Signature.Name)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray()));

    public static IReadOnlyCollection<string> Names => Functions.Value.Keys;

    public static IReadOnlyList<Function> Find(string name) => Functions.Value.TryGetValue(name, out var found) ? found : [];

    public static bool IsAggregate(string name) => Find(name) is [{ Kind: FunctionKind.Aggregate }, ..];
}
