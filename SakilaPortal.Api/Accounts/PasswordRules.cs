using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Accounts;

internal static class PasswordRules
{
    private const int Shortest = 8;
    private const int Longest = 128;

    // What is tried first, among the passwords that are long enough.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "password1", "passw0rd", "12345678", "123456789", "1234567890", "87654321", "qwertyui", "qwertyuiop", "qwerty123",
        "11111111", "00000000", "iloveyou", "sunshine", "princess", "football", "baseball", "superman", "trustno1", "letmein1", "abcd1234",
    };

    public static void Check(FieldErrors errors, string field, string? password, string? userName)
    {
        if (string.IsNullOrEmpty(password))
            errors.Add(field, "This is required.");
        else if (password.Length is < Shortest or > Longest)
            errors.Add(field, $"A password has {Shortest} to {Longest} characters; this one has {password.Length}.");
        else if (Common.Contains(password) || password.Distinct().Count() < 4)
            errors.Add(field, "This password is among the first that anyone would try; choose a less common one.");
        else if (!string.IsNullOrWhiteSpace(userName) && password.Contains(userName.Trim(), StringComparison.OrdinalIgnoreCase))
            errors.Add(field, "A password must not contain the user name.");
    }
}
