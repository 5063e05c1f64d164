using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

internal enum FunctionKind { Scalar, Aggregate, Window }

/// <summary>A call's arguments as DuckDB's SQL, each brought to its parameter's type, and the result's type by the signature.</summary>
internal sealed record CallSite(Position At, string Name, IReadOnlyList<Typed> Arguments, SqlType Result, AggregateClauses Clauses)
{
    public string this[int index] => Arguments[index].Sql;

    public Typed Returns(string sql) => new(sql, Result);

    /// <exception cref="SqlException">The argument is no constant, and the function needs one.</exception>
    public string ConstantText(int index) => Arguments[index].ConstantText
        ?? throw SqlException.NotSupported(At, $"Argument {index + 1} of function {Name} must be a constant");
}

/// <summary>One function of Trino's, as DuckDB computes it.</summary>
internal sealed record Function(FunctionKind Kind, Signature Signature, Func<CallSite, Typed> Write)
{
    public static Function Scalar(string signature, string template) => new(FunctionKind.Scalar, Signature.Parse(signature), From(template));

    public static Function Scalar(string signature, Func<CallSite, Typed> write) => new(FunctionKind.Scalar, Signature.Parse(signature), write);

    public static Function Aggregate(string signature, string template) => new(FunctionKind.Aggregate, Signature.Parse(signature), From(template));

    public static Function Aggregate(string signature, Func<CallSite, Typed> write) => new(FunctionKind.Aggregate, Signature.Parse(signature), write);

    public static Function Window(string signature, string template) => new(FunctionKind.Window, Signature.Parse(signature), From(template));

    private static Func<CallSite, Typed> From(string template)
    {
        var parsed = new Template(template);
        return call => call.Returns(parsed.Fill(call));
    }
}
