using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Catalog.Events;

/// <summary>Section <c>Events</c>: how partner events are taken in.</summary>
internal sealed class EventOptions
{
    /// <summary>An event whose id came before is recognised as a repeat for at least so long.</summary>
    [Range(1, 3650, ErrorMessage = "Events:RepeatDays must be between 1 and 3650.")]
    public int RepeatDays { get; set; } = 30;

    /// <summary>Objects are taken together until they hold so many events.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Events:PerBatch must be between 1 and 1000000.")]
    public int PerBatch { get; set; } = 50_000;
}
