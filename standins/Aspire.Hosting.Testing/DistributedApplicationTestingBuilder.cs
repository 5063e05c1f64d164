namespace Aspire.Hosting.Testing;

public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs the entry point of <typeparamref name="TEntryPoint"/>'s assembly up to the moment it builds its application.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => SuspendedEntryPoint.StartAsync(typeof(TEntryPoint).Assembly, args, cancellationToken);
}
