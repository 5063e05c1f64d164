namespace SakilaPortal.Api.Lake.Ledger;

/// <summary>A table of MySQL and what becomes of it in the lake, compared row by row of a whole-numbered key.</summary>
/// <param name="Amount">The column whose sum is compared too, where there is one.</param>
internal sealed record KeyedTable(string Name, string Key, string? Amount)
{
    public static readonly KeyedTable Payment = new("payment", "payment_id", "amount");
    public static readonly KeyedTable Rental = new("rental", "rental_id", null);

    /// <summary>Rows are counted by blocks of so many keys, so that a change costs a block and not the table.</summary>
    public const int BlockSize = 16_384;

    public static string InBlocks(string key, IEnumerable<long> blocks) => string.Join(
        " OR ", blocks.Order().Select(block => $"{key} BETWEEN {block * BlockSize} AND {((block + 1) * BlockSize) - 1}"));
}

/// <summary>The rows of a block of keys: how many, and their sum.</summary>
/// <param name="Keys">How many different keys.</param>
internal readonly record struct Block(long Rows, long Keys, decimal Amount);

/// <summary>A row in one side of a comparison.</summary>
/// <param name="Times">How often the side has it.</param>
internal readonly record struct KeyedRow(decimal Amount, int Times);
