using Dapper;
using MySqlConnector;

namespace SakilaPortal.Api.Data;

internal static class DatabaseSetup
{
    /// <summary>One pooled source of connections to MySQL, by the connection string <c>sakila</c>; it may also name the schema <c>portal</c>.</summary>
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.TypeMapProvider = static type => new RecordMap(type);
        SqlMapper.AddTypeHandler(new DateOnlyHandler());

        var connectionString = builder.Configuration.GetConnectionString("sakila")
            ?? throw new InvalidOperationException("ConnectionStrings:sakila is missing; give it as Server=…;Port=…;User ID=…;Password=…;Database=sakila.");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => Build(connectionString));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    private static MySqlDataSource Build(string connectionString)
    {
        var source = new MySqlDataSourceBuilder(connectionString);
        // The stock triggers and column defaults ask for the session's time, which is UTC everywhere in the portal.
        source.UseConnectionOpenedCallback(static async (context, cancellationToken) =>
        {
            await using var command = new MySqlCommand("SET time_zone = '+00:00'", context.Connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
        return source.Build();
    }
}
