using System.Globalization;

namespace MySqlConnector;

/// <summary>The connection string's keys with their other spellings and defaults: https://mysqlconnector.net/connection-options/</summary>
internal sealed record ConnectionOptions(string Name, object Default, params string[] Aliases)
{
    private static readonly ConnectionOptions[] All =
    [
        new("Server", "", "Host", "Data Source", "DataSource", "Address", "Addr", "Network Address"),
        new("Port", 3306u),
        new("User ID", "", "UserID", "Username", "Uid", "User name", "User"),
        new("Password", "", "pwd"),
        new("Database", "", "Initial Catalog"),
        new("Connection Protocol", MySqlConnectionProtocol.Sockets, "ConnectionProtocol", "Protocol"),
        new("SSL Mode", MySqlSslMode.Preferred, "SslMode"),
        new("Pooling", true),
        new("Connection Lifetime", 0u, "ConnectionLifeTime"),
        new("Connection Reset", true, "ConnectionReset"),
        new("Connection Idle Timeout", 180u, "ConnectionIdleTimeout"),
        new("Minimum Pool Size", 0u, "Min Pool Size", "MinimumPoolSize", "minpoolsize"),
        new("Maximum Pool Size", 100u, "Max Pool Size", "MaximumPoolSize", "maxpoolsize"),
        new("Allow Load Local Infile", false, "AllowLoadLocalInfile"),
        new("Allow Public Key Retrieval", false, "AllowPublicKeyRetrieval"),
        new("Allow User Variables", false, "AllowUserVariables"),
        new("Allow Zero DateTime", false, "AllowZeroDateTime"),
        new("Application Name", "", "ApplicationName"),
        new("Cancellation Timeout", 2, "CancellationTimeout"),
        new("Character Set", "", "CharSet", "CharacterSet"),
        new("Connection Timeout", 15u, "Connect Timeout", "ConnectionTimeout"),
        new("Convert Zero DateTime", false, "ConvertZeroDateTime"),
        new("DateTime Kind", MySqlDateTimeKind.Unspecified, "DateTimeKind"),
        new("Default Command Timeout", 30u, "Command Timeout", "DefaultCommandTimeout"),
        new("GUID Format", MySqlGuidFormat.Default, "GuidFormat"),
        new("Ignore Command Transaction", false, "IgnoreCommandTransaction"),
        new("Keep Alive", 0u, "Keepalive"),
        new("Persist Security Info", false, "PersistSecurityInfo"),
        new("Treat Tiny As Boolean", true, "TreatTinyAsBoolean"),
        new("Use Affected Rows", false, "UseAffectedRows"),
        new("Use Compression", false, "Compress", "UseCompression"),
    ];

    private static readonly Dictionary<string, ConnectionOptions> ByKey = All
        .SelectMany(option => option.Aliases.Append(option.Name).Select(key => (key, option)))
        .ToDictionary(pair => pair.key, pair => pair.option, StringComparer.OrdinalIgnoreCase);

    public static ConnectionOptions Find(string key) =>
        ByKey.GetValueOrDefault(key) ?? throw new ArgumentException($"Option '{key}' not supported.", nameof(key));

    public object Convert(object value) => Default switch
    {
        bool => ToFlag(value),
        Enum choice => value is string text ? Enum.Parse(choice.GetType(), text, ignoreCase: true) : value,
        _ => System.Convert.ChangeType(value, Default.GetType(), CultureInfo.InvariantCulture),
    };

    public static bool ToFlag(object value) => value switch
    {
        string text when text.Equals("yes", StringComparison.OrdinalIgnoreCase) => true,
        string text when text.Equals("no", StringComparison.OrdinalIgnoreCase) => false,
        _ => System.Convert.ToBoolean(value, CultureInfo.InvariantCulture),
    };
}
