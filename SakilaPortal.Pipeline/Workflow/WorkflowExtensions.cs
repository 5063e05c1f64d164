namespace SakilaPortal.Pipeline.Workflow;

internal static class WorkflowExtensions
{
    /// <summary>Adds the loop over the nodes; each runs as soon as those that it builds on are done.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.AddOptions<WorkflowOptions>().BindConfiguration("Workflow").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WorkflowHealth>();
        services.AddHealthChecks().AddCheck<WorkflowHealth>("workflow");
        return services
            .AddSingleton<WorkflowLease>()
            .AddSingleton<WorkflowSignal>()
            .AddSingleton<INode, PublishNode>()
            .AddSingleton<WorkflowGraph>()
            .AddSingleton<RunHistory>()
            .AddSingleton<RunRequests>()
            .AddSingleton<NodeBook>()
            .AddSingleton<NodeHolds>()
            .AddSingleton<WatchedRun>()
            .AddSingleton<WorkflowRunner>()
            .AddHostedService<WorkflowWorker>();
    }
}
