using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SakilaPortal.Web.Tests.Support;

/// <summary>A box of a drawn graph.</summary>
internal sealed record DrawnBox(string Name, double X, double Y, double Width, double Height)
{
    public static DrawnBox Read(IElement box)
    {
        var (rect, place) = (box.QuerySelector("rect")!, DrawnPath.Numbers(box.GetAttribute("transform")!));
        return new(box.QuerySelector(".name, .label")!.TextContent, place[0], place[1],
            DrawnPath.Numbers(rect.GetAttribute("width")!)[0], DrawnPath.Numbers(rect.GetAttribute("height")!)[0]);
    }

    /// <summary>How far a point is from the box; below 0 inside.</summary>
    public double Distance((double X, double Y) point) =>
        Math.Max(Math.Max(X - point.X, point.X - X - Width), Math.Max(Y - point.Y, point.Y - Y - Height));
}

/// <summary>Reads the lines of a drawing.</summary>
internal static partial class DrawnPath
{
    /// <summary>Points close together along a path of M, L and C.</summary>
    public static List<(double X, double Y)> Points(string path)
    {
        var points = new List<(double X, double Y)>();
        foreach (var (kind, numbers) in Part().Matches(path).Select(part => (part.Value[0], Numbers(part.Value))))
        {
            var ends = numbers.Chunk(2).Select(pair => (X: pair[0], Y: pair[1])).ToArray();
            if (kind == 'M')
            {
                points.Add(ends[0]);
                continue;
            }
            var from = points[^1];
            var (first, second, to) = kind == 'C' ? (ends[0], ends[1], ends[2]) : (from, ends[0], ends[0]);
            for (var step = 1; step <= 200; step++)
                points.Add((On(step / 200.0, from.X, first.X, second.X, to.X), On(step / 200.0, from.Y, first.Y, second.Y, to.Y)));
        }
        return points;
    }

    public static double[] Numbers(string text) => [.. Decimal().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    // A point of a cubic Bézier curve.
    private static double On(double t, double a, double b, double c, double d) =>
        (Math.Pow(1 - t, 3) * a) + (3 * t * Math.Pow(1 - t, 2) * b) + (3 * t * t * (1 - t) * c) + (t * t * t * d);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Decimal();

    [GeneratedRegex("[MLC][^MLC]*")]
    private static partial Regex Part();
}
