namespace Aspire.Hosting.ApplicationModel;

public class MySqlServerResource : ContainerResource, IResourceWithConnectionString
{
    public MySqlServerResource(string name, ParameterResource password) : base(name)
    {
        PrimaryEndpoint = new(this, "tcp");
        PasswordParameter = password;
    }

    public EndpointReference PrimaryEndpoint { get; }
    public ParameterResource PasswordParameter { get; set; }

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Server={PrimaryEndpoint.Property(EndpointProperty.Host)};Port={PrimaryEndpoint.Property(EndpointProperty.Port)};User ID=root;Password={PasswordParameter}");

    internal List<MySqlDatabaseResource> DatabaseResources { get; } = [];
}

public class MySqlDatabaseResource(string name, string databaseName, MySqlServerResource parent) : Resource(name), IResourceWithConnectionString
{
    public MySqlServerResource Parent { get; } = parent;
    public string DatabaseName { get; } = databaseName;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent.ConnectionStringExpression};Database={DatabaseName}");
}
