using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Microsoft.Extensions.Options;

namespace SakilaPortal.Api.Lake.Tracing;

/// <summary>The lines of objects of the landing zone.</summary>
internal sealed class LandedObjects(IAmazonS3 s3, IOptions<LakeOptions> lake)
{
    public string Address(string key) => $"s3://{lake.Value.Landing}/{key}";

    /// <summary>Numbered from 1; none when the object is no longer there.</summary>
    public async IAsyncEnumerable<(int Number, string Text)> LinesAsync(string key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var file = await OpenAsync(key, cancellationToken);
        if (file is null)
            yield break;
        using var reader = new StreamReader(file.ResponseStream);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
            yield return (number, line);
    }

    private async Task<Amazon.S3.Model.GetObjectResponse?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.GetObjectAsync(lake.Value.Landing, key, cancellationToken);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}

/// <summary>An object of the landing zone as the register has it.</summary>
/// <param name="State">found, taken, refused or gone.</param>
/// <param name="Version">The version of the clean table that took it in.</param>
internal sealed record LandedRow(string ObjectKey, string State, DateTime FoundAt, DateTime? TakenAt, long? Version, string? Reason);
