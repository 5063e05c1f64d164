using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Bunit.StandIn;

/// <summary>bunit asks for AngleSharp.Diffing 1.0.0.0; what it uses of it is in 0.17.0 as well, which the runtime would refuse by itself.</summary>
internal static class OlderDiffing
{
    private const string Name = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void Accept() => AssemblyLoadContext.Default.Resolving += (context, wanted) =>
        wanted.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll")) : null;
}
