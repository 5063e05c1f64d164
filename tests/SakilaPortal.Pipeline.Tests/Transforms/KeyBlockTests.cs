using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Transforms;

namespace SakilaPortal.Pipeline.Tests.Transforms;

public sealed class KeyBlockTests
{
    private static readonly KeyBlock All = KeyBlock.Of(new LakeFile("a.parquet", null, 0));

    [Fact]
    public void BlocksAreCutThreeTimesEachIntoSmallerOnes()
    {
        var first = All.Piece(1);
        var second = first.Piece(7);
        var third = second.Piece(0);
        Assert.Equal((new KeyBlock(128, 255), new KeyBlock(240, 255), new KeyBlock(240, 241)), (first, second, third));
        Assert.True(All.CanBeCut && first.CanBeCut && second.CanBeCut);
        Assert.False(third.CanBeCut);
    }

    [Fact]
    public void EveryKeyBelongsToOnePieceHoweverLargeItIs()
    {
        var last = All.Piece(63);
        Assert.True(last.Holds(int.MaxValue));
        Assert.True(last.CanBeCut);
        Assert.Single(Enumerable.Range(0, 64), piece => All.Piece(piece).Holds(8064));
        Assert.Equal("least((CAST(film AS bigint) - 0) / 128, 63)", All.PieceOf("film"));
    }
}
