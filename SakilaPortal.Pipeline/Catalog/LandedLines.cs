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
        LinesOf<T> read;
        using (var text = File.OpenText(path))
            read = Read(text, parse);
        File.Delete(path);
        await malformed.KeepAsync(landed, malformedFolder, read.Malformed, cancellationToken);
        return read;
    }

    /// <summary>Tells the lines that are taken in from those that are set aside.</summary>
    /// <param name="parse">Throws a <see cref="FormatException"/> that says what is wrong with a line.</param>
    public static LinesOf<T> Read<T>(TextReader text, Func<string, T> parse)
    {
        var read = new LinesOf<T>([], []);
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                read.Valid.Add((number, parse(line)));
            }
            catch (FormatException bad)
            {
                read.Malformed.Add(new(number, bad.Message, line));
            }
        }
        return read;
    }
}

/// <param name="Valid">Each with its number, from 1.</param>
internal sealed record LinesOf<T>(List<(int Number, T Value)> Valid, List<MalformedLine> Malformed);
