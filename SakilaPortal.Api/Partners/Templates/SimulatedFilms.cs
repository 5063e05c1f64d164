using System.Collections.Frozen;
using MySqlConnector;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Partners.Events;

namespace SakilaPortal.Api.Partners.Templates;

/// <summary>Which films simulated events may name: those of the stock catalogue, and any that was added since.</summary>
internal static class SimulatedFilms
{
    private const int StockFilms = 1000;

    /// <summary>The rules of the stream's records; null for a stream whose records have none but to be JSON.</summary>
    public static async Task<PartnerEventRules?> RulesAsync(this MySqlDataSource database, string? stream, CancellationToken cancellationToken)
    {
        if ((stream ?? PartnerEventRules.Stream) != PartnerEventRules.Stream)
            return null;

        const string sql = "SELECT film_id FROM sakila.film WHERE film_id > @stock";
        var added = (await database.ListAsync<long>(sql, new { stock = StockFilms }, cancellationToken)).ToFrozenSet();
        return new(film => film is >= 1 and <= StockFilms || added.Contains(film), named: false);
    }
}
