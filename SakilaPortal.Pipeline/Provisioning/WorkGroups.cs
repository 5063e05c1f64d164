using Amazon.Athena;
using Amazon.Athena.Model;
using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Provisioning;

/// <summary>The workgroups: what analysts run is limited, and what any query leaves is encrypted.</summary>
internal sealed class WorkGroups(IAmazonAthena athena, IOptions<LakeOptions> lake)
{
    public const string Analysts = "sakila-analysts";
    public const string Pipeline = "sakila-pipeline";
    private const long AnalystsScanAtMost = 10_737_418_240;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var known = await NamesAsync(cancellationToken);
        if (!known.Contains(Analysts))
            await CreateAsync(Analysts, "Saved reports - at most 10 GiB scanned a query, results encrypted.", AnalystsScanAtMost, cancellationToken);
        if (!known.Contains(Pipeline))
            await CreateAsync(Pipeline, "The lake's own transforms.", null, cancellationToken);
    }

    private async Task<HashSet<string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        var request = new ListWorkGroupsRequest();
        do
        {
            var page = await athena.ListWorkGroupsAsync(request, cancellationToken);
            names.UnionWith((page.WorkGroups ?? []).Select(group => group.Name));
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is not null);
        return names;
    }

    private Task<CreateWorkGroupResponse> CreateAsync(string name, string description, long? scanAtMost, CancellationToken cancellationToken) => athena.CreateWorkGroupAsync(new()
    {
        Name = name,
        Description = description,
        Configuration = new()
        {
            EnforceWorkGroupConfiguration = true,
            PublishCloudWatchMetricsEnabled = true,
            BytesScannedCutoffPerQuery = scanAtMost,
            ResultConfiguration = new()
            {
                OutputLocation = $"s3://{lake.Value.AthenaResults}/{name}/",
                EncryptionConfiguration = new() { EncryptionOption = EncryptionOption.SSE_S3 },
            },
        },
    }, cancellationToken);
}
