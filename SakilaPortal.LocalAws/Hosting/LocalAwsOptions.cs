namespace SakilaPortal.LocalAws.Hosting;

/// <summary>What the command line says; see README.</summary>
internal sealed class LocalAwsOptions
{
    public const string Region = "us-east-1";

    /// <summary>What stands before the paths that are no bucket's.</summary>
    public const string OwnPaths = "/_localaws";

    /// <summary>The folder of everything that is kept.</summary>
    public string Data { get; init; } = Path.Combine(".data", "aws");

    /// <summary>sigv4, or none.</summary>
    public string Auth { get; init; } = "sigv4";

    public string Account { get; init; } = "123456789012";

    /// <summary>In seconds: streams deliver at least this often, whatever their own interval is.</summary>
    [ConfigurationKeyName("firehose-max-interval")]
    public int? FirehoseMaxInterval { get; init; }

    /// <summary>Whether a POST to <see cref="ResetPath"/> removes everything.</summary>
    [ConfigurationKeyName("allow-reset")]
    public bool AllowReset { get; init; }

    [ConfigurationKeyName("reset-path")]
    public string ResetPath { get; init; } = OwnPaths + "/reset";

    /// <summary>In MB: what the whole process may take; see <see cref="MemoryBound"/>.</summary>
    [ConfigurationKeyName("max-memory")]
    public long MaxMemory { get; init; } = MemoryBound.Usual;

    public bool RequiresSignature => Auth == "sigv4";

    public string Folder(string name) => Path.Combine(Path.GetFullPath(Data), name);

    /// <summary>Reads the command line alone: an environment may have a variable named Data or Auth for reasons of its own.</summary>
    /// <exception cref="StartupException">An argument is wrong.</exception>
    public static LocalAwsOptions Read(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build().Get<LocalAwsOptions>() ?? new LocalAwsOptions();
        if (options.Auth is not ("sigv4" or "none")) throw new StartupException($"--auth must be sigv4 or none, not '{options.Auth}'.");
        if (options.Account.Length != 12 || !options.Account.All(char.IsAsciiDigit)) throw new StartupException($"--account must have 12 digits, not '{options.Account}'.");
        if (options.FirehoseMaxInterval < 0) throw new StartupException("--firehose-max-interval must be 0 or more seconds.");
        if (options.MaxMemory < 512) throw new StartupException("--max-memory must be 512 or more MB.");
        if (!options.ResetPath.StartsWith('/')) throw new StartupException($"--reset-path must begin with a slash, not '{options.ResetPath}'.");
        return options;
    }

    /// <summary>Gives the flag that needs no value one, so that it does not take the argument after it.</summary>
    public static string[] Normalize(string[] args) => [.. args.Select(arg => arg == "--allow-reset" ? "--allow-reset=true" : arg)];
}
