using System.Collections;
using System.Data;
using System.Data.Common;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlDataReader : DbDataReader
{
    private const int NoDatabaseSelected = 1046;

    private readonly Genuine.MySqlDataReader _inner;
    private readonly MySqlCommand _command;
    private readonly MySqlConnection _connection;
    private readonly Watch _watch;
    private readonly CommandBehavior _behavior;
    private bool[]? _yearColumns;

    internal MySqlDataReader(Genuine.MySqlDataReader inner, MySqlCommand command, Watch watch, CommandBehavior behavior)
    {
        (_inner, _command, _connection, _watch, _behavior) = (inner, command, command.Connection!, watch, behavior);
        _connection.ActiveReader = this;
    }

    public override int FieldCount => _inner.FieldCount;
    public override bool HasRows => _inner.HasRows;
    public override bool IsClosed => _inner.IsClosed;
    public override int RecordsAffected => _inner.RecordsAffected;
    public override int Depth => 0;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
    public override bool NextResult() => NextResultAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override Task<bool> ReadAsync(CancellationToken cancellationToken) =>
        _watch.While(() => Task.FromResult(_inner.Read()), cancellationToken);

    public override Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        _yearColumns = null;
        return _watch.While(() => _inner.NextResultAsync(CancellationToken.None), cancellationToken);
    }

    public override string GetName(int ordinal) => _inner.GetName(ordinal);
    public override int GetOrdinal(string name) => _inner.GetOrdinal(name);
    public override string GetDataTypeName(int ordinal) => _inner.GetDataTypeName(ordinal).ToUpperInvariant();
    public override Type GetFieldType(int ordinal) => IsYear(ordinal) ? typeof(int) : Values.Type(_inner.GetFieldType(ordinal));
    public override DataTable? GetSchemaTable() => _inner.GetSchemaTable();
    public override bool IsDBNull(int ordinal) => _inner.IsDBNull(ordinal);

    public override object GetValue(int ordinal)
    {
        var value = _inner.GetValue(ordinal);
        return value is short number && IsYear(ordinal) ? (int)number : Values.Normal(value, _connection.Settings.DateTimeKind);
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var ordinal = 0; ordinal < count; ordinal++)
            values[ordinal] = GetValue(ordinal);
        return count;
    }

    public override T GetFieldValue<T>(int ordinal) => Values.To<T>(GetValue(ordinal));
    public override bool GetBoolean(int ordinal) => Values.To<bool>(GetValue(ordinal));
    public override byte GetByte(int ordinal) => Values.To<byte>(GetValue(ordinal));
    public sbyte GetSByte(int ordinal) => Values.To<sbyte>(GetValue(ordinal));
    public override short GetInt16(int ordinal) => Values.To<short>(GetValue(ordinal));
    public ushort GetUInt16(int ordinal) => Values.To<ushort>(GetValue(ordinal));
    public override int GetInt32(int ordinal) => Values.To<int>(GetValue(ordinal));
    public uint GetUInt32(int ordinal) => Values.To<uint>(GetValue(ordinal));
    public override long GetInt64(int ordinal) => Values.To<long>(GetValue(ordinal));
    public ulong GetUInt64(int ordinal) => Values.To<ulong>(GetValue(ordinal));
    public override float GetFloat(int ordinal) => Values.To<float>(GetValue(ordinal));
    public override double GetDouble(int ordinal) => Values.To<double>(GetValue(ordinal));
    public override decimal GetDecimal(int ordinal) => Values.To<decimal>(GetValue(ordinal));
    public override string GetString(int ordinal) => (string)GetValue(ordinal);
    public override char GetChar(int ordinal) => GetString(ordinal)[0];
    public override Guid GetGuid(int ordinal) => Values.To<Guid>(GetValue(ordinal));
    public override DateTime GetDateTime(int ordinal) => Values.To<DateTime>(GetValue(ordinal));
    public DateTimeOffset GetDateTimeOffset(int ordinal) => Values.To<DateTimeOffset>(GetValue(ordinal));
    public DateOnly GetDateOnly(int ordinal) => Values.To<DateOnly>(GetValue(ordinal));
    public TimeOnly GetTimeOnly(int ordinal) => Values.To<TimeOnly>(GetValue(ordinal));
    public TimeSpan GetTimeSpan(int ordinal) => (TimeSpan)GetValue(ordinal);

    public bool GetBoolean(string name) => GetBoolean(GetOrdinal(name));
    public int GetInt32(string name) => GetInt32(GetOrdinal(name));
    public uint GetUInt32(string name) => GetUInt32(GetOrdinal(name));
    public long GetInt64(string name) => GetInt64(GetOrdinal(name));
    public decimal GetDecimal(string name) => GetDecimal(GetOrdinal(name));
    public string GetString(string name) => GetString(GetOrdinal(name));
    public DateTime GetDateTime(string name) => GetDateTime(GetOrdinal(name));

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Values.Copy((byte[])GetValue(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Values.Copy(GetString(ordinal).ToCharArray(), dataOffset, buffer, bufferOffset, length);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override void Close()
    {
        if (_connection.ActiveReader != this)
            return;
        try
        {
            CloseInner();
            _command.TakeOutputs();
        }
        finally
        {
            _connection.ActiveReader = null;
            _watch.DisposeAsync().AsTask().GetAwaiter().GetResult();
            if (_behavior.HasFlag(CommandBehavior.CloseConnection))
                _connection.Close();
        }
    }

    public override Task CloseAsync() => Task.Run(Close);

    public override ValueTask DisposeAsync()
    {
        Close();
        return base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    private void CloseInner()
    {
        try
        {
            Failures.Guard(_inner.Close);
        }
        catch (MySqlException leftover) when (leftover.Number == NoDatabaseSelected)
        {
            // After a killed statement MySql.Data clears the flag by asking for a table that is not there.
        }
    }

    // MySql.Data reads a YEAR as a short and does not tell it from a SMALLINT but in its schema table.
    private bool IsYear(int ordinal)
    {
        if (_inner.GetFieldType(ordinal) != typeof(short))
            return false;
        _yearColumns ??= [.. _inner.GetSchemaTable()!.Rows.Cast<DataRow>().Select(row => (int)row["ProviderType"] == (int)MySqlDbType.Year)];
        return _yearColumns[ordinal];
    }
}
