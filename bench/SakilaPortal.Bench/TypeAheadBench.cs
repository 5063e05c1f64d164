using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SakilaPortal.Contracts.Accounts;
using SakilaPortal.Contracts.Films;
using SakilaPortal.Contracts;

namespace SakilaPortal.Bench;

internal static class TypeAheadBench
{
    private const int Rounds = 100;

    public static async Task<int> RunAsync(Uri api, string password)
    {
        using var client = new HttpClient { BaseAddress = api };
        using var login = await client.PostAsJsonAsync("/api/login", new LoginRequest("clerk", password));
        login.EnsureSuccessStatusCode();
        var token = (await login.Content.ReadFromJsonAsync<TokenResponse>())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(token.TokenType, token.AccessToken);

        var films = (await client.GetFromJsonAsync<Page<Film>>("/api/films?limit=200"))!.Items;
        var keys = films.SelectMany(film => Enumerable.Range(1, 6).Select(length => film.Title[..Math.Min(length, film.Title.Length)])).ToArray();
        await TimeAsync(client, keys.Take(20).Select(key => $"/api/films?search={Uri.EscapeDataString(key)}&limit=10"));
        Figures.Print("films, one key", await TimeAsync(client, Spread(keys).Select(key => $"/api/films?search={Uri.EscapeDataString(key)}&limit=10")));
        Figures.Print("films, the whole list opened", await TimeAsync(client, Enumerable.Repeat("/api/films?limit=50", Rounds)));
        Figures.Print("customers, one key", await TimeAsync(client, Spread(["MA", "MARY", "SMI", "LINDA", "JO", "4000"]).Select(key => $"/api/customers?search={key}")));
        return 0;
    }

    private static IEnumerable<string> Spread(string[] keys) => Enumerable.Range(0, 5 * Rounds).Select(round => keys[round * 7919 % keys.Length]);

    private static async Task<List<double>> TimeAsync(HttpClient client, IEnumerable<string> addresses)
    {
        var times = new List<double>();
        foreach (var address in addresses)
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times;
    }
}
