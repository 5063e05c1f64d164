namespace SakilaPortal.AppHost.Options;

/// <summary>Walks over a command line of <c>--flag</c>, <c>--flag value</c> and <c>--flag=value</c>.</summary>
internal sealed class FlagReader(string[] args)
{
    // Sections of the configuration that something reads; another one is a slip of the finger.
    private static readonly string[] Sections =
        ["Ports", "Parameters", "ConnectionStrings", "AWS", "Lake", "Delivery", "Vendor", "Logging", "AppHost", "Dashboard", "DcpPublisher"];

    // Aspire's own.
    private static readonly string[] Switches = ["operation", "publisher", "output-path", "environment", "step", "log-level"];

    private int position = -1;
    private string name = "";
    private string? attached;

    public string? Next()
    {
        if (++position >= args.Length)
            return null;
        var parts = args[position].Split('=', 2);
        name = parts[0];
        attached = parts.ElementAtOrDefault(1);
        return name;
    }

    public string Value(string kind)
    {
        var value = attached ?? (position + 1 < args.Length && !args[position + 1].StartsWith("--", StringComparison.Ordinal) ? args[++position] : "");
        return value.Length > 0 ? value : throw new StartException($"{name} needs {kind} after it.", exitCode: 2);
    }

    public bool IsSet() => attached is null ? true : throw new StartException($"{name} takes no value.", exitCode: 2);

    /// <summary>A setting for the configuration, such as <c>--Ports:Web=5200</c>, as Aspire reads it.</summary>
    public string[] Setting()
    {
        var key = name.StartsWith("--", StringComparison.Ordinal) ? name[2..] : "";
        var known = Switches.Contains(key) || (key.Contains(':') && Sections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase));
        return known
            ? [$"{name}={Value("a value")}"]
            : throw new StartException($"'{name}' is not known here; --help lists the flags.", exitCode: 2);
    }
}
