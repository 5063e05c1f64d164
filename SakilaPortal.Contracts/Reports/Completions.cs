namespace SakilaPortal.Contracts.Reports;

/// <summary>What an editor of SQL can offer.</summary>
public sealed record Completions(IReadOnlyList<CompletionTable> Tables, IReadOnlyList<CompletionFunction> Functions, IReadOnlyList<string> Keywords);

public sealed record CompletionTable(string Database, string Name, IReadOnlyList<ResultColumn> Columns);

/// <param name="Call">How it is called, such as <c>date_trunc(unit, x)</c>.</param>
public sealed record CompletionFunction(string Name, string Call);
