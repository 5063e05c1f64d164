namespace Aspire.Hosting.Orchestration;

/// <summary>What is started for a resource, with every value resolved.</summary>
internal sealed record CommandLine(
    string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>What describes the host and must not describe its children.</summary>
    public static readonly string[] NotInherited =
        ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];
}
