using System.Diagnostics;

namespace SakilaPortal.LocalAws.Tests.Clients;

/// <summary>A fact that needs a program of the machine; without it the fact is skipped and says what to install.</summary>
public abstract class InstalledFactAttribute : FactAttribute
{
    protected InstalledFactAttribute(string package, string program, params string[] trial)
    {
        if (!Works(program, trial)) Skip = $"{package} is not installed: apt-get install {package}";
    }

    private static bool Works(string program, string[] arguments)
    {
        if (!File.Exists(program)) return false;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCliFactAttribute() : InstalledFactAttribute("awscli", Program, "--version")
{
    public const string Program = "/usr/bin/aws";
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class Boto3FactAttribute() : InstalledFactAttribute("python3-boto3", Program, "-c", "import boto3")
{
    public const string Program = "/usr/bin/python3";
}
