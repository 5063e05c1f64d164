using System.Text.Json;

namespace SakilaPortal.LocalAws.Storage;

/// <summary>The uploads in parts that are under way, one folder each; they outlive a restart.</summary>
internal sealed class MultipartUploads(ObjectStore store, TimeProvider clock)
{
    private const string AboutUpload = "upload.json";
    private string Root => store.UploadsFolder;

    public MultipartUpload Begin(string bucket, string key, Dictionary<string, string> headers, string? checksum, bool isWholeChecksum)
    {
        var upload = new MultipartUpload(Guid.CreateVersion7().ToString("N"), bucket, key, clock.GetUtcNow(), headers, checksum, isWholeChecksum);
        Directory.CreateDirectory(Folder(upload.Id));
        DurableFile.WriteJson(Path.Combine(Folder(upload.Id), AboutUpload), upload);
        DurableFile.FlushDirectory(Root);
        return upload;
    }

    public MultipartUpload? Find(string id) => Guid.TryParseExact(id, "N", out _) ? Read(Folder(id)) : null;

    /// <summary>By key, then by age.</summary>
    public IEnumerable<MultipartUpload> Of(string bucket) => !Directory.Exists(Root) ? []
        : Directory.EnumerateDirectories(Root).Select(Read).OfType<MultipartUpload>().Where(upload => upload.Bucket == bucket)
            .OrderBy(upload => upload.Key, KeyOrder.Instance).ThenBy(upload => upload.Id, StringComparer.Ordinal);

    /// <summary>Keeps a part; one that was sent before under its number is replaced.</summary>
    public UploadedPart Keep(MultipartUpload upload, int number, string stagedPath, string etag, string? checksum)
    {
        var path = Path.Combine(Folder(upload.Id), $"{number:D5}-{Guid.NewGuid():N}");
        var part = new UploadedPart(number, Path.GetFileName(path), new FileInfo(stagedPath).Length, etag, clock.GetUtcNow(), checksum);
        DurableFile.Flush(stagedPath);
        DurableFile.Publish(stagedPath, path);
        DurableFile.WriteJson(Path.Combine(Folder(upload.Id), $"{number:D5}.json"), part);
        return part;
    }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<UploadedPart> Parts(MultipartUpload upload) =>
        [.. Directory.EnumerateFiles(Folder(upload.Id), "?????.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<UploadedPart>(File.ReadAllBytes(file))!)];

    public string PathOf(MultipartUpload upload, UploadedPart part) => Path.Combine(Folder(upload.Id), part.File);

    public void Forget(MultipartUpload upload)
    {
        File.Delete(Path.Combine(Folder(upload.Id), AboutUpload));
        Directory.Delete(Folder(upload.Id), recursive: true);
    }

    private string Folder(string id) => Path.Combine(Root, id);

    private static MultipartUpload? Read(string folder)
    {
        var about = Path.Combine(folder, AboutUpload);
        return File.Exists(about) ? JsonSerializer.Deserialize<MultipartUpload>(File.ReadAllBytes(about)) : null;
    }
}
