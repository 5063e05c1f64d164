using SakilaPortal.Api.Simulations;

namespace SakilaPortal.Api.Tests.Simulations;

public class OutcomesTests
{
    private readonly Outcomes outcomes = new(0, [], 0);

    [Fact]
    public void AttemptedIsAcceptedRejectedAndUnderWay()
    {
        outcomes.Attempt(3);
        outcomes.Attempt(2);
        outcomes.Retry(2);
        outcomes.Settle(4, [null, "no"]);
        Assert.Equal(new Counters(5, 1, 1, 2), outcomes.Live());
        outcomes.Settle(1, [null, null, null]);
        Assert.Equal(new Counters(5, 4, 1, 2), outcomes.Live());
        Assert.Equal("no", outcomes.FirstError);
    }

    [Fact]
    public void OnlyWhatLiesBelowTheFirstUndecidedRecordIsWrittenDown()
    {
        outcomes.Attempt(6);
        outcomes.Settle(5, [null, "no"]);
        Assert.Equal((0, new Counters(0, 0, 0, 0), "[]"), outcomes.Durable());
        outcomes.Settle(1, [null, "no"]);
        Assert.Equal((2, new Counters(2, 1, 1, 0), "[[2,2]]"), outcomes.Durable());
        outcomes.Settle(3, ["no", null]);
        Assert.Equal((6, new Counters(6, 3, 3, 0), "[[2,3],[6,6]]"), outcomes.Durable());
    }

    [Fact]
    public void WhatWasWrittenDownIsCountedOn()
    {
        var resumed = new Outcomes(6, Outcomes.Read("[[2,3],[6,6]]"), 4);
        Assert.Equal(new Counters(6, 3, 3, 4), resumed.Live());
        resumed.Attempt(2);
        resumed.Settle(7, ["no", null]);
        Assert.Equal((8, new Counters(8, 4, 4, 4), "[[2,3],[6,7]]"), resumed.Durable());
    }
}
