using MySqlConnector;
using SakilaPortal.Database;
using SakilaPortal.Database.Accounts;
using SakilaPortal.Database.Portal;
using SakilaPortal.Database.Sakila;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var options = DatabaseOptions.Parse(args);
    await using var connection = await Server.OpenAsync(options.Connection, TimeSpan.FromSeconds(60), stop.Token);
    await using var turn = await Server.TakeTurnAsync(connection, stop.Token);
    await PortalSchema.MigrateAsync(connection, Console.WriteLine, stop.Token);
    await SakilaSchema.EnsureAsync(connection, options, Console.WriteLine, stop.Token);
    await CustomerDocuments.FillAsync(connection, stop.Token);
    await FirstAccounts.EnsureAsync(connection, options.DemoPassword, Console.WriteLine, stop.Token);
    return 0;
}
catch (DatabaseException reason)
{
    await Console.Error.WriteLineAsync(reason.Message);
    return 1;
}
catch (MySqlException refusal)
{
    await Console.Error.WriteLineAsync($"MySQL refused a step, so the database is not ready: {refusal.Message} Start again, with --reset if it was left half made.");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped. What was half loaded is loaded again at the next start.");
    return 130;
}
