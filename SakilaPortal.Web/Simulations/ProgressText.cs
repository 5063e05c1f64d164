using SakilaPortal.Contracts.Simulations;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Simulations;

internal static class ProgressText
{
    public const string Chart = "Events a second";
    public const string AcceptedRate = "accepted a second";
    public const string LandedRate = "landed a second";
    public const string RetriedRate = "put again a second";
    public const string NoRate = "No rate is known yet.";
    public const string AsTable = "The figures as a table";
    public const string Time = "Time";

    public const string Buffer = "Buffer of the delivery stream";
    public const string BufferFill = "How full the buffer is";
    public const string Delivered = "Objects delivered";
    public const string DeliveredNote = "while this simulation ran, of all senders";
    public const string NextDelivery = "Next delivery";
    public const string BufferEmpty = "nothing buffered";
    public const string Soon = "any moment";
    public const string Reckoned = "reckoned from the stream's hints";
    public const string Object = "Object";
    public const string Size = "Size";
    public const string DeliveredAt = "Delivered";
    public const string TakenIn = "In the lake";
    public const string Yes = "taken in";
    public const string Waits = "waits";
    public const string LatestObjects = "The newest objects";

    public const string Injected = "Faults injected";
    public const string InjectedHint = "None of these is part of attempted = accepted + rejected.";
    public const string Throttled = "Batches throttled";
    public const string ThrottledNote = "turned away, then put again";
    public const string Withheld = "Failed in a batch";
    public const string WithheldNote = "records, put again";
    public const string Duplicates = "Sent twice";
    public const string DuplicatesNote = "the lake keeps one";
    public const string Late = "Late";
    public const string LateNote = "counted as any other";
    public const string Malformed = "Malformed extras";
    public const string MalformedNote = "they become rejected events";

    public static string Fill(DeliveryProgress delivery) =>
        $"about {Figures.Bytes(delivery.BufferedBytes)} of {Figures.Bytes(delivery.FlushBytes)}; the stream delivers at {Figures.Bytes(delivery.FlushBytes)} or after {Figures.Plural(delivery.FlushSeconds, "second")}";

    public static string Next(DeliveryProgress delivery) => delivery.SecondsToFlush switch
    {
        null => BufferEmpty,
        < 1 => Soon,
        var seconds => $"in about {Figures.Plural((long)Math.Round(seconds.Value), "second")}",
    };
}
