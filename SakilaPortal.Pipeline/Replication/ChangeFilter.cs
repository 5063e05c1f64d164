using System.Security.Cryptography;
using System.Text;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>Passes over rows that an overlapping read has brought before. What it forgets with the process is only told twice.</summary>
internal sealed class ChangeFilter
{
    private Dictionary<string, UInt128> _before = [];
    private Dictionary<string, UInt128> _now = [];

    public void Begin() => _now = [];

    /// <summary>Whether the row differs from what was last read of that key.</summary>
    public bool IsNew(string key, string?[] row)
    {
        var hash = Hash(row);
        _now[key] = hash;
        return !_before.TryGetValue(key, out var before) || before != hash;
    }

    /// <summary>The rows of this read have gone out: the next read is compared with them.</summary>
    public void Commit() => _before = _now;

    private static UInt128 Hash(string?[] row)
    {
        var text = string.Join('\u001f', row.Select(value => value ?? "\u001e"));
        return BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
