using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Results;

/// <summary>A query's columns as Athena describes them; one without a name is called by its place.</summary>
internal static class ResultColumns
{
    public static List<ColumnInfo> Of(IReadOnlyList<OutputColumn> columns) => [.. columns.Select((column, i) =>
    {
        var name = Name(column, i);
        var (precision, scale) = Measures(column.Type);
        return new ColumnInfo(name, name, column.Type.AthenaName, precision, scale, Coercion.IsText(column.Type));
    })];

    public static string Name(OutputColumn column, int index) => column.Name ?? $"_col{index}";

    public static ColumnInfo Text(string name) => new(name, name, "string", 0, 0, false);

    private static (int Precision, int Scale) Measures(SqlType type) => type switch
    {
        DecimalType number => (number.Precision, number.Scale),
        VarcharType text => (text.Length ?? int.MaxValue, 0),
        CharType text => (text.Length, 0),
        TimestampType moment => (moment.Precision, 0),
        ZonedTimestampType moment => (moment.Precision, 0),
        TimeType time => (time.Precision, 0),
        _ when type == SqlType.TinyInt => (3, 0),
        _ when type == SqlType.SmallInt => (5, 0),
        _ when type == SqlType.Integer => (10, 0),
        _ when type == SqlType.BigInt => (19, 0),
        _ when type == SqlType.Real || type == SqlType.Double => (17, 0),
        _ => (0, 0),
    };
}
