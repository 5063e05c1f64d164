using SakilaPortal.Contracts.Partners;
using SakilaPortal.Contracts.Simulations;

namespace SakilaPortal.Web.Tests.Simulations;

internal static class Sample
{
    public static readonly DateTime Now = new(2026, 1, 5, 14, 30, 0, DateTimeKind.Utc);

    public static readonly Template Shipped = new(1, "Streaming partners", "{\"a\": {{random.number}}}", true, 1, Now);

    public static readonly Template Own = new(7, "My events", "{\"b\": 1}", false, 3, Now, "ada");

    public static readonly Simulation Running = new(
        "abc", SimulationState.Running, "Streaming partners", "partner-events", 100, 1000, null, 42, 600, 590, 3, 12, 90, 500, 450,
        Now.AddSeconds(-6), null, null, "ada", Total: 1000, AcceptedBytes: 118_000);

    public static readonly SimulationHistory History = new([
        new(Now.AddSeconds(-3), 300, 300, 0, 0, 200), new(Now.AddSeconds(-2), 400, 400, 0, 0, 300), new(Now.AddSeconds(-1), 600, 590, 3, 12, 500)]);

    public static readonly DeliveryProgress Delivery = new(
        90, 18_000, 1_048_576, 60, 41.4, 2, 100_000, 1, [new("streaming/2026/01/partner-events-1-2026-01-05-14-29-58-x", 50_000, Now.AddSeconds(-1), false)]);

    public static readonly RejectedEvent Refused = new(
        5, "posted", "0123#1", null, "{\"state\":\"Ontario\"}", "\"Ontario\" is none of the 50 US states.", Now, "partner", "open", null, null, null, null, null);
}
