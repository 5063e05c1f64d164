using Microsoft.Win32.SafeHandles;
using Value = DuckDB.NET.Native.NativeMethods.Value;

namespace DuckDB.NET.Native;

public interface IDuckDBValueReader
{
    bool IsNull();

    T GetValue<T>();
}

public sealed class DuckDBValue() : SafeHandleZeroOrMinusOneIsInvalid(true), IDuckDBValueReader
{
    public bool IsNull() => Value.IsNull(this);

    /// <summary>Reads the value as what it is, and converts it to <typeparamref name="T"/> where that is another type.</summary>
    public T GetValue<T>()
    {
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (IsNull())
            return default(T) is null ? default! : throw new InvalidCastException($"NULL cannot be read as {typeof(T).Name}; ask IsNull() first.");

        var value = Read();
        return value is T read ? read : (T)Convert.ChangeType(value, target);
    }

    protected override bool ReleaseHandle()
    {
        Value.Destroy(ref handle);
        return true;
    }

    private object Read()
    {
        // The type belongs to the value: it must not be destroyed.
        var type = NativeMethods.LogicalType.TypeId(Value.TypeOf(this));
        return type switch
        {
            DuckDBType.Boolean => Value.GetBool(this),
            DuckDBType.TinyInt => Value.GetInt8(this),
            DuckDBType.SmallInt => Value.GetInt16(this),
            DuckDBType.Integer => Value.GetInt32(this),
            DuckDBType.BigInt => Value.GetInt64(this),
            DuckDBType.UnsignedTinyInt => Value.GetUInt8(this),
            DuckDBType.UnsignedSmallInt => Value.GetUInt16(this),
            DuckDBType.UnsignedInteger => Value.GetUInt32(this),
            DuckDBType.UnsignedBigInt => Value.GetUInt64(this),
            DuckDBType.Float => Value.GetFloat(this),
            DuckDBType.Double => Value.GetDouble(this),
            DuckDBType.HugeInt => Value.GetHugeInt(this).ToBigInteger(),
            DuckDBType.UnsignedHugeInt => Value.GetUHugeInt(this).ToBigInteger(),
            DuckDBType.Decimal => decimal.Parse(Value.GetVarchar(this)),
            DuckDBType.Varchar => Value.GetVarchar(this),
            DuckDBType.Date => (DateOnly)DuckDBDateOnly.FromDuckDBDate(Value.GetDate(this)),
            DuckDBType.Timestamp or DuckDBType.TimestampTz => DateTime.UnixEpoch.AddMicroseconds(Value.GetTimestamp(this).Micros),
            DuckDBType.Interval => (TimeSpan)Value.GetInterval(this),
            _ => throw new NotSupportedException($"A value of DuckDB's type {type} cannot be read; cast it to VARCHAR in the query."),
        };
    }
}
