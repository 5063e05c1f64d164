namespace SakilaPortal.Database.Sql;

/// <param name="Line">Where it begins in its script, from 1.</param>
internal sealed record SqlStatement(string Text, int Line);
