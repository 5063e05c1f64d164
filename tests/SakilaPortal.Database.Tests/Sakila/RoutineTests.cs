using System.Data;

namespace SakilaPortal.Database.Tests.Sakila;

[Collection(StockCollection.Name)]
public class RoutineTests(StockServers servers)
{
    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task ARentedCopyLeavesTheStockUntilItIsBack(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        await using var undone = await connection.BeginTransactionAsync();
        Assert.Equal([1, 2, 3, 4], await InStock("film_in_stock"));
        Assert.Null(await Holder());

        await connection.ExecuteAsync(
            "INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), 2, 7, 1)", transaction: undone);
        Assert.Equal([1, 3, 4], await InStock("film_in_stock"));
        Assert.Equal([2], await InStock("film_not_in_stock"));
        Assert.Equal(7, await Holder());

        await connection.ExecuteAsync("UPDATE rental SET return_date = NOW() WHERE inventory_id = 2 AND return_date IS NULL", transaction: undone);
        Assert.Equal([1, 2, 3, 4], await InStock("film_in_stock"));

        async Task<List<int>> InStock(string procedure)
        {
            var items = (await connection.QueryAsync<int>($"CALL {procedure}(1, 1, @count)", transaction: undone)).ToList();
            Assert.Equal(items.Count, await connection.ExecuteScalarAsync<int>("SELECT @count", transaction: undone));
            return items;
        }

        Task<int?> Holder() => connection.ExecuteScalarAsync<int?>("SELECT inventory_held_by_customer(2)", transaction: undone);
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task TheBalanceIsFeesAndLateDaysLessPayments(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        await using var undone = await connection.BeginTransactionAsync();
        var before = await Balance();
        await connection.ExecuteAsync("""
            INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), 1, 1, 1);
            SET @id = LAST_INSERT_ID();
            UPDATE rental SET rental_date = '2020-01-01 23:00:00', return_date = '2020-01-10 01:00:00' WHERE rental_id = @id;
            INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (1, 1, @id, 0.50, NOW());
            UPDATE payment SET payment_date = '2020-01-01 23:00:00' WHERE rental_id = @id;
            """, transaction: undone);
        // ACADEMY DINOSAUR: 0.99 for six days, back after nine calendar days.
        Assert.Equal(before + 0.99m + 3 - 0.50m, await Balance());

        Task<decimal> Balance() => connection.ExecuteScalarAsync<decimal>("SELECT get_customer_balance(1, '2020-02-01')", transaction: undone);
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task TheRewardsReportLooksAtTheMonthBefore(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        const string fivePaymentsLastMonth = """
            INSERT INTO payment (customer_id, staff_id, amount, payment_date) VALUES (5, 1, 10, NOW()), (5, 1, 10, NOW()), (5, 1, 10, NOW()), (5, 1, 10, NOW()), (5, 1, 10, NOW());
            UPDATE payment SET payment_date = LAST_DAY(CURRENT_DATE - INTERVAL 1 MONTH) + INTERVAL 23 HOUR WHERE rental_id IS NULL AND customer_id = 5 AND amount = 10;
            """;
        await connection.ExecuteAsync(fivePaymentsLastMonth);
        var (customers, count) = await Report(4, 49.99m);
        Assert.Equal([5], customers);
        Assert.Equal(1, count);
        Assert.Empty((await Report(5, 1)).Customers);
        Assert.Empty((await Report(1, 50)).Customers);
        await connection.ExecuteAsync("DELETE FROM payment WHERE rental_id IS NULL AND customer_id = 5 AND amount = 10");

        async Task<(List<int> Customers, int Count)> Report(int purchases, decimal dollars) => (
            (await connection.QueryAsync<int>("CALL rewards_report(@purchases, @dollars, @count)", new { purchases, dollars })).ToList(),
            await connection.ExecuteScalarAsync<int>("SELECT @count"));
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task TheRewardsReportSaysWhatIsWrong(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        Assert.Equal("Minimum monthly purchases parameter must be > 0", await connection.QuerySingleAsync<string>("CALL rewards_report(0, 1, @count)"));
        Assert.Equal(
            "Minimum monthly dollar amount purchased parameter must be > $0.00", await connection.QuerySingleAsync<string>("CALL rewards_report(1, 0, @count)"));
    }

    [Theory]
    [InlineData(StockServers.BuiltIn), OfficialSakila]
    public async Task AProcedureCanBeCalledByNameWithItsOutput(string which)
    {
        await using var connection = await servers.OpenAsync(which);
        var parameters = new DynamicParameters(new { p_film_id = 1, p_store_id = 1 });
        parameters.Add("p_film_count", dbType: DbType.Int32, direction: ParameterDirection.Output);
        Assert.Equal(4, (await connection.QueryAsync<int>("film_in_stock", parameters, commandType: CommandType.StoredProcedure)).Count());
        Assert.Equal(4, parameters.Get<int>("p_film_count"));
    }
}
