using SakilaPortal.LocalAws.Athena.Sql.Parsing;
using SakilaPortal.LocalAws.Athena.Sql.Syntax;
using SakilaPortal.LocalAws.Athena.Sql;
using SakilaPortal.LocalAws.Athena.Tables;
using SakilaPortal.LocalAws.Athena.WorkGroups;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Executions;

/// <summary>Takes a query in: it is parsed and kept before the caller gets its id, and runs when its turn comes.</summary>
internal sealed class Submission(ExecutionStore store, ExecutionQueue queue, WorkGroupStore workGroups, ObjectStore objects, TimeProvider clock)
{
    private const int LongestQuery = 262_144;

    /// <exception cref="AwsException">The request is wrong, or its query is no SQL.</exception>
    public async Task<string> SubmitAsync(StartQueryExecutionRequest request)
    {
        var group = workGroups.Get(request.WorkGroup);
        if (group.State != "ENABLED") throw Refused($"WorkGroup {group.Name} is disabled: enable it first.");
        if (request.QueryString.Length is 0 or > LongestQuery) throw Refused($"QueryString must have 1 to {LongestQuery} characters.");
        if (request.QueryExecutionContext?.Catalog is { } catalog && !catalog.Equals(TableReader.Catalog, StringComparison.OrdinalIgnoreCase))
            throw Refused($"Catalog {catalog} does not exist; there is AwsDataCatalog.");
        var statement = Parsed(request.QueryString);
        // Version 7 of a UUID sorts by time, which lists the newest first without another order.
        var id = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var entry = new ExecutionEntry(
            new QueryExecution(id, request.QueryString, statement is ShowStatement ? "UTILITY" : "DML", group.Name)
            {
                SubstatementType = statement switch { SelectStatement => "SELECT", UnloadStatement => "UNLOAD", ShowStatement { Kind: ShowKind.Describe } => "DESCRIBE", _ => "SHOW" },
                QueryExecutionContext = new(request.QueryExecutionContext?.Database, request.QueryExecutionContext?.Catalog),
                ResultConfiguration = Output(request, group, id, statement),
                ResultReuseConfiguration = request.ResultReuseConfiguration,
                ExecutionParameters = request.ExecutionParameters,
                Status = new(QueryState.Queued, clock.GetUtcNow()),
            },
            request.ClientRequestToken);
        return await KeepAsync(entry);
    }

    private async Task<string> KeepAsync(ExecutionEntry entry)
    {
        if (store.Claim(entry) is { } same)
            return same.Execution.Query == entry.Execution.Query
                ? same.Id
                : throw Refused("Idempotent parameters do not match: the ClientRequestToken belongs to another query.");
        await store.SaveAsync(entry);
        queue.Add(entry.Id);
        return entry.Id;
    }

    private static Statement Parsed(string query)
    {
        try
        {
            return Parser.Parse(query);
        }
        catch (SqlException error)
        {
            throw new AwsException("InvalidRequestException", error.Detail) { Details = { ["AthenaErrorCode"] = "MALFORMED_QUERY" } };
        }
    }

    private ResultConfiguration Output(StartQueryExecutionRequest request, WorkGroup group, string id, Statement statement)
    {
        var own = group.Configuration.ResultConfiguration;
        var asked = group.Configuration.EnforceWorkGroupConfiguration == true ? null : request.ResultConfiguration;
        var location = asked?.OutputLocation ?? own?.OutputLocation ?? request.ResultConfiguration?.OutputLocation ?? throw Refused(
            "No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.");
        if (!S3Location.TryParse(location, out var at)) throw Refused($"outputLocation is not a valid S3 path: {location}");
        if (objects.FindBucket(at.Bucket) is null) throw Refused($"Unable to verify/create output bucket {at.Bucket}");
        var ending = statement switch { SelectStatement => ".csv", ShowStatement => ".txt", _ => "" };
        return new($"s3://{at.Bucket}/{at.Folder}{id}{ending}", asked?.EncryptionConfiguration ?? own?.EncryptionConfiguration);
    }

    private static AwsException Refused(string message) => new("InvalidRequestException", message);
}
