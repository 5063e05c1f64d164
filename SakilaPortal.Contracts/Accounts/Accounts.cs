namespace SakilaPortal.Contracts.Accounts;

public sealed record LoginRequest(string? UserName, string? Password);

public sealed record RefreshRequest(string? RefreshToken);

public sealed record PasswordRequest(string? OldPassword, string? NewPassword);

/// <param name="ExpiresIn">Seconds until the access token ends.</param>
public sealed record TokenResponse(string TokenType, string AccessToken, long ExpiresIn, string RefreshToken);

/// <param name="BootstrapCode">Makes the first administrator, where the database printed such a code.</param>
public sealed record RegisterRequest(
    string? UserName, string? Names, string? Surnames, DateOnly? BirthDate, string? Password, string? BootstrapCode = null);

public sealed record User(
    int Id, string UserName, string Names, string Surnames, DateOnly? BirthDate, IReadOnlyList<string> Roles, bool Disabled = false);

public sealed record UserUpdate(IReadOnlyList<string>? Roles, bool? Disabled);

/// <param name="Status">"ok" or "unavailable".</param>
public sealed record DatabaseStatus(string Status, string? Database, double? LatencyMs);
