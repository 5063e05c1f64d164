using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>The console: one line for each change of a resource's state, and the resources' own output behind their names.</summary>
internal sealed class Board(DistributedApplicationModel model)
{
    private static readonly bool Coloured = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    private static readonly int[] Colours = [36, 35, 32, 33, 34, 96, 95, 92];
    private readonly Lock gate = new();
    private readonly int width = model.Resources.Select(resource => resource.Name.Length).DefaultIfEmpty(0).Max();

    public void State(IResource resource, string text) => Write(resource, $"> {(Coloured ? $"\e[1m{text}\e[0m" : text)}");

    public void Log(IResource resource, string line) => Write(resource, $"| {line}");

    private void Write(IResource resource, string text)
    {
        var name = resource.Name.PadRight(width);
        if (Coloured)
            name = $"\e[{Colours[model.Resources.IndexOf(resource) % Colours.Length]}m{name}\e[0m";
        lock (gate)
            Console.WriteLine($"{name} {text}");
    }
}
