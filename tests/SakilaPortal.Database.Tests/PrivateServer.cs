using SakilaPortal.TestSupport;

namespace SakilaPortal.Database.Tests;

/// <summary>A private server, started once no other heavy test project runs.</summary>
public sealed class PrivateServer : MariaDbFixture
{
    // Kept to the end of the process, which gives it back.
    private static readonly Lazy<Task<FileStream>> Turn = new(() => MachineTurn.TakeAsync());

    public override async Task InitializeAsync()
    {
        await Turn.Value;
        await base.InitializeAsync();
    }
}
