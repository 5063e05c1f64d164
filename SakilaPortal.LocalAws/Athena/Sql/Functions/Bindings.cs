using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>The types that a call gives to a signature's variables.</summary>
internal sealed class Bindings
{
    private readonly Dictionary<string, SqlType> variables = [];

    /// <summary>The arguments' types after coercion.</summary>
    public List<SqlType> Arguments { get; } = [];

    public SqlType? this[string variable] => variables.GetValueOrDefault(variable);

    public bool Bind(string variable, SqlType type)
    {
        var common = variables.TryGetValue(variable, out var bound) ? Coercion.Common(bound, type) : type;
        if (common is null) return false;
        variables[variable] = common;
        return true;
    }
}
