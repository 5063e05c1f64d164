using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

public sealed class MySqlConnectionStringBuilder : DbConnectionStringBuilder
{
    public MySqlConnectionStringBuilder() { }

    public MySqlConnectionStringBuilder(string connectionString) => ConnectionString = connectionString;

    [AllowNull]
    public string Server { get => Text("Server"); set => this["Server"] = value; }
    public uint Port { get => Number("Port"); set => this["Port"] = value; }
    [AllowNull]
    public string UserID { get => Text("User ID"); set => this["User ID"] = value; }
    [AllowNull]
    public string Password { get => Text("Password"); set => this["Password"] = value; }
    [AllowNull]
    public string Database { get => Text("Database"); set => this["Database"] = value; }
    public MySqlConnectionProtocol ConnectionProtocol { get => Choice<MySqlConnectionProtocol>("Connection Protocol"); set => this["Connection Protocol"] = value; }
    public MySqlSslMode SslMode { get => Choice<MySqlSslMode>("SSL Mode"); set => this["SSL Mode"] = value; }
    public bool Pooling { get => Flag("Pooling"); set => this["Pooling"] = value; }
    public uint ConnectionLifeTime { get => Number("Connection Lifetime"); set => this["Connection Lifetime"] = value; }
    public bool ConnectionReset { get => Flag("Connection Reset"); set => this["Connection Reset"] = value; }
    public uint ConnectionIdleTimeout { get => Number("Connection Idle Timeout"); set => this["Connection Idle Timeout"] = value; }
    public uint MinimumPoolSize { get => Number("Minimum Pool Size"); set => this["Minimum Pool Size"] = value; }
    public uint MaximumPoolSize { get => Number("Maximum Pool Size"); set => this["Maximum Pool Size"] = value; }
    public bool AllowLoadLocalInfile { get => Flag("Allow Load Local Infile"); set => this["Allow Load Local Infile"] = value; }
    public bool AllowPublicKeyRetrieval { get => Flag("Allow Public Key Retrieval"); set => this["Allow Public Key Retrieval"] = value; }
    public bool AllowUserVariables { get => Flag("Allow User Variables"); set => this["Allow User Variables"] = value; }
    public bool AllowZeroDateTime { get => Flag("Allow Zero DateTime"); set => this["Allow Zero DateTime"] = value; }
    [AllowNull]
    public string ApplicationName { get => Text("Application Name"); set => this["Application Name"] = value; }
    [AllowNull]
    public string CharacterSet { get => Text("Character Set"); set => this["Character Set"] = value; }
    public int CancellationTimeout { get => (int)Number("Cancellation Timeout"); set => this["Cancellation Timeout"] = value; }
    public uint ConnectionTimeout { get => Number("Connection Timeout"); set => this["Connection Timeout"] = value; }
    public bool ConvertZeroDateTime { get => Flag("Convert Zero DateTime"); set => this["Convert Zero DateTime"] = value; }
    public MySqlDateTimeKind DateTimeKind { get => Choice<MySqlDateTimeKind>("DateTime Kind"); set => this["DateTime Kind"] = value; }
    public uint DefaultCommandTimeout { get => Number("Default Command Timeout"); set => this["Default Command Timeout"] = value; }
    public MySqlGuidFormat GuidFormat { get => Choice<MySqlGuidFormat>("GUID Format"); set => this["GUID Format"] = value; }
    public bool IgnoreCommandTransaction { get => Flag("Ignore Command Transaction"); set => this["Ignore Command Transaction"] = value; }
    public uint Keepalive { get => Number("Keep Alive"); set => this["Keep Alive"] = value; }
    public bool PersistSecurityInfo { get => Flag("Persist Security Info"); set => this["Persist Security Info"] = value; }
    public bool TreatTinyAsBoolean { get => Flag("Treat Tiny As Boolean"); set => this["Treat Tiny As Boolean"] = value; }
    public bool UseAffectedRows { get => Flag("Use Affected Rows"); set => this["Use Affected Rows"] = value; }
    public bool UseCompression { get => Flag("Use Compression"); set => this["Use Compression"] = value; }

    [AllowNull]
    public override object this[string keyword]
    {
        get => base.TryGetValue(ConnectionOptions.Find(keyword).Name, out var value) ? value : ConnectionOptions.Find(keyword).Default;
        set
        {
            var option = ConnectionOptions.Find(keyword);
            base[option.Name] = value is null ? null : option.Convert(value);
        }
    }

    public override bool ContainsKey(string keyword) => base.ContainsKey(ConnectionOptions.Find(keyword).Name);

    public override bool Remove(string keyword) => base.Remove(ConnectionOptions.Find(keyword).Name);

    private string Text(string name) => (string)this[name];
    private uint Number(string name) => Convert.ToUInt32(this[name]);
    private bool Flag(string name) => ConnectionOptions.ToFlag(this[name]);
    private T Choice<T>(string name) where T : struct, Enum => Enum.Parse<T>(this[name].ToString()!, ignoreCase: true);

    // MySql.Data resets a pooled connection by a whole new log-in (6 ms): the pool rolls back and returns to the database instead.
    internal string ToGenuine() => new Genuine.MySqlConnectionStringBuilder
    {
        Server = Server, Port = Port, UserID = UserID, Password = Password, Database = Database,
        ConnectionProtocol = (Genuine.MySqlConnectionProtocol)ConnectionProtocol, SslMode = (Genuine.MySqlSslMode)SslMode,
        Pooling = Pooling, ConnectionLifeTime = ConnectionLifeTime, ConnectionReset = false,
        MinimumPoolSize = MinimumPoolSize, MaximumPoolSize = MaximumPoolSize,
        AllowLoadLocalInfile = AllowLoadLocalInfile, AllowPublicKeyRetrieval = AllowPublicKeyRetrieval,
        AllowUserVariables = AllowUserVariables, AllowZeroDateTime = AllowZeroDateTime, ConvertZeroDateTime = ConvertZeroDateTime,
        ConnectionTimeout = ConnectionTimeout, DefaultCommandTimeout = DefaultCommandTimeout, CharacterSet = "utf8mb4",
        Keepalive = Keepalive, TreatTinyAsBoolean = TreatTinyAsBoolean, UseAffectedRows = UseAffectedRows, UseCompression = UseCompression,
        OldGuids = GuidFormat is not (MySqlGuidFormat.Default or MySqlGuidFormat.Char36),
    }.ConnectionString;
}
