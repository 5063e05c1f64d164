using System.Text.Json;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>When a bucket was made. It is written down: what a file system says of a folder may move with what is put there.</summary>
internal static class BucketBirth
{
    public static DateTimeOffset Of(string root)
    {
        var path = Path.Combine(root, "created.json");
        if (!File.Exists(path)) DurableFile.WriteJson(path, new DateTimeOffset(Directory.GetCreationTimeUtc(root)));
        return JsonSerializer.Deserialize<DateTimeOffset>(File.ReadAllBytes(path));
    }
}
