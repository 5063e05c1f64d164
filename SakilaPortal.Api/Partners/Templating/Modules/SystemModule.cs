namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class SystemModule
{
    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["fileName"] = _ => dice => $"{Stem(dice)}.{Extension(dice, null)}",
        ["commonFileName"] = CommonFileName,
        ["filePath"] = _ => dice => $"{dice.Pick(WordLists.Of("system.directoryPath"))}/{Stem(dice)}.{Extension(dice, null)}",
        ["mimeType"] = _ => dice => dice.Pick(WordLists.Of("mime")).Split(';')[0],
        ["fileExt"] = FileExtension,
    };

    private static Generate CommonFileName(Arguments arguments)
    {
        var extension = arguments.Text(0) is { } given ? _ => given : WordLists.Choose("system.commonFileExt");
        return dice => $"{Stem(dice)}.{extension(dice)}";
    }

    private static Generate FileExtension(Arguments arguments)
    {
        var type = arguments.Text(0);
        return type is not null && !WordLists.Of("mime").Any(mime => mime.StartsWith(type + ';', StringComparison.Ordinal))
            ? throw arguments.Problem(0, $"The media type {type} is not known; leave it out, or use one such as image/png.")
            : dice => Extension(dice, type);
    }

    private static string Stem(Dice dice) =>
        string.Join('_', Enumerable.Range(0, 3).Select(_ => dice.Pick(WordLists.Of("lorem"))));

    private static string Extension(Dice dice, string? type)
    {
        var mimes = WordLists.Of("mime");
        var mime = type is null ? dice.Pick(mimes) : mimes.First(known => known.StartsWith(type + ';', StringComparison.Ordinal));
        return mime.Split(';')[1];
    }
}
