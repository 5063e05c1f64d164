using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Types;

/// <summary>Makes types of names, as Trino's SQL and Hive's catalogue write them.</summary>
internal static class TypeNames
{
    /// <exception cref="SqlException">There is no such type.</exception>
    public static SqlType Resolve(TypeName name)
    {
        var numbers = name.Arguments.Where(argument => argument.Number is not null).Select(argument => argument.Number!.Value).ToArray();
        int Number(int index, int otherwise) => index < numbers.Length ? numbers[index] : otherwise;
        switch (name.Name)
        {
            case "boolean": return SqlType.Boolean;
            case "tinyint": return SqlType.TinyInt;
            case "smallint": return SqlType.SmallInt;
            case "integer" or "int": return SqlType.Integer;
            case "bigint": return SqlType.BigInt;
            case "real" or "float": return SqlType.Real;
            case "double": return SqlType.Double;
            case "varbinary" or "binary": return SqlType.Varbinary;
            case "date": return SqlType.Date;
            case "json": return SqlType.Json;
            case "uuid": return SqlType.Uuid;
            case "string": return SqlType.Varchar;
            case "interval day to second": return SqlType.DayInterval;
            case "interval year to month": return SqlType.YearInterval;
            case "varchar": return new VarcharType(numbers.Length > 0 ? numbers[0] : null);
            case "char": return new CharType(Number(0, 1));
            case "time": return new TimeType(Number(0, 3));
            case "timestamp": return new TimestampType(Number(0, 3));
            case "timestamp with time zone": return new ZonedTimestampType(Number(0, 3));
            case "decimal": return Decimal(name, Number(0, DecimalType.MaxPrecision), Number(1, 0));
            case "array": return new ArrayType(Argument(name, 0));
            case "map": return new MapType(Argument(name, 0), Argument(name, 1));
            case "row" or "struct": return new RowType([.. name.Arguments.Select((field, i) => new RowField(field.FieldName, Argument(name, i)))]);
            default: throw SqlException.TypeMismatch(name.At, $"Unknown type: {name.Name}");
        }
    }

    private static DecimalType Decimal(TypeName name, int precision, int scale) =>
        precision is >= 1 and <= DecimalType.MaxPrecision && scale >= 0 && scale <= precision
            ? new(precision, scale)
            : throw SqlException.TypeMismatch(name.At, $"DECIMAL precision must be in range [1, 38] and its scale within it: decimal({precision},{scale})");

    private static SqlType Argument(TypeName name, int index) =>
        index < name.Arguments.Count && name.Arguments[index].Type is { } type
            ? Resolve(type)
            : throw SqlException.TypeMismatch(name.At, $"Type {name.Name} lacks an argument");
}
