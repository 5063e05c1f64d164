namespace SakilaPortal.Pipeline.Workflow;

internal static partial class WorkflowLog
{
    [LoggerMessage(LogLevel.Warning, "{Node} failed at attempt {Attempt}: {Reason}")]
    public static partial void NodeFailed(this ILogger logger, Exception? problem, string node, int attempt, string reason);

    [LoggerMessage(LogLevel.Warning, "The workflow cannot go on: {Reason} Trying again in {Seconds} s.")]
    public static partial void CannotGoOn(this ILogger logger, string reason, double seconds);

    [LoggerMessage(LogLevel.Information, "Run {Run} of the workflow was cancelled by {Who}.")]
    public static partial void Cancelled(this ILogger logger, long run, string who);

    [LoggerMessage(LogLevel.Information, "Another worker holds the lease; standing by.")]
    public static partial void StandingBy(this ILogger logger);
}
