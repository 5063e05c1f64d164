using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using MySqlConnector;
using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Data;

/// <summary>
/// One deed a key: the key is claimed in the deed's own transaction, so that a second request with it waits for the first one's end
/// and then gets the same answer. A refused request leaves its key free. Another request with a key that was used is told what that one made.
/// </summary>
internal static class Idempotency
{
    public const string Header = "Idempotency-Key";
    public const int LongestKey = 200;

    internal sealed record Claim(int UserId, string Key, string BodyHash, DateTime Now);

    private sealed record Row(string BodyHash, string? Answer);

    /// <summary>Notes a missing or overlong key.</summary>
    public static void Check(FieldErrors errors, string? key) => errors.Require(Header, key, LongestKey);

    /// <summary>A request's claim; the body counts with its kind, so that a key of a payment never answers for a rental.</summary>
    public static Claim Of(ClaimsPrincipal caller, string key, object request, DateTime now) =>
        new(caller.UserId, key.Trim(), Hash(request), now);

    /// <summary>Does the work and commits it with its answer, or gives the answer of the earlier request with this key.</summary>
    public static Task<Results<Created<T>, ProblemHttpResult>> OnceAsync<T>(
        this MySqlDataSource database, Claim claim, Func<T, string> location,
        Func<MySqlTransaction, Task<Results<Created<T>, ProblemHttpResult>>> work, CancellationToken cancellationToken) =>
        database.InTransactionAsync(async transaction =>
        {
            if (await FindEarlierAsync(transaction, claim, location, cancellationToken) is { } earlier)
                return earlier;
            var answer = await work(transaction);
            if (answer.Result is Created<T> { Value: { } made })
            {
                await KeepAsync(transaction, claim, made, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            return answer;
        }, cancellationToken);

    private static string Hash(object request) => Convert.ToHexStringLower(
        SHA256.HashData([.. JsonSerializer.SerializeToUtf8Bytes(request.GetType().Name), .. JsonSerializer.SerializeToUtf8Bytes(request)]));

    private static async Task<Results<Created<T>, ProblemHttpResult>?> FindEarlierAsync<T>(
        MySqlTransaction transaction, Claim claim, Func<T, string> location, CancellationToken cancellationToken)
    {
        const string take = """
            INSERT IGNORE INTO portal.rental_request (user_id, idempotency_key, body_hash, requested_at) VALUES (@UserId, @Key, @BodyHash, @Now)
            """;
        const string find = "SELECT body_hash, answer FROM portal.rental_request WHERE user_id = @UserId AND idempotency_key = @Key FOR UPDATE";
        if (await transaction.ExecuteAsync(take, claim, cancellationToken) == 1)
            return null;
        var earlier = await transaction.FirstAsync<Row>(find, claim, cancellationToken);
        if (earlier is not { Answer: { } answer } || earlier.BodyHash != claim.BodyHash)
            return Problems.Impossible(Header, "This key was used for another request; take a new key for each one.", new Dictionary<string, object?>
            {
                ["earlier"] = earlier?.Answer is { } other ? JsonNode.Parse(other) : null,
            });
        var made = JsonSerializer.Deserialize<T>(answer, JsonSerializerOptions.Web)!;
        return TypedResults.Created(location(made), made);
    }

    private static Task<int> KeepAsync<T>(MySqlTransaction transaction, Claim claim, T made, CancellationToken cancellationToken)
    {
        const string sql = "UPDATE portal.rental_request SET answer = @answer WHERE user_id = @UserId AND idempotency_key = @Key";
        return transaction.ExecuteAsync(sql, new { answer = JsonSerializer.Serialize(made, JsonSerializerOptions.Web), claim.UserId, claim.Key }, cancellationToken);
    }
}
