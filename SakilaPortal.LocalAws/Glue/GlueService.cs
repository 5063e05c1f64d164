using System.Text.RegularExpressions;
using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Glue;

/// <summary>The Data Catalog over its wire protocol (https://docs.aws.amazon.com/glue/latest/webapi/API_Operations.html).</summary>
internal sealed partial class GlueService : JsonService
{
    private const int PageLimit = 100;
    private readonly Catalog catalog;

    public GlueService(Catalog catalog) : base("AWSGlue", "glue")
    {
        this.catalog = catalog;
        On<CreateDatabaseRequest, Empty>("CreateDatabase", request => Done(() => catalog.CreateDatabase(request.DatabaseInput)));
        On<UpdateDatabaseRequest, Empty>("UpdateDatabase", request => Done(() => catalog.UpdateDatabase(request.Name, request.DatabaseInput)));
        On<GetDatabaseRequest, Empty>("DeleteDatabase", request => Done(() => catalog.DeleteDatabase(request.Name)));
        On<GetDatabaseRequest, GetDatabaseResponse>("GetDatabase", GetDatabase);
        On<GetDatabasesRequest, GetDatabasesResponse>("GetDatabases", GetDatabases);
        On<CreateTableRequest, Empty>("CreateTable", request => Done(() => catalog.CreateTable(request.DatabaseName, request.TableInput)));
        On<UpdateTableRequest, Empty>("UpdateTable", request =>
            Done(() => catalog.UpdateTable(request.DatabaseName, request.TableInput, request.SkipArchive ?? false, request.VersionId)));
        On<TableNameRequest, Empty>("DeleteTable", request => Done(() => catalog.DeleteTable(request.DatabaseName, request.Name)));
        On<TableNameRequest, GetTableResponse>("GetTable", GetTable);
        On<GetTablesRequest, GetTablesResponse>("GetTables", GetTables);
        On<GetTableVersionsRequest, GetTableVersionsResponse>("GetTableVersions", GetTableVersions);
        RegisterPartitions();
    }

    private static Empty Done(Action action)
    {
        action();
        return new Empty();
    }

    private GetDatabaseResponse GetDatabase(GetDatabaseRequest request) =>
        new(catalog.FindDatabase(request.Name) ?? throw new AwsException("EntityNotFoundException", $"Database {request.Name} not found."));

    private GetDatabasesResponse GetDatabases(GetDatabasesRequest request)
    {
        var (items, token) = Page.Take(catalog.Databases, database => database.Name, request.NextToken, request.MaxResults, PageLimit);
        return new GetDatabasesResponse(items, token);
    }

    private GetTableResponse GetTable(TableNameRequest request)
    {
        if (catalog.FindDatabase(request.DatabaseName) is null) throw new AwsException("EntityNotFoundException", $"Database {request.DatabaseName} not found.");
        return new GetTableResponse(catalog.FindTable(request.DatabaseName, request.Name)
            ?? throw new AwsException("EntityNotFoundException", $"Table {request.Name} not found."));
    }

    private GetTablesResponse GetTables(GetTablesRequest request)
    {
        var tables = catalog.Tables(request.DatabaseName).Where(table => request.Expression is null || Matches(table.Name, request.Expression));
        var (items, token) = Page.Take(tables, table => table.Name, request.NextToken, request.MaxResults, PageLimit);
        return new GetTablesResponse(items, token);
    }

    private GetTableVersionsResponse GetTableVersions(GetTableVersionsRequest request)
    {
        var versions = catalog.TableVersions(request.DatabaseName, request.TableName).Select(table => new TableVersion(table, table.VersionId));
        var (items, token) = Page.Take(versions, LatestFirst, request.NextToken, request.MaxResults, PageLimit);
        return new GetTableVersionsResponse(items, token);
    }

    private static string LatestFirst(TableVersion version) => (long.MaxValue - long.Parse(version.VersionId)).ToString("D19");

    private static bool Matches(string name, string expression)
    {
        try
        {
            return Regex.IsMatch(name, $"^(?:{expression})$", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            throw new AwsException("InvalidInputException", $"'{expression}' is not a regular expression.");
        }
    }
}
