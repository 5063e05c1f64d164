namespace SakilaPortal.LocalAws.Athena.Sql.Syntax;

internal sealed record FunctionCall(Position At, string Name, IReadOnlyList<Expression> Arguments) : Expression(At)
{
    /// <summary>The argument is <c>*</c>, as in <c>count(*)</c>.</summary>
    public bool Star { get; init; }

    public bool Distinct { get; init; }

    public IReadOnlyList<SortItem> OrderBy { get; init; } = [];

    public Expression? Filter { get; init; }

    public bool IgnoreNulls { get; init; }

    public Window? Over { get; init; }
}

internal sealed record Grouping(Position At, IReadOnlyList<Expression> Columns) : Expression(At);

/// <summary>A window's specification; one that only names another has no more than <paramref name="Existing"/>.</summary>
internal sealed record Window(
    Position At, string? Existing, IReadOnlyList<Expression> PartitionBy, IReadOnlyList<SortItem> OrderBy, WindowFrame? Frame);

internal enum FrameUnit { Rows, Range, Groups }

internal enum FrameBoundKind { UnboundedPreceding, Preceding, CurrentRow, Following, UnboundedFollowing }

internal sealed record FrameBound(FrameBoundKind Kind, Expression? Offset);

internal sealed record WindowFrame(FrameUnit Unit, FrameBound Start, FrameBound? End);

internal sealed record SortItem(Position At, Expression Key, bool Descending, bool NullsFirst);
