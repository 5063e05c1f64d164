namespace SakilaPortal.Contracts.Lake;

/// <summary>The way of a rental or an event to the reports, hop by hop.</summary>
public sealed record Trace(IReadOnlyList<TraceHop> Hops);

/// <param name="Stage">row, change file, Parquet object, table version or report; for events accepted, delivery stream, landed object, batch, table version or report.</param>
/// <param name="At">UTC; null while the hop is still to come, and where the time is not known.</param>
/// <param name="State">done, waiting or missing.</param>
/// <param name="Reason">Why it is not there yet, or what is worth knowing of it.</param>
/// <param name="Link">The page about it in the portal.</param>
public sealed record TraceHop(string Stage, string? Where, DateTime? At, string State, string? Reason = null, string? Link = null);
