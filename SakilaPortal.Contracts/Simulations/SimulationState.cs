using System.Text.Json.Serialization;

namespace SakilaPortal.Contracts.Simulations;

[JsonConverter(typeof(JsonStringEnumConverter<SimulationState>))]
public enum SimulationState
{
    [JsonStringEnumMemberName("running")] Running,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("stopped")] Stopped,
    [JsonStringEnumMemberName("failed")] Failed,
}
