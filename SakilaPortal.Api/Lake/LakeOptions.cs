using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Api.Lake;

/// <summary>Section <c>Lake</c>: which buckets are ours. The pipeline has the same settings.</summary>
internal sealed class LakeOptions
{
    [RegularExpression("dev|test|prod", ErrorMessage = "Lake:Stage must be dev, test or prod.")]
    public string Stage { get; set; } = "dev";

    /// <summary>Empty on a laptop, <c>-{account}-{region}</c> on AWS.</summary>
    public string BucketSuffix { get; set; } = "";

    public string Landing => Bucket("landing");

    public IReadOnlyList<string> Buckets => [Landing, Bucket("clean"), Bucket("curated"), Bucket("athena-results")];

    private string Bucket(string zone) => $"{Stage}-sakila-{zone}{BucketSuffix}";
}
