namespace SakilaPortal.LocalAws.Athena.Engine;

/// <summary>Why a query failed, as its state says it: a code of Trino's and a text.</summary>
internal sealed class QueryFailure(string code, string text) : Exception($"{code}: {text}");
