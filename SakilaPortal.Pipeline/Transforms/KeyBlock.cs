using SakilaPortal.Pipeline.Catalog;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>
/// The keys whose rows a file may hold: all, or a block of 128, 16 or 2. Blocks of one size never overlap, so that files of the same block
/// can be merged again and again, and a changed key concerns few files.
/// </summary>
internal sealed record KeyBlock(long First, long Last)
{
    // Athena writes at most 100 partitions at once: https://docs.aws.amazon.com/athena/latest/ug/unload.html
    private const long MostPieces = 64;

    public static KeyBlock Of(LakeFile file) => new(file.FirstKey ?? 0, file.LastKey ?? long.MaxValue);

    public bool CanBeCut => Width is not null;

    public bool Holds(long key) => key >= First && key <= Last;

    /// <summary>The number of the piece that a row belongs to, in Athena's SQL.</summary>
    public string PieceOf(string column) => $"least((CAST({column} AS bigint) - {First}) / {Width}, {MostPieces - 1})";

    public KeyBlock Piece(long number)
    {
        var first = First + number * Width!.Value;
        return new(first, number == MostPieces - 1 ? Last : first + Width.Value - 1);
    }

    private long? Width => Last == long.MaxValue ? 128 : (Last - First + 1) switch { 128 => 16, 16 => 2, _ => null };
}
