using System.Collections;
using System.Data;
using System.Data.Common;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlParameterCollection : DbParameterCollection, IEnumerable<MySqlParameter>
{
    private readonly List<MySqlParameter> _items = [];

    internal MySqlParameterCollection() { }

    public override int Count => _items.Count;
    public override object SyncRoot => throw new NotSupportedException();
    public new MySqlParameter this[int index] { get => _items[index]; set => _items[index] = value; }
    public new MySqlParameter this[string name] { get => _items[Find(name)]; set => _items[Find(name)] = value; }

    public MySqlParameter Add(string parameterName, DbType dbType) => Add(new MySqlParameter { ParameterName = parameterName, DbType = dbType });
    public MySqlParameter Add(string parameterName, MySqlDbType mySqlDbType) => Add(new MySqlParameter(parameterName, mySqlDbType));
    public MySqlParameter Add(string parameterName, MySqlDbType mySqlDbType, int size) => Add(new MySqlParameter(parameterName, mySqlDbType, size));
    public MySqlParameter AddWithValue(string parameterName, object? value) => Add(new MySqlParameter(parameterName, value));

    public MySqlParameter Add(MySqlParameter parameter)
    {
        if (parameter.BareName.Length > 0 && IndexOf(parameter.ParameterName) >= 0)
            throw new MySqlException(MySqlErrorCode.None, null, $"Parameter '{parameter.ParameterName}' has already been defined.", null);
        _items.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        Add((MySqlParameter)value);
        return _items.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values)
            Add(value!);
    }

    public override bool Contains(object value) => value is MySqlParameter parameter && _items.Contains(parameter);
    public override bool Contains(string value) => IndexOf(value) >= 0;
    public override void CopyTo(Array array, int index) => ((ICollection)_items).CopyTo(array, index);
    public override void Clear() => _items.Clear();
    public override int IndexOf(object value) => value is MySqlParameter parameter ? _items.IndexOf(parameter) : -1;
    public override int IndexOf(string parameterName) => _items.FindIndex(
        item => item.BareName.Equals(parameterName.TrimStart('@', '?').Trim('`'), StringComparison.OrdinalIgnoreCase));
    public override void Insert(int index, object value) => _items.Insert(index, (MySqlParameter)value);
    public override void Remove(object value) => _items.Remove((MySqlParameter)value);
    public override void RemoveAt(int index) => _items.RemoveAt(index);
    public override void RemoveAt(string parameterName) => _items.RemoveAt(Find(parameterName));
    public override IEnumerator GetEnumerator() => _items.GetEnumerator();
    IEnumerator<MySqlParameter> IEnumerable<MySqlParameter>.GetEnumerator() => _items.GetEnumerator();

    protected override DbParameter GetParameter(int index) => _items[index];
    protected override DbParameter GetParameter(string parameterName) => _items[Find(parameterName)];
    protected override void SetParameter(int index, DbParameter value) => _items[index] = (MySqlParameter)value;
    protected override void SetParameter(string parameterName, DbParameter value) => _items[Find(parameterName)] = (MySqlParameter)value;

    internal void CopyTo(Genuine.MySqlParameterCollection target)
    {
        if (target.Count == _items.Count && _items.Index().All(pair => Same(pair.Item, target[pair.Index])))
            foreach (var (index, item) in _items.Index())
                target[index].Value = item.ToGenuine().Value;
        else
        {
            target.Clear();
            foreach (var item in _items)
                target.Add(item.ToGenuine());
        }
    }

    internal void TakeOutputs(Genuine.MySqlParameterCollection source)
    {
        foreach (var (index, item) in _items.Index())
            if (item.Direction != ParameterDirection.Input)
                item.Value = source[index].Value;
    }

    private static bool Same(MySqlParameter ours, Genuine.MySqlParameter theirs) =>
        "@" + ours.BareName == theirs.ParameterName && ours.Direction == theirs.Direction;

    private int Find(string name) => IndexOf(name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"Parameter '{name}' not found in the collection", nameof(name));
}
