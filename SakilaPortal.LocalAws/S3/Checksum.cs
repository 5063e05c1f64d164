using System.Security.Cryptography;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.S3;

/// <summary>
/// One of the checksums that S3 keeps with an object (https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html).
/// </summary>
internal sealed class Checksum
{
    public const string HeaderPrefix = "x-amz-checksum-";
    public static readonly string[] Algorithms = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"];
    private readonly Crc? crc;
    private readonly IncrementalHash? hash;

    public Checksum(string algorithm)
    {
        Algorithm = algorithm;
        crc = algorithm switch { "crc32" => Crc.Crc32(), "crc32c" => Crc.Crc32C(), "crc64nvme" => Crc.Crc64Nvme(), _ => null };
        if (crc is null) hash = IncrementalHash.CreateHash(algorithm == "sha1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
    }

    public string Algorithm { get; }
    public string Header => HeaderPrefix + Algorithm;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        crc?.Append(bytes);
        hash?.AppendData(bytes);
    }

    public byte[] Finish() => crc?.Finish() ?? hash!.GetHashAndReset();
}
