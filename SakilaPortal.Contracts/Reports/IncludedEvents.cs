namespace SakilaPortal.Contracts.Reports;

/// <summary>Events that had been accepted and had not landed when a run began, and how many of them its result counts.</summary>
/// <param name="Included">Counted in the result.</param>
/// <param name="TooMany">Left out: the text of one query holds no more.</param>
/// <param name="Unknown">Left out: what they say is not at hand any more.</param>
/// <param name="Landed">Left out: they had landed, and waited for the workflow to publish them.</param>
public sealed record IncludedEvents(long Included, long TooMany, long Unknown, long Landed)
{
    public long LeftOut => TooMany + Unknown + Landed;
}
