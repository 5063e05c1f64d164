namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class PhoneModule
{
    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["phoneNumber"] = Formatted("phone.phoneNumber"),
        ["phoneNumberFormat"] = ByIndex,
    };

    /// <summary>Fills the format given, such as <c>###-##</c>, or one of the list.</summary>
    public static FakeFunction Formatted(string list) => arguments => arguments.Text(0) is { } format
        ? dice => Patterns.FillSymbols(dice, format)
        : WordLists.Choose(list);

    private static Generate ByIndex(Arguments arguments)
    {
        var formats = WordLists.Of("phone.phoneFormats");
        var format = formats[arguments.Count(0, 0) % formats.Length];
        return dice => Patterns.FillSymbols(dice, format);
    }
}
