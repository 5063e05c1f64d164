using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlParameter : DbParameter, ICloneable
{
    private MySqlDbType? _type;
    private DbType? _dbType;
    private string _name = "";

    public MySqlParameter() { }
    public MySqlParameter(string? name, object? value) => (ParameterName, Value) = (name, value);
    public MySqlParameter(string? name, MySqlDbType mySqlDbType) => (ParameterName, MySqlDbType) = (name, mySqlDbType);
    public MySqlParameter(string? name, MySqlDbType mySqlDbType, int size) : this(name, mySqlDbType) => Size = size;

    [AllowNull]
    public override string ParameterName { get => _name; set => _name = value ?? ""; }
    public override DbType DbType { get => _dbType ?? ToGenuine().DbType; set => (_dbType, _type) = (value, null); }
    public MySqlDbType MySqlDbType { get => _type ?? (MySqlDbType)ToGenuine().MySqlDbType; set => (_type, _dbType) = (value, null); }
    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;
    public override bool IsNullable { get; set; }
    public override byte Precision { get; set; }
    public override byte Scale { get; set; }
    public override int Size { get; set; }
    [AllowNull]
    public override string SourceColumn { get; set; } = "";
    public override bool SourceColumnNullMapping { get; set; }
    public override DataRowVersion SourceVersion { get; set; } = DataRowVersion.Current;
    public override object? Value { get; set; }

    public override void ResetDbType() => (_type, _dbType) = (null, null);

    public MySqlParameter Clone() => (MySqlParameter)MemberwiseClone();
    object ICloneable.Clone() => Clone();

    internal string BareName => _name.TrimStart('@', '?').Trim('`');

    // As in MySqlConnector the value decides how it is written; a declared type only matters where there is no value yet.
    internal Genuine.MySqlParameter ToGenuine()
    {
        var parameter = new Genuine.MySqlParameter { ParameterName = "@" + BareName, Direction = Direction, Size = Size };
        if (Value is null or DBNull)
        {
            if (_type is { } type and not MySqlDbType.Bool)
                parameter.MySqlDbType = (Genuine.MySqlDbType)type;
            else if (_dbType is { } dbType)
                parameter.DbType = dbType;
        }
        parameter.Value = Plain(Value);
        return parameter;
    }

    private static object? Plain(object? value) => value switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        TimeOnly time => time.ToTimeSpan(),
        DateTimeOffset moment => moment.UtcDateTime,
        Enum choice => Convert.ChangeType(choice, Enum.GetUnderlyingType(choice.GetType()), CultureInfo.InvariantCulture),
        Guid guid => guid.ToString("D"),
        char letter => letter.ToString(),
        StringBuilder text => text.ToString(),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        Memory<byte> bytes => bytes.ToArray(),
        ArraySegment<byte> bytes => bytes.ToArray(),
        MemoryStream stream => stream.ToArray(),
        _ => value,
    };
}
