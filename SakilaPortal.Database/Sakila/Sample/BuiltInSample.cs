using Dapper;
using MySqlConnector;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>A Sakila of our own making, of the stock data's shape and counts, the same each time.</summary>
internal static class BuiltInSample
{
    private const string LastUpdate = "2006-02-15 04:34:33";

    /// <summary>Fills the empty tables of the connection's database; triggers must not be there yet.</summary>
    /// <param name="scale">How many times the customers, inventory items, rentals and payments.</param>
    public static async Task LoadAsync(MySqlConnection connection, int scale, CancellationToken cancellationToken)
    {
        // Rows without a last_update get the session's present.
        const string before = $"SET foreign_key_checks = 0, unique_checks = 0, timestamp = UNIX_TIMESTAMP('{LastUpdate}')";
        const string after = "SET foreign_key_checks = 1, unique_checks = 1, timestamp = DEFAULT";
        await connection.ExecuteAsync(new CommandDefinition(before, cancellationToken: cancellationToken));
        await FillAsync(new BulkInsert(connection), scale, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO film_text (film_id, title, description) SELECT film_id, title, description FROM film", cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(after, cancellationToken: cancellationToken));
    }

    private static async Task FillAsync(BulkInsert insert, int scale, CancellationToken cancellationToken)
    {
        var films = Catalogue.MakeFilms();
        var items = Stock.Make(films, scale);
        (string Table, IEnumerable<string> Rows)[] tables =
        [
            ("language (language_id, name)", Catalogue.LanguageRows()),
            ("category (category_id, name)", Catalogue.CategoryRows()),
            ("actor (actor_id, first_name, last_name)", People.ActorRows()),
            ("film (film_id, title, description, release_year, language_id, original_language_id, rental_duration, rental_rate, length, "
                + "replacement_cost, rating, special_features)", Catalogue.FilmRows(films)),
            ("film_category (film_id, category_id)", Catalogue.FilmCategoryRows(films)),
            ("film_actor (actor_id, film_id)", Catalogue.FilmActorRows(films)),
            ("country (country_id, country)", Places.CountryRows()),
            ("city (city_id, city, country_id)", Places.CityRows()),
            ("address (address_id, address, address2, district, city_id, postal_code, phone)", Places.AddressRows()),
            ("store (store_id, manager_staff_id, address_id)", Places.StoreRows()),
            ("staff (staff_id, first_name, last_name, address_id, picture, email, store_id, active, username)", Places.StaffRows()),
            ("customer (customer_id, store_id, first_name, last_name, email, address_id, active, create_date)", People.CustomerRows(scale)),
            ("inventory (inventory_id, film_id, store_id)", Stock.Rows(items)),
            ("rental (rental_id, rental_date, inventory_id, customer_id, return_date, staff_id)",
                RentalHistory.RentalRows(new RentalHistory(items, scale).Make())),
            ("payment (payment_id, customer_id, staff_id, rental_id, amount, payment_date)",
                RentalHistory.PaymentRows(new RentalHistory(items, scale).Make())),
        ];
        foreach (var (table, rows) in tables)
            await insert.AddAsync(table, rows, cancellationToken);
    }
}
