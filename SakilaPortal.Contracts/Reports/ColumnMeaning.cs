namespace SakilaPortal.Contracts.Reports;

/// <summary>Whether a column of a result measures something or names it, as its type and name tell.</summary>
public static class ColumnMeaning
{
    // Numbers that name something rather than count it.
    private static readonly string[] Naming = ["id", "key", "year", "quarter", "month", "week", "day", "hour", "store", "number", "no"];

    /// <summary>Whether it is of one of Athena's types of numbers.</summary>
    public static bool IsNumber(ResultColumn column) =>
        column.Type.Split('(')[0] is "tinyint" or "smallint" or "int" or "integer" or "bigint" or "float" or "real" or "double" or "decimal";

    /// <summary>Whether it is a number that measures, by the last word of its name: <c>streams</c> does, <c>film_id</c> and <c>release_year</c> name.</summary>
    public static bool IsMeasure(ResultColumn column) =>
        IsNumber(column) && (!Naming.Contains(Words(column)[^1]) || IsForEach(column));

    /// <summary>Whether it measures something for each of something, such as <c>sales_a_day</c> or <c>purchases_per_100_rents</c>; these do not add up.</summary>
    public static bool IsForEach(ResultColumn column) =>
        Words(column) is var words && (words.Skip(1).Contains("per") || words is [_, .., "a" or "an", var last] && Naming.Contains(last));

    /// <summary>The words of its name, in small letters.</summary>
    public static string[] Words(ResultColumn column) => column.Name.ToLowerInvariant().Split('_', ' ');
}
