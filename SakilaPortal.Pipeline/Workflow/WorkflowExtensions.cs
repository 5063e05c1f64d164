namespace SakilaPortal.Pipeline.Workflow;

internal static class WorkflowExtensions
{
    /// <summary>Adds the loop over the nodes; they run in the order in which they are registered.</summary>
    public static IServiceCollection AddWorkflow(this IServiceCollection services)
    {
        services.AddOptions<WorkflowOptions>().BindConfiguration("Workflow").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WorkflowHealth>();
        services.AddHealthChecks().AddCheck<WorkflowHealth>("workflow");
        return services
            .AddSingleton<WorkflowLease>()
            .AddSingleton<WorkflowSignal>()
            .AddSingleton<RunHistory>()
            .AddSingleton<WorkflowRunner>()
            .AddHostedService<WorkflowWorker>();
    }
}
