namespace Amazon.Glue.Model;

public class Column
{
    public string Name { get; set; }
    public string Type { get; set; }
    public string Comment { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
}

public class SerDeInfo
{
    public string Name { get; set; }
    public string SerializationLibrary { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
}

public class Order
{
    public string Column { get; set; }
    public int? SortOrder { get; set; }
}

public class SkewedInfo
{
    public List<string> SkewedColumnNames { get; set; }
    public List<string> SkewedColumnValues { get; set; }
    public Dictionary<string, string> SkewedColumnValueLocationMaps { get; set; }
}

public class StorageDescriptor
{
    public List<Column> Columns { get; set; }
    public string Location { get; set; }
    public List<string> AdditionalLocations { get; set; }
    public string InputFormat { get; set; }
    public string OutputFormat { get; set; }
    public bool? Compressed { get; set; }
    public int? NumberOfBuckets { get; set; }
    public SerDeInfo SerdeInfo { get; set; }
    public List<string> BucketColumns { get; set; }
    public List<Order> SortColumns { get; set; }
    public Dictionary<string, string> Parameters { get; set; }
    public SkewedInfo SkewedInfo { get; set; }
    public bool? StoredAsSubDirectories { get; set; }
}
