namespace SakilaPortal.AppHost.Tests.Composition;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sakila-portal-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
