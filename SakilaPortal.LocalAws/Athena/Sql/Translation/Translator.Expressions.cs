using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

internal sealed partial class Translator
{
    private Typed Write(Expression expression, ExpressionContext context) => AsGroupKey(expression, context) ?? expression switch
    {
        Identifier identifier => Column(identifier, context),
        Dereference dereference => Column(dereference, context),
        Parameter parameter => Write(ValueOf(parameter), context),
        Negation negation => Negated(negation, context),
        Arithmetic arithmetic => Arithmetic(arithmetic, context),
        Concatenation concatenation => Concatenated(concatenation, context),
        AtTimeZone zoned => InZone(zoned, context),
        ArrayConstructor array => ArrayOf(array, context),
        RowConstructor row => Row(row, context),
        Subscript subscript => Element(subscript, context),
        Cast cast => Casted(cast, context),
        Extract extract => Call(new(extract.At, ExtractedBy(extract), [extract.Source]), context),
        Case @case => CaseOf(@case, context),
        FunctionCall call => Call(call, context),
        Grouping grouping => GroupingOf(grouping, context),
        Lambda lambda => throw SqlException.Syntax(lambda.At, "Lambda expression should always be used inside a function"),
        And or Or or Not or Comparison or QuantifiedComparison or IsNull or IsDistinctFrom or Between or InList or InQuery or Exists or Like =>
            new(Predicate(expression, context), SqlType.Boolean),
        ScalarQuery query => Scalar(query, context),
        _ => Literal(expression),
    };

    private Expression ValueOf(Parameter parameter) => parameter.Index < session.Parameters.Count
        ? session.Parameters[parameter.Index]
        : throw new SqlException("INVALID_PARAMETER_USAGE", parameter.At, $"Incorrect number of parameters: expected at least {parameter.Index + 1} but found {session.Parameters.Count}");

    /// <summary>Brings a value to a type that it becomes without being asked to.</summary>
    private static string Coerce(Typed value, SqlType type) => Casts.Implicit(value, type);

    private Typed[] Together(IEnumerable<Expression> expressions, Position at, string what, ExpressionContext context, out SqlType type)
    {
        Typed[] values = [.. expressions.Select(expression => Write(expression, context))];
        var common = values.Aggregate((SqlType?)SqlType.Unknown, (sum, value) => sum is null ? null : Coercion.Common(sum, value.Type));
        type = common ?? throw SqlException.TypeMismatch(at, $"{what} must be the same type or coercible to a common type. Cannot find common type between "
            + string.Join(" and ", values.Select(value => value.Type.Name).Distinct()));
        var target = common;
        return [.. values.Select(value => new Typed(Coerce(value, target), target))];
    }

    private Typed ArrayOf(ArrayConstructor array, ExpressionContext context)
    {
        if (array.Elements.Count == 0) return new("CAST([] AS INTEGER[])", new ArrayType(SqlType.Unknown));
        var elements = Together(array.Elements, array.At, "All ARRAY elements", context, out var type);
        var result = new ArrayType(type);
        return new(Duck.Cast($"[{string.Join(", ", elements.Select(element => element.Sql))}]", result), result);
    }

    private Typed Row(RowConstructor row, ExpressionContext context)
    {
        var fields = row.Fields.Select(field => Write(field, context)).ToList();
        var type = new RowType([.. fields.Select(field => new RowField(null, field.Type))]);
        return new(Casts.Struct(fields.Select(field => field.Sql)), type);
    }

    private Typed Element(Subscript subscript, ExpressionContext context)
    {
        var collection = Write(subscript.Base, context);
        var index = Write(subscript.Index, context);
        switch (collection.Type)
        {
            case ArrayType array when Coercion.Possible(index.Type, SqlType.BigInt):
                return new($"array_subscript({collection.Sql}, {Coerce(index, SqlType.BigInt)})", array.Element);
            case MapType map when Coercion.Possible(index.Type, map.Key):
                var (key, text) = (Coerce(index, map.Key), Casts.Explicit(new(Coerce(index, map.Key), map.Key), SqlType.Varchar, subscript.At));
                var missing = Duck.FailWith($"'INVALID_FUNCTION_ARGUMENT: Key not present in map: ' || {text}", map.Value);
                return new($"(CASE WHEN NOT map_contains({collection.Sql}, {key}) THEN {missing} ELSE ({collection.Sql})[{key}] END)", map.Value);
            case RowType row when subscript.Index is IntegerLiteral place && int.TryParse(place.Digits, out var number) && number >= 1 && number <= row.Fields.Count:
                return new($"({collection.Sql}).{RowType.DuckField(number - 1)}", row.Fields[number - 1].Type);
            default:
                throw SqlException.TypeMismatch(subscript.At, $"Cannot use {index.Type} for subscript of {collection.Type}");
        }
    }

    private Typed CaseOf(Case @case, ExpressionContext context)
    {
        var results = Together(@case.Whens.Select(when => when.Result).Append(@case.Else ?? new NullLiteral(@case.At)), @case.At, "All CASE results", context, out var type);
        var whens = @case.Whens.Select((when, i) =>
        {
            var condition = @case.Operand is null ? when.Condition : new Comparison(when.At, ComparisonOperator.Equal, @case.Operand, when.Condition);
            return $"WHEN {Condition(condition, context)} THEN {results[i].Sql}";
        });
        return new($"(CASE {string.Join(" ", whens)} ELSE {results[^1].Sql} END)", type);
    }

    private Typed Casted(Cast cast, ExpressionContext context)
    {
        var type = TypeNames.Resolve(cast.Type);
        var sql = Casts.Explicit(Write(cast.Operand, context), type, cast.At);
        return new(cast.Try ? $"TRY({sql})" : sql, type);
    }

    private Typed Scalar(ScalarQuery scalar, ExpressionContext context)
    {
        var (sql, columns) = Query(scalar.Query, context.Scope);
        reads.UnionWith(columns.SelectMany(column => column.Reads));
        if (columns.Count == 1) return new($"({sql})", columns[0].Type);
        var alias = NextRelation();
        var type = new RowType([.. columns.Select(column => new RowField(column.Name, column.Type))]);
        return new($"(SELECT {Casts.Struct(columns.Select((_, i) => $"{alias}.c{i}"))} FROM ({sql}) AS {alias})", type);
    }

    private static string ExtractedBy(Extract extract) => extract.Field.ToLowerInvariant() switch
    {
        "year" or "quarter" or "month" or "week" or "day" or "hour" or "minute" or "second" or "timezone_hour" or "timezone_minute" => extract.Field.ToLowerInvariant(),
        "day_of_month" => "day_of_month",
        "day_of_week" or "dow" => "day_of_week",
        "day_of_year" or "doy" => "day_of_year",
        "year_of_week" or "yow" => "year_of_week",
        _ => throw SqlException.Syntax(extract.At, $"Invalid EXTRACT field: {extract.Field}"),
    };
}
