using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Vendor;

internal enum VendorType
{
    Text, WholeNumber, Number,
    /// <summary>A time with offset: kept as its text, and as two more columns in UTC and by its own clock.</summary>
    Moment,
    List,
}

/// <summary>A column of a vendor's table, and where in a record of the source it stands.</summary>
/// <param name="Path">Names of nested JSON objects with dots between; the last one is a CSV column's.</param>
/// <param name="Items">What the elements of a list hold.</param>
internal sealed record VendorColumn(string Name, VendorType Type, string Path, IReadOnlyList<VendorColumn>? Items = null)
{
    public const string Utc = "_utc", Local = "_local";

    /// <summary>The columns of the table that stand in no file, but are worked out of this one.</summary>
    public IEnumerable<string> Computed => Type == VendorType.Moment ? [Name + Utc, Name + Local] : [];

    public string Root => Path.Split('.')[0];

    /// <summary>The columns of the table, in Athena's types.</summary>
    public IEnumerable<Column> Athena() => Declared("string", "bigint", "timestamp", items => $"array<struct<{items}>>", ":")
        .Select(declared => new Column { Name = declared.Name, Type = declared.Type });

    /// <summary>The same for DuckDB.</summary>
    public IEnumerable<(string Name, string Type)> DuckDb() => Declared("VARCHAR", "BIGINT", "TIMESTAMP", items => $"STRUCT({items})[]", " ");

    private IEnumerable<(string Name, string Type)> Declared(string text, string whole, string moment, Func<string, string> list, string between)
    {
        yield return (Name, Type switch
        {
            VendorType.WholeNumber => whole,
            VendorType.Number => "double",
            VendorType.List => list(string.Join(",", Items!.SelectMany(item => item.Declared(text, whole, moment, list, between)).Select(item => item.Name + between + item.Type))),
            _ => text,
        });
        foreach (var computed in Computed)
            yield return (computed, moment);
    }
}
