using SakilaPortal.Contracts.Rentals;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Rentals;

/// <summary>
/// Sends a rental so that it is made once, however often it is sent: until the Api has answered, the same draft goes out again with the same key
/// and the same moment.
/// </summary>
internal sealed class RentalSubmission(RentalsClient rentals)
{
    private (RentalDraft Draft, CreateRentalRequest Request, string Key)? unanswered;

    public async Task<Rental> SendAsync(RentalDraft draft, Func<CreateRentalRequest> toRequest, CancellationToken cancellationToken)
    {
        if (unanswered?.Draft != draft)
            unanswered = (draft, toRequest(), Guid.CreateVersion7().ToString());
        var (_, request, key) = unanswered!.Value;
        try
        {
            var rental = await rentals.RentAsync(request, key, cancellationToken);
            unanswered = null;
            return rental;
        }
        catch (ApiException e) when ((int?)e.Status is >= 400 and < 500)
        {
            unanswered = null;
            throw;
        }
    }
}
