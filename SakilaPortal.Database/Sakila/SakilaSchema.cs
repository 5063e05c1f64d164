using Dapper;
using MySqlConnector;
using SakilaPortal.Database.Sakila.Sample;
using SakilaPortal.Database.Sql;

namespace SakilaPortal.Database.Sakila;

/// <summary>Makes the schema <c>sakila</c> where there is none, and leaves a foreign one as it is.</summary>
internal static class SakilaSchema
{
    private const string Views = "2_views";

    private sealed record Load(string Source, int Scale, DateTime? LoadedAt);

    /// <exception cref="DatabaseException">The dump is missing or malformed, or what is loaded is not what was asked for.</exception>
    public static async Task EnsureAsync(MySqlConnection connection, DatabaseOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        var asked = options.Dump is null ? "sample" : "official";
        var load = await connection.QueryFirstOrDefaultAsync<Load>("SELECT source, scale, loaded_at LoadedAt FROM portal.sakila_load");
        var exists = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'sakila'") > 0;
        if (load is { LoadedAt: not null } && exists)
            TellDifference(load, asked, options.Scale, say);
        else if (exists && load is null)
            await AdoptAsync(connection, options, say, cancellationToken);
        else
            await LoadAsync(connection, options, asked, say, cancellationToken);
    }

    private static void TellDifference(Load load, string asked, int scale, Action<string> say)
    {
        if (load.Source != asked || load.Scale != scale)
            say($"The data folder holds the {load.Source} Sakila at scale {load.Scale}, not the {asked} one at scale {scale}; "
                + "it is kept. To load the other, start with --reset, or give another --data.");
    }

    private static async Task AdoptAsync(MySqlConnection connection, DatabaseOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        if (options.AllowSakilaChanges)
            await SakilaChanges.ApplyAsync(connection, cancellationToken);
        else
            say("The schema sakila was here before us and stays as it is. With --allow-sakila-changes payment_id is widened and last_update indexed.");
    }

    private static async Task LoadAsync(MySqlConnection connection, DatabaseOptions options, string asked, Action<string> say, CancellationToken cancellationToken)
    {
        using var dump = options.Dump is { } path ? OfficialDump.Open(path) : null;
        if (dump is not null && options.Scale > 1)
            throw new DatabaseException("--scale multiplies the built-in sample; it does not go with --sakila.");
        const string begin = """
            DELETE FROM portal.sakila_load;
            INSERT INTO portal.sakila_load (source, scale) VALUES (@asked, @Scale);
            DROP DATABASE IF EXISTS sakila;
            CREATE DATABASE sakila CHARACTER SET utf8mb4;
            USE sakila;
            """;
        await connection.ExecuteAsync(new CommandDefinition(begin, new { asked, options.Scale }, cancellationToken: cancellationToken));
        say(dump is null ? "Loading the built-in Sakila sample" : $"Loading the official Sakila from {options.Dump}");
        await (dump is null ? LoadSampleAsync(connection, options.Scale, cancellationToken) : LoadDumpAsync(dump, connection, cancellationToken));
        await SakilaChanges.ApplyAsync(connection, cancellationToken);
        await connection.ExecuteAsync("UPDATE portal.sakila_load SET loaded_at = UTC_TIMESTAMP(3)");
        say("Sakila is loaded");
    }

    // The stock triggers set dates to the present, so they come after the rows.
    private static async Task LoadSampleAsync(MySqlConnection connection, int scale, CancellationToken cancellationToken)
    {
        await RunAsync("1_tables", connection, cancellationToken);
        await BuiltInSample.LoadAsync(connection, scale, cancellationToken);
        foreach (var script in (string[])[Views, "3_routines", "4_triggers"])
            await RunAsync(script, connection, cancellationToken);
    }

    // Three of the dump's views cannot be read on MariaDB under MySQL 8's sql_mode; ours give the same rows there too.
    private static async Task LoadDumpAsync(OfficialDump dump, MySqlConnection connection, CancellationToken cancellationToken)
    {
        await dump.LoadAsync(connection, cancellationToken);
        await RunAsync(Views, connection, cancellationToken);
    }

    private static Task RunAsync(string script, MySqlConnection connection, CancellationToken cancellationToken) =>
        SqlScript.RunAsync(new StringReader(Embedded.Text($"Sakila/Stock/{script}.sql")), $"{script}.sql", connection, cancellationToken);
}
