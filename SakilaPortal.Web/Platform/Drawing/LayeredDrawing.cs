using System.Globalization;

namespace SakilaPortal.Web.Platform.Drawing;

/// <summary>Where the boxes and arrows of a graph stand: one layer a step, from left to right or from top to bottom, each layer centred.</summary>
internal sealed class LayeredDrawing
{
    private readonly Dictionary<string, (double X, double Y)> places = [];
    private readonly bool isDown;

    public LayeredDrawing(IReadOnlyList<(string Id, int Layer)> boxes, Measures measures, bool down)
    {
        (Measures, isDown) = (measures, down);
        var layers = boxes.GroupBy(box => box.Layer).OrderBy(layer => layer.Key).Select(layer => layer.Select(box => box.Id).ToList()).ToList();
        var widest = layers.Count == 0 ? 1 : layers.Max(layer => layer.Count);
        var (across, along) = down ? (measures.Width + measures.Beside, measures.Height + measures.Between) : (measures.Height + measures.Beside, measures.Width + measures.Between);
        foreach (var (index, layer) in layers.Index())
            foreach (var (row, id) in layer.Index())
            {
                var (offset, place) = (((widest - layer.Count) * across / 2) + (row * across) + Margin, (index * along) + Margin);
                places[id] = down ? (offset, place) : (place, offset);
            }
        var (length, breadth) = (Math.Max(0, (layers.Count * along) - measures.Between) + (2 * Margin), (widest * across) - measures.Beside + (2 * Margin));
        (Width, Height) = down ? (breadth, length) : (length, breadth);
    }

    public const double Margin = 6;

    public Measures Measures { get; }

    public double Width { get; }

    public double Height { get; }

    public string At(string id) => $"translate({Number(places[id].X)} {Number(places[id].Y)})";

    /// <summary>A curve from the end of one box to the beginning of another.</summary>
    public string Arrow(string from, string to)
    {
        var (a, b) = (places[from], places[to]);
        var (x1, y1) = isDown ? (a.X + (Measures.Width / 2), a.Y + Measures.Height) : (a.X + Measures.Width, a.Y + (Measures.Height / 2));
        var (x2, y2) = isDown ? (b.X + (Measures.Width / 2), b.Y - 5) : (b.X - 5, b.Y + (Measures.Height / 2));
        var bend = (isDown ? y2 - y1 : x2 - x1) / 2;
        return isDown
            ? $"M{Number(x1)} {Number(y1)} C{Number(x1)} {Number(y1 + bend)} {Number(x2)} {Number(y2 - bend)} {Number(x2)} {Number(y2)}"
            : $"M{Number(x1)} {Number(y1)} C{Number(x1 + bend)} {Number(y1)} {Number(x2 - bend)} {Number(y2)} {Number(x2)} {Number(y2)}";
    }

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="Between">From one layer to the next.</param>
/// <param name="Beside">From one box of a layer to the next.</param>
internal sealed record Measures(double Width, double Height, double Between, double Beside);
