using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Reports;

/// <summary>What a comparison of two runs says.</summary>
internal static class ChangesText
{
    public static string Summary(RunChanges changes, PersonClock clock)
    {
        var against = $"the run of {clock.Moment(changes.Against.StartedAt)} by {changes.Against.StartedBy}";
        if (changes.ColumnsChanged)
            return $"Compared with {against}, the result has other columns, so that its rows cannot be compared.";
        if (changes.Added + changes.Removed + changes.Changed == 0)
            return $"The same {Figures.Plural(changes.Unchanged, "row")} as in {against}.";
        return $"Compared with {against}: {Figures.Plural(changes.Added, "row")} added, {Figures.Count(changes.Removed)} removed, "
            + $"{Figures.Count(changes.Changed)} changed, {Figures.Count(changes.Unchanged)} the same. Rows are recognised by {(changes.Keys.Count > 0 ? string.Join(", ", changes.Keys) : "their place")}.";
    }

    public static IEnumerable<string> Causes(RunChanges changes)
    {
        if (changes.SqlChanged)
            yield return "The report's SQL has been changed.";
        if (changes.ParametersChanged.Count > 0)
            yield return $"Other values were given for {string.Join(", ", changes.ParametersChanged)}.";
        foreach (var table in changes.Tables)
            yield return table is { Before: { } before, After: { } after }
                ? $"New data in {table.Table}: version {Figures.Count(before)} → {Figures.Count(after)}."
                : $"New data in {table.Table}.";
        if (changes.Buffered != changes.Against.Buffered)
            yield return $"This result {Included(changes.Buffered)}, the earlier one {Included(changes.Against.Buffered)}.";
        else if (!changes.SqlChanged && changes.ParametersChanged.Count == 0 && changes.Tables.Count == 0)
            yield return "Neither the SQL, nor the values, nor the data have changed.";
    }

    private static string Included(long? buffered) => buffered is { } count ? $"includes {Figures.Plural(count, "buffered event")}" : "includes none that were buffered";
}
