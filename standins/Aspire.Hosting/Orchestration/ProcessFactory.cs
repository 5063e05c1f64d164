using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>Turns a resource, its arguments and its environment into what is started for it.</summary>
internal sealed class ProcessFactory(DistributedApplicationExecutionContext execution, DistributedApplicationOptions options)
{
    // Three levels above the folder of the framework that we run on stands the dotnet command that belongs to it.
    private static readonly string DotNet = Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());

    public static bool CanStart(IResource resource) => resource is ProjectResource or ExecutableResource or ContainerResource;

    public async Task<CommandLine> CreateAsync(IResource resource, CancellationToken cancellationToken)
    {
        var arguments = await ArgumentsAsync(resource, cancellationToken);
        var environment = await EnvironmentAsync(resource, cancellationToken);
        switch (resource)
        {
            case ProjectResource:
                var project = resource.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
                return new(DotNet, [AssemblyOf(project), .. arguments], Path.GetDirectoryName(project)!, environment);
            case ExecutableResource executable:
                return new(executable.Command, arguments, executable.WorkingDirectory, environment);
            case ContainerResource container:
                return await ContainerEngine.CreateAsync(container, arguments, environment, cancellationToken);
            default:
                throw new DistributedApplicationException($"'{resource.Name}' is nothing that can be started.");
        }
    }

    private static async Task<List<string>> ArgumentsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
            await annotation.Callback(context);

        var arguments = new List<string>();
        foreach (var value in context.Args)
            arguments.Add(await ResolveAsync(value, cancellationToken));
        return arguments;
    }

    private async Task<Dictionary<string, string>> EnvironmentAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(execution, resource, [], cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await annotation.Callback(context);

        var environment = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
            environment[name] = await ResolveAsync(value, cancellationToken);
        return environment;
    }

    private static async Task<string> ResolveAsync(object value, CancellationToken cancellationToken) => value switch
    {
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken) ?? "",
        IValueProvider provider => await provider.GetValueAsync(cancellationToken) ?? "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Projects are started from what the build of the host has built, in the host's own configuration.</summary>
    private string AssemblyOf(string projectPath)
    {
        var configuration = options.Assembly?.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var framework = new FrameworkName(options.Assembly?.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName ?? ".NETCoreApp,Version=v10.0");
        var assembly = Path.Combine(Path.GetDirectoryName(projectPath)!, "bin", configuration, $"net{framework.Version}", $"{Path.GetFileNameWithoutExtension(projectPath)}.dll");
        return File.Exists(assembly) ? assembly : throw new DistributedApplicationException(
            $"{assembly} is not there. Build the host, which builds the projects that it refers to: dotnet build {options.Assembly?.GetName().Name}");
    }
}
