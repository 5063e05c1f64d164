using SakilaPortal.LocalAws.Athena.Sql.Functions;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private Typed Call(FunctionCall call, ExpressionContext context)
    {
        if (SpecialCall(call, context) is { } special) return special;
        var overloads = FunctionRegistry.Find(call.Name);
        if (overloads.Count == 0) throw new SqlException("FUNCTION_NOT_FOUND", call.At, $"Function '{call.Name}' not registered");
        var kind = overloads[0].Kind;
        var clauses = Clauses(call, kind, context);
        if (kind == FunctionKind.Scalar) return Resolved(call, overloads, context, clauses);
        var inside = call.Over is null
            ? context with { InAggregate = call.Name, Clause = $"argument of {call.Name}", AllowWindows = false }
            : context with { AllowWindows = false };
        return Resolved(call, overloads, inside, clauses);
    }

    private Typed Resolved(FunctionCall call, IReadOnlyList<Function> overloads, ExpressionContext context, AggregateClauses clauses)
    {
        if (call.Star)
            return call.Name == "count" ? new(clauses.Apply("count", "*"), SqlType.BigInt) : throw SqlException.Syntax(call.At, $"Only count takes *, not {call.Name}");
        var resolution = new Overloads(call, overloads, (lambda, types) => Lambda(lambda, types, context));
        return resolution.Write([.. call.Arguments.Select(argument => argument is Syntax.Lambda ? null : Write(argument, context))], clauses);
    }

    private AggregateClauses Clauses(FunctionCall call, FunctionKind kind, ExpressionContext context)
    {
        if (kind == FunctionKind.Scalar && (call.Distinct || call.Filter is not null || call.OrderBy.Count > 0 || call.Over is not null))
            throw new SqlException("FUNCTION_NOT_AGGREGATE", call.At, $"Function '{call.Name}' is not an aggregation function");
        if (kind == FunctionKind.Window && call.Over is null)
            throw new SqlException("MISSING_OVER", call.At, $"Window function {call.Name} requires an OVER clause");
        if (kind == FunctionKind.Aggregate && call.Over is null) CheckAggregate(call, context);
        if (call.Over is not null && !context.AllowWindows)
            throw SqlException.Syntax(call.At, $"{context.Clause} cannot contain aggregations, window functions or grouping operations: [{call.Name}]");
        if (call.Over is not null && call.Distinct) throw SqlException.NotSupported(call.At, "DISTINCT in window function parameters not yet supported");

        var inside = call.Over is null ? context with { InAggregate = call.Name } : context with { AllowWindows = false };
        return new(
            call.Distinct,
            OrderKeys(call.OrderBy, inside),
            call.IgnoreNulls,
            call.Filter is null ? "" : $" FILTER (WHERE {Condition(call.Filter, inside with { Clause = "Filter expression" })})",
            call.Over is null ? "" : $" OVER ({Window(call.Over, inside)})");
    }

    private static void CheckAggregate(FunctionCall call, ExpressionContext context)
    {
        if (context.InAggregate is { } outside)
            throw new SqlException("NESTED_AGGREGATION", call.At, $"Cannot nest aggregations inside aggregation '{outside}': [{call.Name}]");
        if (!context.AllowAggregates)
            throw new SqlException("EXPRESSION_NOT_SCALAR", call.At, $"{context.Clause} cannot contain aggregations, window functions or grouping operations: [{call.Name}]");
    }

    /// <summary>What takes its arguments in a way of its own.</summary>
    private Typed? SpecialCall(FunctionCall call, ExpressionContext context)
    {
        switch (call.Name)
        {
            case "coalesce" when call.Arguments.Count > 1:
                var values = Together(call.Arguments, call.At, "All COALESCE operands", context, out var type);
                return new($"COALESCE({string.Join(", ", values.Select(value => value.Sql))})", type);
            case "if" when call.Arguments.Count is 2 or 3:
                return CaseOf(new(call.At, null, [new(call.At, call.Arguments[0], call.Arguments[1])], call.Arguments.ElementAtOrDefault(2)), context);
            case "nullif" when call.Arguments.Count == 2:
                var first = Write(call.Arguments[0], context);
                return new($"(CASE WHEN {Compared(ComparisonOperator.Equal, first, Write(call.Arguments[1], context), call.At)} THEN NULL ELSE {first.Sql} END)", first.Type);
            case "try" when call.Arguments.Count == 1:
                var risky = Write(call.Arguments[0], context);
                return new($"TRY({risky.Sql})", risky.Type);
            case "typeof" when call.Arguments.Count == 1:
                return new(Duck.Text(Write(call.Arguments[0], context).Type.Name), SqlType.Varchar);
            case "now" when call.Arguments.Count == 0:
                return Now(new(call.At, CurrentKind.Timestamp, null));
            case "current_timezone" when call.Arguments.Count == 0:
                return new("'UTC'", SqlType.Varchar);
            default: return null;
        }
    }

    private Typed Lambda(Syntax.Lambda lambda, IReadOnlyList<SqlType> types, ExpressionContext context)
    {
        if (lambda.Parameters.Count != types.Count)
            throw SqlException.TypeMismatch(lambda.At, $"Expected a lambda that takes {types.Count} argument(s) but got {lambda.Parameters.Count}");
        var depth = context.Lambda.Count;
        var parameters = lambda.Parameters.Select((name, i) => new Field(name.Name, types[i], $"p{depth + i}")).ToList();
        var body = Write(lambda.Body, context with { Lambda = [.. parameters, .. context.Lambda] });
        return new($"lambda {string.Join(", ", parameters.Select(parameter => parameter.Sql))}: {body.Sql}", new FunctionType(types, body.Type));
    }

    private Typed GroupingOf(Grouping grouping, ExpressionContext context)
    {
        var columns = grouping.Columns.Select(column => Write(column, context).Sql);
        return new($"CAST(GROUPING({string.Join(", ", columns)}) AS BIGINT)", SqlType.BigInt);
    }
}
