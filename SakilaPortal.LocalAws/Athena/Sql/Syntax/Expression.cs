namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

internal abstract record Expression(Position At);

internal sealed record NullLiteral(Position At) : Expression(At);

internal sealed record BooleanLiteral(Position At, bool Value) : Expression(At);

internal sealed record IntegerLiteral(Position At, string Digits) : Expression(At);

internal sealed record DecimalLiteral(Position At, string Text) : Expression(At);

internal sealed record DoubleLiteral(Position At, string Text) : Expression(At);

internal sealed record StringLiteral(Position At, string Value) : Expression(At);

internal sealed record BinaryLiteral(Position At, string Hex) : Expression(At);

/// <summary>A type's name before its text: <c>DATE '2005-05-24'</c>.</summary>
internal sealed record TypedLiteral(Position At, string Type, string Text) : Expression(At);

internal sealed record IntervalLiteral(Position At, bool Negative, string Text, string From, string? To) : Expression(At);

/// <summary>A positional parameter; the first is 0.</summary>
internal sealed record Parameter(Position At, int Index) : Expression(At);

internal sealed record Identifier(Position At, string Name) : Expression(At);

internal sealed record Dereference(Position At, Expression Base, Identifier Field) : Expression(At);

internal sealed record Subscript(Position At, Expression Base, Expression Index) : Expression(At);

internal sealed record Negation(Position At, Expression Operand) : Expression(At);

internal enum ArithmeticOperator { Add, Subtract, Multiply, Divide, Modulus }

internal sealed record Arithmetic(Position At, ArithmeticOperator Operator, Expression Left, Expression Right) : Expression(At);

internal sealed record Concatenation(Position At, Expression Left, Expression Right) : Expression(At);

internal sealed record AtTimeZone(Position At, Expression Value, Expression Zone) : Expression(At);

internal sealed record ArrayConstructor(Position At, IReadOnlyList<Expression> Elements) : Expression(At);

internal sealed record RowConstructor(Position At, IReadOnlyList<Expression> Fields) : Expression(At);

internal sealed record Lambda(Position At, IReadOnlyList<Identifier> Parameters, Expression Body) : Expression(At);

internal sealed record Cast(Position At, Expression Operand, TypeName Type, bool Try) : Expression(At);

internal sealed record Extract(Position At, string Field, Expression Source) : Expression(At);

internal sealed record WhenClause(Position At, Expression Condition, Expression Result);

/// <summary>Simple when it has an operand, else searched.</summary>
internal sealed record Case(Position At, Expression? Operand, IReadOnlyList<WhenClause> Whens, Expression? Else) : Expression(At);

internal enum CurrentKind { Date, Time, Timestamp, LocalTime, LocalTimestamp, User, Catalog, Schema }

internal sealed record Current(Position At, CurrentKind Kind, int? Precision) : Expression(At);

/// <summary>A type as written; its arguments are types, or numbers as text.</summary>
internal sealed record TypeName(Position At, string Name, IReadOnlyList<TypeArgument> Arguments);

internal sealed record TypeArgument(string? FieldName, TypeName? Type, int? Number);
