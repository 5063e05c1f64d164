namespace SakilaPortal.Web.Platform.Drawing;

/// <summary>A place in a layer: that of a box, or the lane of an arrow that only passes the layer.</summary>
internal sealed class Slot(int layer, double breadth)
{
    public int Layer { get; } = layer;

    public double Breadth { get; } = breadth;

    /// <summary>Where its middle stands across the layers.</summary>
    public double Middle { get; set; }

    public List<Slot> Before { get; } = [];

    public List<Slot> After { get; } = [];
}
