using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>Whoever takes back what was done at the counter says why.</summary>
internal static class Reasons
{
    private const int Longest = 1000;

    public static FieldErrors Check(ReasonRequest? request)
    {
        var errors = new FieldErrors();
        errors.Require("reason", request?.Reason, Longest);
        return errors;
    }
}
