namespace SakilaPortal.LocalAws.Athena.Engine;

/// <summary>The macros that translated queries call.</summary>
internal static class Prelude
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(Prelude).Assembly.GetManifestResourceStream("Athena.Prelude.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
