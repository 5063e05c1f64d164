using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Api.Lake.Tables;

/// <summary>What the pipeline's crawl would do, as the pipeline itself works it out.</summary>
internal static class CrawlPreviews
{
    public const string Pipeline = "pipeline";

    public static async Task<Results<Ok<CrawlPreview>, ProblemHttpResult>> GetAsync(IHttpClientFactory clients, CancellationToken cancellationToken)
    {
        try
        {
            using var pipeline = clients.CreateClient(Pipeline);
            return TypedResults.Ok((await pipeline.GetFromJsonAsync<CrawlPreview>("lake/crawl-preview", cancellationToken))!);
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return TypedResults.Problem(
                $"The pipeline, which looks at the files, does not answer ({away.Message}). Start SakilaPortal.Pipeline, or give its address as services:pipeline:http:0.",
                statusCode: StatusCodes.Status503ServiceUnavailable, title: "The pipeline cannot be reached.");
        }
    }
}
