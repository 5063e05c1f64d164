namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class CommerceModule
{
    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["price"] = arguments => FinanceModule.Amount(arguments, least: 1),
    };
}
