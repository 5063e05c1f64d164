using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration;

internal static class PortAllocator
{
    /// <summary>Gives every endpoint its port. There is no proxy here: a resource listens on its public port itself.</summary>
    public static void Allocate(DistributedApplicationModel model, IConfiguration configuration)
    {
        var randomize = configuration.GetValue("DcpPublisher:RandomizePorts", false);
        foreach (var resource in model.Resources)
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                var asked = randomize && endpoint.IsProxied ? null : endpoint.Port;
                if (resource is not ContainerResource)
                    asked ??= endpoint.TargetPort;
                var port = asked ?? FreePort();
                if (resource is not ContainerResource)
                    endpoint.TargetPort = port;
                endpoint.AllocatedEndpoint = new(endpoint, "localhost", port);
            }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
