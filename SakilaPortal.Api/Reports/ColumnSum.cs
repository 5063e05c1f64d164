using System.Globalization;

namespace SakilaPortal.Api.Reports;

/// <summary>The sum of a column and its highest value; the sum is exact as long as it fits a decimal, else as a double.</summary>
internal sealed class ColumnSum
{
    private decimal exact;
    private double rough;
    private bool isRough;

    /// <summary>The highest value; null where there was none.</summary>
    public double? Highest { get; private set; }

    public void Add(string? cell)
    {
        if (cell is null || !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return;
        Highest = Highest > value ? Highest : value;
        rough += value;
        if (isRough)
            return;
        try
        {
            exact += decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        catch (Exception tooLarge) when (tooLarge is OverflowException or FormatException)
        {
            isRough = true;
        }
    }

    public override string ToString() => isRough ? rough.ToString("R", CultureInfo.InvariantCulture) : exact.ToString(CultureInfo.InvariantCulture);
}
