namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>Sales as MySQL has them and as <c>fact_sales</c> shows them, by figures that no wrong row leaves equal.</summary>
internal static class Sales
{
    private const string OfMySql = """
        SELECT CONCAT_WS(' ', COUNT(*), SUM(p.amount), SUM(p.amount * COALESCE(i.store_id, -1)), SUM(COALESCE(i.film_id, -1) * p.payment_id),
            SUM(COALESCE(p.rental_id, -1)), SUM(COALESCE(YEAR(r.rental_date) * 10000 + MONTH(r.rental_date) * 100 + DAY(r.rental_date), -1)),
            SUM(YEAR(p.payment_date) * 10000 + MONTH(p.payment_date) * 100 + DAY(p.payment_date)), SUM(p.customer_id * p.payment_id), SUM(p.staff_id))
        FROM sakila.payment p LEFT JOIN sakila.rental r ON r.rental_id = p.rental_id LEFT JOIN sakila.inventory i ON i.inventory_id = r.inventory_id
        """;

    private const string OfFact = """
        SELECT count(*), sum(amount), sum(amount * store_id), sum(film_id * payment_id), sum(rental_id), sum(date_key), sum(payment_date_key),
            sum(customer_id * payment_id), sum(staff_id)
        FROM curatedzonedb.fact_sales
        """;

    public static Task AreEqualAsync(LakeFixture lake, string after) => lake.UntilAsync(async () =>
        string.Join(' ', (await lake.AthenaAsync(OfFact))[0]) == await lake.MySqlAsync<string>(OfMySql), $"fact_sales is what MySQL says after: {after}");

    /// <summary>Rents a copy out and takes the money.</summary>
    public static Task SellAsync(LakeFixture lake, int inventory, decimal amount) => lake.ExecuteAsync("""
        START TRANSACTION;
        INSERT INTO sakila.rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), @inventory, 7, 2);
        INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (7, 2, LAST_INSERT_ID(), @amount, NOW());
        COMMIT
        """, new { inventory, amount });
}
