using System.Text;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Replication;

namespace SakilaPortal.Pipeline.Tests.Lake;

[Collection(nameof(LakeCollection))]
public sealed class TablesOfMySqlTests(LakeFixture lake)
{
    private static readonly string[] Tables =
    [
        "actor", "address", "category", "city", "country", "customer", "film", "film_actor", "film_category", "film_text",
        "inventory", "language", "payment", "rental", "staff", "store",
    ];

    [Fact]
    public async Task EveryCleanTableHasTheRowsOfMySql()
    {
        foreach (var table in Tables)
            await lake.UntilAsync(async () => await CleanCountAsync(table) == await lake.MySqlAsync<long>($"SELECT COUNT(*) FROM sakila.{table}"), $"{table} is complete");
        Assert.Equal($"{await lake.MySqlAsync<decimal>("SELECT SUM(amount) FROM sakila.payment")}", await lake.AthenaValueAsync("SELECT sum(amount) FROM cleanzonedb.payment"));
    }

    [Fact]
    public async Task AFullLoadAndItsChangesLieInTheLandingZoneAsDmsWritesThem()
    {
        var load = await ReadAsync("dms/sakila/language/LOAD00000001.csv");
        Assert.StartsWith("language_id,name,last_update\n1,English,2006-02-15 ", load);
        var listed = await lake.S3.ListObjectsV2Async(new() { BucketName = LakeFixture.Landing, Prefix = "dms/sakila/address/LOAD" });
        Assert.DoesNotContain("location", await ReadAsync(listed.S3Objects[0].Key));
    }

    [Fact]
    public async Task ANewRentalAndItsPaymentAreInTheLakeOnTheNextRun()
    {
        var (rental, payment) = await RentAsync();
        await lake.UntilAsync(async () => await CleanCountAsync("payment", $"payment_id = {payment} AND rental_id = {rental} AND amount = decimal '7.77'") == 1, "the payment is clean");
        await lake.UntilAsync(async () => await CleanCountAsync("rental", $"rental_id = {rental} AND return_date IS NULL") == 1, "the rental is clean");

        await lake.ExecuteAsync("UPDATE sakila.rental SET return_date = '2026-07-05 10:00:00' WHERE rental_id = @rental", new { rental });
        await lake.UntilAsync(async () => await CleanCountAsync("rental", $"rental_id = {rental} AND return_date = timestamp '2026-07-05 10:00:00'") == 1, "the return is clean");
        Assert.Equal(1, await CleanCountAsync("rental", $"rental_id = {rental}"));
    }

    [Fact]
    public async Task ADeletedPaymentLeavesTheLake()
    {
        var (_, payment) = await RentAsync();
        await lake.UntilAsync(async () => await CleanCountAsync("payment", $"payment_id = {payment}") == 1, "the payment is clean");
        await lake.ExecuteAsync(
            """
            START TRANSACTION;
            DELETE FROM sakila.payment WHERE payment_id = @payment;
            INSERT INTO portal.tombstone (table_name, key_json, deleted_at) VALUES ('payment', JSON_OBJECT('payment_id', @payment), UTC_TIMESTAMP(3));
            COMMIT
            """, new { payment });
        await lake.UntilAsync(async () => await CleanCountAsync("payment", $"payment_id = {payment}") == 0, "the payment is gone");
    }

