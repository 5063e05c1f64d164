using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Accounts;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Accounts;

/// <summary>The accounts of the portal, for administrators, and everyone's own password.</summary>
internal sealed class UsersClient(ApiConnection api)
{
    /// <param name="query">As in the address of a list, beginning with a question mark.</param>
    public Task<Page<User>> UsersAsync(string query, CancellationToken cancellationToken) => api.GetAsync<Page<User>>($"users{query}", cancellationToken);

    public Task<User> UpdateAsync(int id, UserUpdate update, CancellationToken cancellationToken) => api.PutAsync<User>($"users/{id}", update, cancellationToken);

    public Task ChangePasswordAsync(PasswordRequest request, CancellationToken cancellationToken) => api.PostAsync("password", request, cancellationToken);
}
