using System.Globalization;
using System.Text;

namespace SakilaPortal.Web.Platform.Drawing;

/// <summary>Where the boxes and arrows of a graph stand: one layer a step, from left to right or from top to bottom.</summary>
internal sealed class LayeredDrawing
{
    private readonly Lanes lanes;
    private readonly bool isDown;
    private readonly double length;

    public LayeredDrawing(IReadOnlyList<(string Id, int Layer)> boxes, IEnumerable<(string From, string To)> arrows, Measures measures, bool down)
    {
        (Measures, isDown) = (measures, down);
        length = down ? measures.Height : measures.Width;
        lanes = new(boxes, arrows, down ? measures.Width : measures.Height, measures.Beside);
        var (along, across) = (Math.Max(0, (lanes.Count * (length + measures.Between)) - measures.Between) + (2 * Margin), lanes.Breadth + (2 * Margin));
        (Width, Height) = down ? (across, along) : (along, across);
    }

    public const double Margin = 6;

    /// <summary>How far a drawing may shrink: its smallest text, of 12 pixels, is then still one of 11.</summary>
    public const double Smallest = .92;

    public Measures Measures { get; }

    public double Width { get; }

    public double Height { get; }

    public string At(string id)
    {
        var box = lanes.Box(id);
        return $"translate({Point(Start(box), Across(box) - (box.Breadth / 2))})";
    }

    /// <summary>A line from the end of one box to the beginning of another: curves between the layers, straight beside the boxes that it passes.</summary>
    public string Arrow(string from, string to)
    {
        var way = lanes.Way(from, to);
        var path = new StringBuilder($"M{Point(Start(way[0]) + length, Across(way[0]))}");
        foreach (var (before, next) in way.Zip(way.Skip(1)))
        {
            var (start, end) = (Start(before) + length, next == way[^1] ? Start(next) - 5 : Start(next));
            var bend = (start + end) / 2;
            path.Append(CultureInfo.InvariantCulture, $" C{Point(bend, Across(before))} {Point(bend, Across(next))} {Point(end, Across(next))}");
            if (next != way[^1])
                path.Append(CultureInfo.InvariantCulture, $" L{Point(Start(next) + length, Across(next))}");
        }
        return path.ToString();
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double Start(Slot slot) => Margin + (slot.Layer * (length + Measures.Between));

    private static double Across(Slot slot) => Margin + slot.Middle;

    private string Point(double along, double across) => isDown ? $"{Number(across)} {Number(along)}" : $"{Number(along)} {Number(across)}";
}

/// <param name="Between">From one layer to the next.</param>
/// <param name="Beside">From one box of a layer, or an arrow that passes it, to the next.</param>
internal sealed record Measures(double Width, double Height, double Between, double Beside);
