namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Files as a relation of DuckDB's.</summary>
/// <param name="Columns">The expression of each column of the table that is read.</param>
internal sealed record FileSource(string From, IReadOnlyDictionary<string, string> Columns, long Bytes);
