using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>Section <c>Delivery</c>: how the delivery streams buffer.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Seconds before a buffer goes to the landing zone; 0 delivers within a second.</summary>
    [Range(0, 900, ErrorMessage = "Delivery:IntervalSeconds must be between 0 and 900.")]
    public int IntervalSeconds { get; set; } = 60;

    /// <summary>The role that streams write under, where they are created here and not by the account's own template.</summary>
    public string RoleArn { get; set; } = "arn:aws:iam::123456789012:role/sakila-delivery";
}
