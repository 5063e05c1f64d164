namespace SakilaPortal.Web.Platform.Drawing;

/// <summary>
/// Where boxes and arrows stand across the layers. An arrow has a lane of its own in each layer that it passes, so that it runs beside the boxes
/// there and never behind one.
/// </summary>
internal sealed class Lanes
{
    private const int OrderRounds = 4, PlaceRounds = 30;

    private readonly Dictionary<string, Slot> boxes;
    private readonly Dictionary<(string From, string To), List<Slot>> ways = [];
    private readonly List<List<Slot>> layers;
    private readonly double beside;

    public Lanes(IReadOnlyList<(string Id, int Layer)> boxes, IEnumerable<(string From, string To)> arrows, double breadth, double beside)
    {
        this.beside = beside;
        var numbers = boxes.Select(box => box.Layer).Distinct().Order().ToList();
        this.boxes = boxes.ToDictionary(box => box.Id, box => new Slot(numbers.IndexOf(box.Layer), breadth));
        layers = [.. numbers.Index().Select(number => this.boxes.Values.Where(slot => slot.Layer == number.Index).ToList())];
        foreach (var arrow in arrows)
            ways[arrow] = Link(this.boxes[arrow.From], this.boxes[arrow.To]);
        foreach (var layer in layers)
            Number(layer);
        for (var round = 0; round < OrderRounds; round++)
        {
            layers.ForEach(layer => Sort(layer, slot => slot.Before));
            layers.AsEnumerable().Reverse().ToList().ForEach(layer => Sort(layer, slot => slot.After));
        }
        for (var round = 0; round < PlaceRounds; round++)
            layers.ForEach(layer => Settle(layer, slot => [.. slot.Before, .. slot.After]));
        // Last by those before alone: a chain is then drawn as a straight line.
        layers.ForEach(layer => Settle(layer, slot => slot.Before));
        var slots = layers.SelectMany(layer => layer).ToList();
        var first = slots.Select(slot => slot.Middle - (slot.Breadth / 2)).DefaultIfEmpty(0).Min();
        slots.ForEach(slot => slot.Middle = Math.Round(slot.Middle - first));
        Breadth = slots.Select(slot => slot.Middle + (slot.Breadth / 2)).DefaultIfEmpty(0).Max();
    }

    public double Breadth { get; }

    public int Count => layers.Count;

    public Slot Box(string id) => boxes[id];

    /// <summary>The box where an arrow begins, the lanes that it takes, and the box where it ends.</summary>
    public IReadOnlyList<Slot> Way(string from, string to) => ways[(from, to)];

    private List<Slot> Link(Slot from, Slot to)
    {
        var way = new List<Slot> { from };
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            way.Add(new(layer, 0));
            layers[layer].Add(way[^1]);
        }
        way.Add(to);
        foreach (var (before, after) in way.Zip(way.Skip(1)))
        {
            before.After.Add(after);
            after.Before.Add(before);
        }
        return way;
    }

    /// <summary>Each beside those that it is joined to, which leaves few arrows to cross.</summary>
    private static void Sort(List<Slot> layer, Func<Slot, List<Slot>> joined)
    {
        var sorted = layer.OrderBy(slot => joined(slot).Select(other => other.Middle).DefaultIfEmpty(slot.Middle).Average()).ToList();
        layer.Clear();
        layer.AddRange(sorted);
        Number(layer);
    }

    private static void Number(List<Slot> layer)
    {
        foreach (var (index, slot) in layer.Index())
            slot.Middle = index;
    }

    /// <summary>Each as near to the middle of those that it is joined to as the order and the distances allow: those that would overlap move as one.</summary>
    private void Settle(List<Slot> layer, Func<Slot, List<Slot>> joined)
    {
        var offsets = new double[layer.Count];
        var groups = new List<(double Place, int Count)>();
        foreach (var (index, slot) in layer.Index())
        {
            offsets[index] = index == 0 ? 0 : offsets[index - 1] + ((layer[index - 1].Breadth + slot.Breadth) / 2) + beside;
            var group = (Place: joined(slot).Select(other => other.Middle).DefaultIfEmpty(slot.Middle).Average() - offsets[index], Count: 1);
            while (groups.Count > 0 && groups[^1].Place > group.Place)
            {
                var (place, count) = groups[^1];
                group = (((place * count) + (group.Place * group.Count)) / (count + group.Count), count + group.Count);
                groups.RemoveAt(groups.Count - 1);
            }
            groups.Add(group);
        }
        foreach (var (index, place) in groups.SelectMany(group => Enumerable.Repeat(group.Place, group.Count)).Index())
            layer[index].Middle = place + offsets[index];
    }
}
