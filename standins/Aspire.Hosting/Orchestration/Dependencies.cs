using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

internal static class Dependencies
{
    /// <summary>What a resource waits for or refers to, and so is stopped before.</summary>
    public static IEnumerable<IResource> Of(IResource resource) =>
        resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource)
            .Concat(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relationship => relationship.Resource))
            .Distinct();

    public static async Task WaitAsync(IResource resource, ResourceNotificationService notifications, Board board, CancellationToken cancellationToken)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().ToArray();
        if (waits.Length == 0)
            return;

        await notifications.PublishUpdateAsync(resource, state => state with { State = KnownResourceStates.Waiting });
        board.State(resource, $"waiting for {string.Join(", ", waits.Select(wait => wait.Resource.Name))}");
        await Task.WhenAll(waits.Select(wait => WaitAsync(wait, notifications, cancellationToken)));
    }

    private static async Task WaitAsync(WaitAnnotation wait, ResourceNotificationService notifications, CancellationToken cancellationToken)
    {
        switch (wait.WaitType)
        {
            case WaitType.WaitUntilHealthy:
                await notifications.WaitForResourceHealthyAsync(wait.Resource.Name, cancellationToken);
                break;
            case WaitType.WaitUntilStarted:
                await notifications.WaitForResourceAsync(wait.Resource.Name, KnownResourceStates.Running, cancellationToken);
                break;
            case WaitType.WaitForCompletion:
                var end = await notifications.WaitForResourceAsync(
                    wait.Resource.Name, update => KnownResourceStates.TerminalStates.Contains(update.Snapshot.State?.Text), cancellationToken);
                if (end.Snapshot.ExitCode != wait.ExitCode)
                    throw new DistributedApplicationException($"'{wait.Resource.Name}', which it waits for, did not end well.");
                break;
        }
    }
}
