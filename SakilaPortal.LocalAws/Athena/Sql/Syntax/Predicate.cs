namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

internal enum ComparisonOperator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

internal enum Quantifier { All, Any }

internal sealed record And(Position At, Expression Left, Expression Right) : Expression(At);

internal sealed record Or(Position At, Expression Left, Expression Right) : Expression(At);

internal sealed record Not(Position At, Expression Operand) : Expression(At);

internal sealed record Comparison(Position At, ComparisonOperator Operator, Expression Left, Expression Right) : Expression(At);

internal sealed record QuantifiedComparison(Position At, ComparisonOperator Operator, Quantifier Quantifier, Expression Left, Query Query)
    : Expression(At);

internal sealed record IsNull(Position At, Expression Operand) : Expression(At);

internal sealed record IsDistinctFrom(Position At, Expression Left, Expression Right) : Expression(At);

internal sealed record Between(Position At, Expression Value, Expression Low, Expression High) : Expression(At);

internal sealed record InList(Position At, Expression Value, IReadOnlyList<Expression> Items) : Expression(At);

internal sealed record InQuery(Position At, Expression Value, Query Query) : Expression(At);

internal sealed record Exists(Position At, Query Query) : Expression(At);

internal sealed record ScalarQuery(Position At, Query Query) : Expression(At);

internal sealed record Like(Position At, Expression Value, Expression Pattern, Expression? Escape) : Expression(At);
