using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Replication;

/// <summary>Section <c>Replication</c>: how MySQL's rows come to the landing zone.</summary>
internal sealed class ReplicationOptions
{
    /// <summary>False where AWS DMS writes the landing zone's <c>dms/</c> folder itself.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The largest file; what is more goes to the next one.</summary>
    [Range(1, 5L << 30, ErrorMessage = "Replication:FileBytes must be between 1 and 5 GiB.")]
    public long FileBytes { get; set; } = 1 << 30;

    /// <summary>How far back changes are read again where MySQL does not tell which transactions are open.</summary>
    [Range(0, 86_400, ErrorMessage = "Replication:OverlapSeconds must be between 0 and 86400.")]
    public int OverlapSeconds { get; set; } = 60;

    /// <summary>How often the keys of both sides are compared, for rows that others than the portal deleted or brought in with an old last_update.</summary>
    [Range(0.001, 10_080, ErrorMessage = "Replication:ReconcileMinutes must be between 0.001 and 10080.")]
    public double ReconcileMinutes { get; set; } = 15;
}
