using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Section <c>Compaction</c>: how the files of growing tables are merged.</summary>
internal sealed class CompactionOptions
{
    /// <summary>Files up to this size count as one size; each further size is eight times the one before.</summary>
    [Range(1, 1L << 30, ErrorMessage = "Compaction:SmallestBytes must be between 1 and 1 GiB.")]
    public long SmallestBytes { get; set; } = 64 << 10;

    /// <summary>Files of this size are left as they are.</summary>
    [Range(1, 1L << 40, ErrorMessage = "Compaction:LargestBytes must be between 1 and 1 TiB.")]
    public long LargestBytes { get; set; } = 128 << 20;

    /// <summary>Files that together are larger become blocks of keys, where the table has a key.</summary>
    [Range(1, 1L << 40, ErrorMessage = "Compaction:CutAboveBytes must be between 1 and 1 TiB.")]
    public long CutAboveBytes { get; set; } = 8 << 20;
}
