namespace SakilaPortal.LocalAws.Athena.Sql.Types;

/// <summary>A type of Trino's (https://trino.io/docs/current/language/types.html).</summary>
internal abstract record SqlType
{
    /// <summary>As Trino writes it, with its arguments.</summary>
    public abstract string Name { get; }

    /// <summary>The type that holds its values in DuckDB.</summary>
    public abstract string Duck { get; }

    /// <summary>As Athena names it in a result's column information: without arguments.</summary>
    public virtual string AthenaName => Name;

    public sealed override string ToString() => Name;

    public static readonly SqlType Unknown = new ScalarType("unknown", "INTEGER");
    public static readonly SqlType Boolean = new ScalarType("boolean", "BOOLEAN");
    public static readonly SqlType TinyInt = new ScalarType("tinyint", "TINYINT");
    public static readonly SqlType SmallInt = new ScalarType("smallint", "SMALLINT");
    public static readonly SqlType Integer = new ScalarType("integer", "INTEGER");
    public static readonly SqlType BigInt = new ScalarType("bigint", "BIGINT");
    public static readonly SqlType Real = new ScalarType("real", "FLOAT");
    public static readonly SqlType Double = new ScalarType("double", "DOUBLE");
    public static readonly SqlType Varbinary = new ScalarType("varbinary", "BLOB");
    public static readonly SqlType Date = new ScalarType("date", "DATE");
    public static readonly SqlType Json = new ScalarType("json", "JSON");
    public static readonly SqlType Uuid = new ScalarType("uuid", "UUID");
    public static readonly SqlType DayInterval = new ScalarType("interval day to second", "INTERVAL");
    public static readonly SqlType YearInterval = new ScalarType("interval year to month", "INTERVAL");
    public static readonly SqlType Varchar = new VarcharType(null);
    public static readonly SqlType Timestamp = new TimestampType(3);
    public static readonly SqlType ZonedTimestamp = new ZonedTimestampType(3);
    public static readonly SqlType Time = new TimeType(3);
}

internal sealed record ScalarType(string Scalar, string DuckName) : SqlType
{
    public override string Name => Scalar;
    public override string Duck => DuckName;
}

internal sealed record DecimalType(int Precision, int Scale) : SqlType
{
    public const int MaxPrecision = 38;

    public override string Name => $"decimal({Precision},{Scale})";
    public override string Duck => $"DECIMAL({Precision},{Scale})";
    public override string AthenaName => "decimal";
}

/// <param name="Length">The most characters it holds; null for any number.</param>
internal sealed record VarcharType(int? Length) : SqlType
{
    public override string Name => Length is null ? "varchar" : $"varchar({Length})";
    public override string Duck => "VARCHAR";
    public override string AthenaName => "varchar";
}

/// <summary>Text padded with blanks to its length.</summary>
internal sealed record CharType(int Length) : SqlType
{
    public override string Name => $"char({Length})";
    public override string Duck => "VARCHAR";
    public override string AthenaName => "char";
}

internal sealed record TimeType(int Precision) : SqlType
{
    public override string Name => $"time({Precision})";
    public override string Duck => "TIME";
    public override string AthenaName => "time";
}

internal sealed record TimestampType(int Precision) : SqlType
{
    public override string Name => $"timestamp({Precision})";
    public override string Duck => "TIMESTAMP";
    public override string AthenaName => "timestamp";
}

/// <summary>An instant that remembers its zone, which DuckDB's own type does not: kept as UTC beside the zone's name.</summary>
internal sealed record ZonedTimestampType(int Precision) : SqlType
{
    public override string Name => $"timestamp({Precision}) with time zone";
    public override string Duck => "STRUCT(u TIMESTAMP, z VARCHAR)";
    public override string AthenaName => "timestamp with time zone";
}

internal sealed record ArrayType(SqlType Element) : SqlType
{
    public override string Name => $"array({Element.Name})";
    public override string Duck => $"{Element.Duck}[]";
    public override string AthenaName => "array";
}

internal sealed record MapType(SqlType Key, SqlType Value) : SqlType
{
    public override string Name => $"map({Key.Name}, {Value.Name})";
    public override string Duck => $"MAP({Key.Duck}, {Value.Duck})";
    public override string AthenaName => "map";
}

internal sealed record RowField(string? Name, SqlType Type);

internal sealed record RowType(IReadOnlyList<RowField> Fields) : SqlType
{
    public override string Name => $"row({string.Join(", ", Fields.Select(part => part.Name is null ? part.Type.Name : $"\"{part.Name}\" {part.Type.Name}"))})";

    public override string Duck => $"STRUCT({string.Join(", ", Fields.Select((part, i) => $"{DuckField(i)} {part.Type.Duck}"))})";

    public override string AthenaName => "row";

    /// <summary>Fields go by place, not by name, in DuckDB: two types that differ in names only hold the same values.</summary>
    public static string DuckField(int index) => $"f{index}";

    public bool Equals(RowType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => Fields.Aggregate(17, HashCode.Combine);
}

/// <summary>A lambda's type.</summary>
internal sealed record FunctionType(IReadOnlyList<SqlType> Parameters, SqlType Result) : SqlType
{
    public override string Name => $"function({string.Join(",", Parameters.Append(Result).Select(type => type.Name))})";
    public override string Duck => throw new NotSupportedException("A lambda has no type in DuckDB.");
}
