using System.Security.Cryptography;

namespace SakilaPortal.AppHost.Data;

internal static class Password
{
    // Without what is easily misread: 0 and o, 1 and l and i.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Three groups of four, 59 bits: short enough to type, long enough for a laptop.</summary>
    public static string Create() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
