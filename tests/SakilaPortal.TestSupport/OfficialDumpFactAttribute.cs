using Xunit;

namespace SakilaPortal.TestSupport;

/// <summary>A test that needs the official Sakila dump, and is skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficialDumpFactAttribute : FactAttribute
{
    public OfficialDumpFactAttribute()
    {
        if (Repository.OfficialDump is null)
            Skip = "The official Sakila dump is not here: set SAKILA_DUMP to the folder of sakila-schema.sql and sakila-data.sql.";
    }
}
