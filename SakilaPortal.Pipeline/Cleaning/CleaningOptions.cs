using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>Section <c>Cleaning</c>: how clean tables are cut into files.</summary>
internal sealed class CleaningOptions
{
    /// <summary>A change costs the rewriting of the files that hold its keys, so this bounds it whatever the size of the table.</summary>
    [Range(1, 10_000_000, ErrorMessage = "Cleaning:RowsPerFile must be between 1 and 10000000.")]
    public int RowsPerFile { get; set; } = 16_384;
}
