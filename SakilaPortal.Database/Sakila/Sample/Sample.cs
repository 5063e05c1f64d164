using MySqlConnector;

namespace SakilaPortal.Database.Sakila;
internal static class Sample { public static Task LoadAsync(MySqlConnection connection, int scale, CancellationToken cancellationToken) => Task.CompletedTask; }
