using System.Security.Cryptography;

namespace SakilaPortal.LocalAws.Hosting;

/// <summary>
/// The access keys that may sign, from a file as the SDKs read it
/// (https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html). It is written at the first start, with a random key.
/// </summary>
internal sealed class AccessKeys
{
    private const string Profile = "sakila";
    private readonly Dictionary<string, string> secrets = new(StringComparer.Ordinal);

    public AccessKeys(string path)
    {
        if (!File.Exists(path)) Write(path);
        Read(path);
        if (AccessKey.Length == 0)
            throw new StartupException($"{path} has no profile [{Profile}] with aws_access_key_id and aws_secret_access_key: add it, or delete the file to get a new one.");
    }

    /// <summary>The key of the profile 'sakila'.</summary>
    public string AccessKey { get; private set; } = "";

    public string Secret => secrets[AccessKey];

    public string? FindSecret(string accessKey) => secrets.GetValueOrDefault(accessKey);

    private static void Write(string path)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine($"[{Profile}]");
        writer.WriteLine($"aws_access_key_id = AKIA{RandomNumberGenerator.GetString(letters, 16)}");
        writer.WriteLine($"aws_secret_access_key = {RandomNumberGenerator.GetString(letters + letters.ToLowerInvariant(), 40)}");
    }

    private void Read(string path)
    {
        var (profile, key) = ("", "");
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()))
        {
            var pair = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (line is ['[', .., ']']) (profile, key) = (line[1..^1].Trim(), "");
            else if (pair is ["aws_access_key_id", var id]) key = id;
            else if (pair is ["aws_secret_access_key", var secret] && key.Length > 0)
            {
                secrets[key] = secret;
                if (profile == Profile) AccessKey = key;
            }
        }
    }
}
