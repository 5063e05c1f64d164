using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>Chooses among the functions of a name the one that takes a call's arguments with the least coercion.</summary>
/// <param name="writeLambda">Writes a lambda whose parameters have these types.</param>
internal sealed class Overloads(FunctionCall call, IReadOnlyList<Function> candidates, Func<Lambda, IReadOnlyList<SqlType>, Typed> writeLambda)
{
    /// <param name="arguments">The arguments as written; null for a lambda.</param>
    /// <exception cref="SqlException">None takes them.</exception>
    public Typed Write(IReadOnlyList<Typed?> arguments, AggregateClauses clauses)
    {
        var best = candidates.Where(candidate => candidate.Signature.Takes(arguments.Count))
            .Select(candidate => Match(candidate, arguments)).OfType<Candidate>().MinBy(match => match.Cost) ?? throw NoMatch(arguments);
        var (signature, bindings, coerced) = (best.Function.Signature, best.Bindings, new List<Typed>());
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = arguments[i] is { } plain ? Coerced(plain, signature.Parameter(i).Resolve(plain.Type, bindings)) : WriteLambda(i, signature, bindings);
            bindings.Arguments.Add(value.Type);
            coerced.Add(value);
        }

        return best.Function.Write(new(call.At, call.Name, coerced, signature.Result.Resolve(SqlType.Unknown, bindings), clauses));
    }

    private static Typed Coerced(Typed value, SqlType type) => new(Casts.Implicit(value, type), type) { ConstantText = value.ConstantText };

    private Typed WriteLambda(int index, Signature signature, Bindings bindings)
    {
        var lambda = (Lambda)call.Arguments[index];
        if (signature.Parameter(index) is not LambdaPattern pattern)
            throw SqlException.Syntax(lambda.At, "Lambda expression should always be used inside a function that takes one");
        var written = writeLambda(lambda, [.. pattern.Parameters.Select(parameter => parameter.Resolve(SqlType.Unknown, bindings))]);
        if (pattern.Unify(written.Type, bindings)) return written;
        throw SqlException.TypeMismatch(lambda.At, $"Unexpected result of lambda: {((FunctionType)written.Type).Result}; expected {pattern.Result}");
    }

    private sealed record Candidate(Function Function, Bindings Bindings, int Cost);

    private static Candidate? Match(Function function, IReadOnlyList<Typed?> arguments)
    {
        var (signature, bindings) = (function.Signature, new Bindings());
        for (var i = 0; i < arguments.Count; i++)
        {
            if (signature.Parameter(i) is LambdaPattern != (arguments[i] is null)) return null;
            if (arguments[i] is { } argument && !signature.Parameter(i).Unify(argument.Type, bindings)) return null;
        }

        var cost = arguments.Select((argument, i) => argument is null ? 0 : Cost(argument.Type, signature.Parameter(i).Resolve(argument.Type, bindings))).Sum();
        return new(function, bindings, cost);
    }

    private static int Cost(SqlType from, SqlType to)
    {
        if (from == to) return 0;
        if (Coercion.IsNumeric(from) && Coercion.IsNumeric(to)) return Rank(to) - Rank(from) + 1;
        return 1;
    }

    private static int Rank(SqlType type) => type switch
    {
        DecimalType => 4,
        ScalarType { Scalar: "real" } => 5,
        ScalarType { Scalar: "double" } => 6,
        ScalarType { Scalar: "bigint" } => 3,
        ScalarType { Scalar: "integer" } => 2,
        _ => 1,
    };

    private SqlException NoMatch(IReadOnlyList<Typed?> arguments)
    {
        var given = string.Join(", ", arguments.Select(argument => argument?.Type.Name ?? "<lambda>"));
        var expected = string.Join(", ", candidates.Select(candidate => candidate.Signature.ToString()));
        return new("FUNCTION_NOT_FOUND", call.At, $"Unexpected parameters ({given}) for function {call.Name}. Expected: {expected}");
    }
}
