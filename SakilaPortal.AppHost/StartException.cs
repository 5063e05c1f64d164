namespace SakilaPortal.AppHost;

/// <summary>Why the portal cannot start, in one sentence that says what to do.</summary>
/// <param name="message">The sentence.</param>
/// <param name="exitCode">2 for a mistake on the command line, 1 for everything else.</param>
internal sealed class StartException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
