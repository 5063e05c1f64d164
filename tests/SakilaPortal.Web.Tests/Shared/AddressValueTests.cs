using System.Reflection;
using Microsoft.AspNetCore.Components;
using SakilaPortal.Web.Backend;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Tests.Shared;

public sealed class AddressValueTests
{
    [Fact]
    public void WhatIsNoNumberCountsAsNotGiven()
    {
        Assert.Equal(7, AddressValue.Number("7"));
        Assert.Null(AddressValue.Number("abc"));
        Assert.Null(AddressValue.Number("99999999999"));
        Assert.Null(AddressValue.LongNumber(""));
        Assert.Equal(1, AddressValue.Page("0"));
        Assert.True(AddressValue.Flag("True"));
        Assert.False(AddressValue.Flag("perhaps"));
    }

    // A number or a flag there makes the whole page fail on an address that somebody mistyped.
    [Fact]
    public void EveryPageTakesItsAddressAsText() =>
        Assert.Empty(typeof(ApiException).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(property => property.IsDefined(typeof(SupplyParameterFromQueryAttribute)) && property.PropertyType != typeof(string) && property.PropertyType != typeof(string[]))
            .Select(property => $"{property.DeclaringType}.{property.Name}"));
}
