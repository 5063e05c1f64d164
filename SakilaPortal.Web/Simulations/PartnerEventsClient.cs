using System.Text;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Simulations;

internal sealed class PartnerEventsClient(ApiConnection api)
{
    /// <param name="events">The request's body, sent as a person wrote it: a JSON list.</param>
    public Task<PartnerEventsResponse> PostAsync(string events, CancellationToken cancellationToken) =>
        api.PostAsync<PartnerEventsResponse>("partner-events", new StringContent(events, Encoding.UTF8, "application/json"), cancellationToken);

    public Task<Page<RejectedEvent>> RejectedAsync(string state, string? search, int page, int pageSize, CancellationToken cancellationToken) =>
        api.GetAsync<Page<RejectedEvent>>(
            $"rejected-events?state={state}&page={page}&pageSize={pageSize}{(string.IsNullOrWhiteSpace(search) ? "" : $"&search={Uri.EscapeDataString(search)}")}", cancellationToken);

    public Task<RejectedSummary> SummaryAsync(CancellationToken cancellationToken) => api.GetAsync<RejectedSummary>("rejected-events/summary", cancellationToken);

    public Task<RepairCheck> CheckAsync(string body, CancellationToken cancellationToken) =>
        api.PostAsync<RepairCheck>("rejected-events/check", new RepairRequest(body), cancellationToken);

    public Task<RepairCheck> RepairAsync(long id, string body, CancellationToken cancellationToken) =>
        api.PutAsync<RepairCheck>($"rejected-events/{id}", new RepairRequest(body), cancellationToken);

    /// <param name="what">replay, dismiss or undo.</param>
    public Task<RejectedChange> DecideAsync(string what, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        api.PostAsync<RejectedChange>($"rejected-events/{what}", new RejectedSelection(ids), cancellationToken);
}
