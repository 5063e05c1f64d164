using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Catalog;

/// <summary>Reads what delivery streams have landed line by line; lines that are not what they should be are set aside.</summary>
internal sealed class LandedLines(LakeObjects objects, MalformedLines malformed, IOptions<LakeOptions> lake)
{
    /// <param name="parse">Throws a <see cref="FormatException"/> that says what is wrong with a line.</param>
    /// <param name="malformedFolder">Below <c>malformed/</c>.</param>
    /// <returns>Null when no such object is there.</returns>
    public async Task<LinesOf<T>?> ReadAsync<T>(
        LandedObject landed, Func<string, T> parse, string malformedFolder, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var path = scratch.NewFile("json");
        if (!await objects.DownloadAsync(lake.Value.Landing, landed.ObjectKey, landed.Etag, path, cancellationToken))
            return null;
        var read = new LinesOf<T>([], []);
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                read.Valid.Add((number + 1, parse(line)));
            }
            catch (FormatException bad)
            {
                read.Malformed.Add(new(number + 1, bad.Message, line));
            }
        }
        File.Delete(path);
        await malformed.KeepAsync(landed, malformedFolder, read.Malformed, cancellationToken);
        return read;
    }
}

/// <param name="Valid">Each with its number, from 1.</param>
internal sealed record LinesOf<T>(List<(int Number, T Value)> Valid, List<MalformedLine> Malformed);
