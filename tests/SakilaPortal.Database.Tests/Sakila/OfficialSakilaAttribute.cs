using System.Reflection;
using SakilaPortal.TestSupport;
using Xunit.Sdk;

namespace SakilaPortal.Database.Tests.Sakila;

/// <summary>Runs a theory on the official Sakila too; skipped, saying so, where there is no dump.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficialSakilaAttribute : DataAttribute
{
    public OfficialSakilaAttribute() => Skip = new OfficialDumpFactAttribute().Skip;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StockServers.Official]];
}
