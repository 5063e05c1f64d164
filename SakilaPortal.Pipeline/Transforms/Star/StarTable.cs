using SakilaPortal.Pipeline.Catalog;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>A table of the star schema, kept as files in the order of its key.</summary>
/// <param name="Source">The clean table with the same key, of which the SQL reads the changed part, as <c>workzonedb.{name}_source</c>.</param>
/// <param name="Others">What else the SQL reads, as <c>database.table</c>: when one of these changes, the table is made anew.</param>
internal sealed record StarTable(LakeTable Table, IReadOnlyList<string> Key, string Source, IReadOnlyList<string> Others)
{
    public IEnumerable<string> Inputs => [Source, .. Others];
}
