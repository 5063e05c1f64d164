using Microsoft.Extensions.Configuration;

namespace SakilaPortal.Database;

/// <summary>What the program was asked for, on its command line or in its environment.</summary>
/// <param name="Connection">The server's connection string (<c>--connection</c>, or <c>ConnectionStrings:sakila</c>).</param>
/// <param name="Dump">Folder or zip of the official dump (<c>--sakila</c>), or null for the built-in sample.</param>
/// <param name="Scale">How many times the sample's customers, inventory, rentals and payments (1 to 100).</param>
/// <param name="AllowSakilaChanges">Whether a <c>sakila</c> that is not ours may be altered.</param>
/// <param name="DemoPassword">The demo accounts' password (<c>Accounts:DemoPassword</c>); without it there are none.</param>
internal sealed record DatabaseOptions(string Connection, string? Dump, int Scale, bool AllowSakilaChanges, string? DemoPassword)
{
    private const string AllowFlag = "--allow-sakila-changes";
    private static readonly string[] Known = ["--connection", "--sakila", "--scale"];

    /// <exception cref="DatabaseException">A flag is unknown or its value is off.</exception>
    public static DatabaseOptions Parse(string[] args)
    {
        var valued = args.Where(arg => arg != AllowFlag).ToArray();
        if (valued.FirstOrDefault(arg => arg.StartsWith("--", StringComparison.Ordinal) && !Known.Contains(arg.Split('=')[0])) is { } unknown)
            throw new DatabaseException($"{unknown} is unknown. Flags: --connection STRING, --sakila DIR|ZIP, --scale N, {AllowFlag}.");
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(valued).Build();
        return new DatabaseOptions(
            configuration["connection"] ?? configuration.GetConnectionString("sakila")
                ?? throw new DatabaseException("Give the server's address: --connection \"Server=…;Port=…;User ID=…;Password=…\", or ConnectionStrings:sakila."),
            configuration["sakila"],
            ParseScale(configuration["scale"]),
            args.Contains(AllowFlag),
            configuration["Accounts:DemoPassword"]);
    }

    private static int ParseScale(string? text) =>
        text is null ? 1
            : int.TryParse(text, out var scale) && scale is >= 1 and <= 100 ? scale
            : throw new DatabaseException($"--scale takes a whole number from 1 to 100, not '{text}'.");
}
