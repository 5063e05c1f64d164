using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Http;
using SakilaPortal.Contracts.Rentals;

namespace SakilaPortal.Api.Rentals;

/// <summary>
/// One rental a key: the key is claimed in the rental's own transaction, so that a second request with it waits for the first one's end
/// and then gets the same answer. A refused request leaves its key free.
/// </summary>
internal static class Idempotency
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    internal sealed record Claim(int UserId, string Key, string BodyHash, DateTime Now);

    private sealed record Row(string BodyHash, string? Answer);

    public static string Hash(CreateRentalRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request)));

    /// <summary>The answer to the earlier request of this key, a refusal if that one was another, or null when the key is new.</summary>
    public static async Task<Results<Created<Rental>, ProblemHttpResult>?> FindEarlierAsync(
        MySqlTransaction transaction, Claim claim, CancellationToken cancellationToken)
    {
        const string take = """
            INSERT IGNORE INTO portal.rental_request (user_id, idempotency_key, body_hash, requested_at) VALUES (@UserId, @Key, @BodyHash, @Now)
            """;
        const string find = "SELECT body_hash, answer FROM portal.rental_request WHERE user_id = @UserId AND idempotency_key = @Key FOR UPDATE";
        if (await transaction.ExecuteAsync(take, claim, cancellationToken) == 1)
            return null;
        var earlier = await transaction.FirstAsync<Row>(find, claim, cancellationToken);
        return earlier is { Answer: { } answer } && earlier.BodyHash == claim.BodyHash
            ? RentFilm.Answer(JsonSerializer.Deserialize<Rental>(answer)!)
            : Problems.Impossible(Header, "This key was used for another rental; take a new key for each rental.");
    }

    public static Task KeepAsync(MySqlTransaction transaction, Claim claim, Rental rental, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE portal.rental_request SET rental_id = @RentalId, answer = @answer WHERE user_id = @UserId AND idempotency_key = @Key
            """;
        return transaction.ExecuteAsync(
            sql, new { rental.RentalId, answer = JsonSerializer.Serialize(rental), claim.UserId, claim.Key }, cancellationToken);
    }
}
