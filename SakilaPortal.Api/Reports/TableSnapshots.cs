using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Glue;
using Amazon.Glue.Model;

namespace SakilaPortal.Api.Reports;

/// <summary>
/// Earlier versions as tables that a query can name: a database for each zone and set of versions, its tables named as the zone's,
/// over the manifests of then. They are no copies, and go again after two hours.
/// </summary>
internal sealed class TableSnapshots(IAmazonGlue glue, TimeProvider clock)
{
    private const string Prefix = "asof_";
    private const string Hour = "yyyyMMddHH";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    /// <returns>The name of the database that stands in for each zone.</returns>
    public async Task<IReadOnlyDictionary<string, string>> EnsureAsync(
        IReadOnlyList<(ReadTable Read, TableState State)> tables, CancellationToken cancellationToken)
    {
        await RemoveOldAsync(cancellationToken);
        var names = new Dictionary<string, string>();
        foreach (var zone in tables.GroupBy(table => table.Read.Database))
        {
            var name = names[zone.Key] = NameOf(zone.Key, zone.Select(table => table.State.State));
            await CreateAsync(() => glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = name } }, cancellationToken));
            foreach (var (read, state) in zone)
                await CreateAsync(() => glue.CreateTableAsync(new() { DatabaseName = name, TableInput = At(read, state) }, cancellationToken));
        }
        return names;
    }

    private string NameOf(string zone, IEnumerable<string> states)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', states.Order(StringComparer.Ordinal))));
        return $"{Prefix}{clock.GetUtcNow().ToString(Hour, CultureInfo.InvariantCulture)}_{Convert.ToHexStringLower(hash)[..16]}_{zone}";
    }

    private static TableInput At(ReadTable read, TableState state)
    {
        var storage = read.Table.StorageDescriptor;
        return new()
        {
            Name = read.Name,
            TableType = read.Table.TableType,
            PartitionKeys = [],
            Parameters = read.Table.Parameters,
            StorageDescriptor = new()
            {
                Columns = storage.Columns, Location = state.State, InputFormat = storage.InputFormat, OutputFormat = storage.OutputFormat, SerdeInfo = storage.SerdeInfo,
            },
        };
    }

    private static async Task CreateAsync(Func<Task> create)
    {
        try
        {
            await create();
        }
        catch (AlreadyExistsException)
        {
            // The same versions were asked for before in this hour.
        }
    }

    private async Task RemoveOldAsync(CancellationToken cancellationToken)
    {
        var request = new GetDatabasesRequest();
        var oldest = (clock.GetUtcNow() - Kept).ToString(Hour, CultureInfo.InvariantCulture);
        do
        {
            var page = await glue.GetDatabasesAsync(request, cancellationToken);
            foreach (var name in page.DatabaseList.Select(database => database.Name).Where(name => IsOlder(name, oldest)))
                await DeleteAsync(name, cancellationToken);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private static bool IsOlder(string name, string oldest) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && string.CompareOrdinal(name, Prefix.Length, oldest, 0, oldest.Length) < 0;

    private async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await glue.DeleteDatabaseAsync(new() { Name = name }, cancellationToken);
        }
        catch (EntityNotFoundException)
        {
            // Another instance was faster.
        }
    }
}
