using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Tests.Storage;

public sealed class CrcTests
{
    private static readonly byte[] Check = "123456789"u8.ToArray();

    /// <summary>The check values of the catalogue at https://reveng.sourceforge.io/crc-catalogue/.</summary>
    [Fact]
    public void EachCheckOfTheNineDigitsIsThePublishedOne()
    {
        Assert.Equal("CBF43926", Finish(Crc.Crc32()));
        Assert.Equal("E3069283", Finish(Crc.Crc32C()));
        Assert.Equal("AE8B14860A799888", Finish(Crc.Crc64Nvme()));
        Assert.Equal(0xE3069283, Crc.Castagnoli(Check));
    }

    private static string Finish(Crc crc)
    {
        crc.Append(Check);
        return Convert.ToHexString(crc.Finish());
    }
}
