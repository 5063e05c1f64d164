using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace SakilaPortal.AppHost.Options;

/// <summary>The ports of the portal's parts: the documented ones, or what <c>Ports:NAME</c> says; 0 takes any free one.</summary>
internal sealed class Ports(IConfiguration configuration)
{
    private static readonly (string Name, int Port)[] Documented = [("Web", 5100), ("Api", 5101), ("Pipeline", 5102), ("LocalAws", 4566), ("MySql", 33306)];

    // What a killed portal leaves behind is gone after some seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly Dictionary<string, int> ports = Documented.ToDictionary(part => part.Name, part => Read(configuration, part.Name, part.Port));

    public int this[string name] => ports[name];

    /// <summary>Makes sure that nobody else listens where the portal's parts are going to.</summary>
    public async Task EnsureFreeAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
            await EnsureFreeAsync(name, ports[name]);
    }

    private static int Read(IConfiguration configuration, string name, int documented)
    {
        var section = configuration.GetSection("Ports");
        if (section.GetChildren().FirstOrDefault(child => !Documented.Any(part => part.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))) is { } unknown)
            throw new StartException($"Ports:{unknown.Key} is not known; there are {string.Join(", ", Documented.Select(part => part.Name))}.", exitCode: 2);
        if (section[name] is not { } text)
            return documented;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > IPEndPoint.MaxPort)
            throw new StartException($"Ports:{name} is a port number from 0 to {IPEndPoint.MaxPort}, not '{text}'.", exitCode: 2);
        return port == 0 ? AnyFree() : port;
    }

    private static async Task EnsureFreeAsync(string name, int port)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!IsFree(port))
        {
            if (DateTime.UtcNow > deadline)
                throw new StartException($"Port {port}, meant for {name}, is in use by another program; stop that, or choose another port with --Ports:{name}=N.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private static bool IsFree(int port) => IsFree(IPAddress.Loopback, port) && IsFree(IPAddress.IPv6Loopback, port);

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException failure)
        {
            // Where there is no IPv6 nobody listens on it.
            return failure.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }

    private static int AnyFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