    [Fact]
    public async Task ARowOfALongTransactionIsNotMissed()
    {
        await using var connection = new MySqlConnector.MySqlConnection(lake.ConnectionString());
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, transaction, "INSERT INTO sakila.language (name) VALUES ('Latin')");
        // Others commit later changes, which are replicated while the transaction is still open.
        await lake.ExecuteAsync("INSERT INTO sakila.language (name) VALUES ('Greek')");
        await lake.UntilAsync(async () => await CleanCountAsync("language", "name = 'Greek'") == 1, "the later row is clean");
        await lake.UntilAsync(
            async () => await lake.MySqlAsync<long>("SELECT TIMESTAMPDIFF(SECOND, (SELECT last_update FROM sakila.language WHERE name = 'Greek'), UTC_TIMESTAMP())") > 4, "some seconds have passed");
        await transaction.CommitAsync();
        await lake.UntilAsync(async () => await CleanCountAsync("language", "name = 'Latin'") == 1, "the row of the long transaction is clean");
    }

    [Fact]
    public async Task ABadFileIsSetAsideWithTheReasonAndTheRestGoesOn()
    {
        var bad = await PutAsync("dms/sakila/city/20260704-000000001.csv", "Op,city_id,city,country_id,last_update\nU,one,Bad,1,2026-07-04 00:00:00\n");
        var good = await PutAsync("dms/sakila/city/20260704-000000002.csv", "Op,city_id,city,country_id,last_update\nU,1,Good,1,2026-07-04 00:00:00\n");
        await lake.TellAsync([good, bad, good]);
        await lake.UntilAsync(async () => await CleanCountAsync("city", "city = 'Good'") == 1, "the good file is clean");
        Assert.Contains("one", await lake.MySqlAsync<string>("SELECT reason FROM portal.landed_object WHERE object_key = @Key AND state = 'refused'", new { bad.Key }));
        Assert.Equal(1, await lake.MySqlAsync<long>("SELECT COUNT(*) FROM portal.landed_object WHERE object_key = @Key", new { good.Key }));
    }

    [Fact]
    public async Task AFileThatComesLateDoesNotUndoLaterOnes()
    {
        var later = await PutAsync("dms/sakila/actor/20260704-000000002.csv", "Op,actor_id,first_name,last_name,last_update\nU,200,NEW,NAME,2026-07-04 00:00:00\n");
        await lake.TellAsync([later]);
        await lake.UntilAsync(async () => await CleanCountAsync("actor", "first_name = 'NEW'") == 1, "the later file is clean");
        var earlier = await PutAsync("dms/sakila/actor/20260704-000000001.csv", "Op,actor_id,first_name,last_name,last_update\nU,200,OLD,NAME,2026-07-03 00:00:00\nU,199,OTHER,NAME,2026-07-03 00:00:00\n");
        await lake.TellAsync([earlier]);
        await lake.UntilAsync(async () => await CleanCountAsync("actor", "first_name = 'OTHER'") == 1, "the earlier file is clean");
        Assert.Equal(1, await CleanCountAsync("actor", "actor_id = 200 AND first_name = 'NEW'"));
    }

    [Fact]
    public async Task WhatTheRealServiceLandsIsFoundWithoutBeingTold()
    {
        await PutAsync("dms/sakila/category/0000000001.csv", "Op,category_id,name,last_update\nU,16,\"Travel, by \"\"train\"\"\",2006-02-15 04:46:27\n");
        await using var database = new MySqlConnector.MySqlDataSource(lake.ConnectionString());
        var options = Options.Create(new LakeOptions());
        var files = new TableFiles(
            database, new(lake.S3), new(database, TimeProvider.System), options, Options.Create(new ReplicationOptions { Enabled = false }), TimeProvider.System);
        await files.FindAsync(CancellationToken.None);
        await lake.UntilAsync(async () => await CleanCountAsync("category", "category_id = 16 AND name = 'Travel, by \"train\"'") == 1, "the change is clean");
        Assert.Equal(16, await CleanCountAsync("category"));
    }

    private async Task<long> CleanCountAsync(string table, string where = "TRUE") =>
        long.Parse(await lake.AthenaValueAsync($"SELECT count(*) FROM cleanzonedb.{table} WHERE {where}"));

    private async Task<(long Rental, long Payment)> RentAsync()
    {
        var inventory = Random.Shared.Next(1, 4000);
        await lake.ExecuteAsync(
            """
            START TRANSACTION;
            INSERT INTO sakila.rental (rental_date, inventory_id, customer_id, staff_id) VALUES (NOW(), @inventory, 1, 1);
            INSERT INTO sakila.payment (customer_id, staff_id, rental_id, amount, payment_date) VALUES (1, 1, LAST_INSERT_ID(), 7.77, NOW());
            COMMIT
            """, new { inventory });
        var rental = await lake.MySqlAsync<long>("SELECT MAX(rental_id) FROM sakila.rental WHERE inventory_id = @inventory", new { inventory });
        return (rental, await lake.MySqlAsync<long>("SELECT payment_id FROM sakila.payment WHERE rental_id = @rental", new { rental }));
    }

    private static async Task ExecuteAsync(MySqlConnector.MySqlConnection connection, MySqlConnector.MySqlTransaction transaction, string sql)
    {
        await using var command = new MySqlConnector.MySqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<(string Key, string ETag)> PutAsync(string key, string text)
    {
        var put = await lake.S3.PutObjectAsync(new PutObjectRequest { BucketName = LakeFixture.Landing, Key = key, ContentBody = text });
        return (key, put.ETag.Trim('"'));
    }

    private async Task<string> ReadAsync(string key)
    {
        using var response = await lake.S3.GetObjectAsync(LakeFixture.Landing, key);
        using var reader = new StreamReader(response.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
