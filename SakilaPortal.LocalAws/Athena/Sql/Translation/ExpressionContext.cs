using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Translation;

/// <summary>Where an expression stands: what it may name and which functions it may call.</summary>
internal sealed record ExpressionContext(Scope Scope, string Clause)
{
    public bool AllowAggregates { get; init; }

    public bool AllowWindows { get; init; }

    /// <summary>The aggregate whose argument this is.</summary>
    public string? InAggregate { get; init; }

    /// <summary>Set where rows are groups: what is not aggregated must be one of these.</summary>
    public GroupKeys? Groups { get; init; }

    public IReadOnlyDictionary<string, Window> Windows { get; init; } = new Dictionary<string, Window>();

    /// <summary>The query's output columns, where they may be named before those of its tables.</summary>
    public IReadOnlyList<Field> Outputs { get; init; } = [];

    /// <summary>A lambda's parameters, innermost first.</summary>
    public IReadOnlyList<Field> Lambda { get; init; } = [];
}

/// <summary>The keys of a GROUP BY, as translated: equal texts are equal expressions.</summary>
internal sealed record GroupKeys(IReadOnlySet<string> Texts, bool ColumnsOnly);
