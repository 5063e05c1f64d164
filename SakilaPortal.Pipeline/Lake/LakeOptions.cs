using System.ComponentModel.DataAnnotations;

namespace SakilaPortal.Pipeline.Lake;

/// <summary>Section <c>Lake</c>: which buckets are ours. Stages never share one.</summary>
internal sealed class LakeOptions
{
    [RegularExpression("dev|test|prod", ErrorMessage = "Lake:Stage must be dev, test or prod.")]
    public string Stage { get; set; } = "dev";

    /// <summary>Empty on a laptop, <c>-{account}-{region}</c> on AWS, where bucket names are the whole world's.</summary>
    public string BucketSuffix { get; set; } = "";

    public string Landing => Bucket("landing");
    public string Clean => Bucket("clean");
    public string Curated => Bucket("curated");
    public string AthenaResults => Bucket("athena-results");

    private string Bucket(string zone) => $"{Stage}-sakila-{zone}{BucketSuffix}";
}
