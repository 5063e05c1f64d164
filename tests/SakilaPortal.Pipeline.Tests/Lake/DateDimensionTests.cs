using System.Globalization;
using SakilaPortal.Pipeline.Transforms.Star;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>The days of dim_date, of any years, as its SQL answers them.</summary>
[Collection(nameof(LakeCollection))]
public sealed class DateDimensionTests(LakeFixture lake)
{
    private static readonly string Known = """
        1965-07-04 Independence Day
        1965-07-05 Independence Day (observed)
        1968-02-22 Washington's Birthday
        1970-05-30 Memorial Day
        1971-05-31 Memorial Day
        1971-02-15 Washington's Birthday
        1971-10-11 Columbus Day
        1971-10-25 Veterans Day
        1977-10-24 Veterans Day
        1978-11-11 Veterans Day
        1978-11-10 Veterans Day (observed)
        1986-01-20 Birthday of Martin Luther King, Jr.
        2000-02-21 Washington's Birthday
        2004-12-31 New Year's Day (observed)
        2005-05-30 Memorial Day
        2005-12-26 Christmas Day (observed)
        2006-01-02 New Year's Day (observed)
        2010-11-25 Thanksgiving Day
        2021-06-18 Juneteenth National Independence Day (observed)
        2021-06-19 Juneteenth National Independence Day
        2021-12-31 New Year's Day (observed)
        2022-09-05 Labor Day
        2024-06-19 Juneteenth National Independence Day
        2026-07-03 Independence Day (observed)
        """;

    private static readonly string[] None = ["1970-05-25", "1971-05-30", "1970-10-12", "1972-11-11", "1985-01-21", "2020-06-19", "2019-06-19", "2005-06-01", "2024-12-26"];

    [Fact]
    public async Task HolidaysAreThoseThatTheLawOfTheYearHad()
    {
        var known = Known.Split('\n').ToDictionary(line => line[..10], line => line[11..].TrimEnd());
        var asked = string.Join(", ", known.Keys.Concat(None).Select(day => $"date '{day}'"));
        var rows = await lake.AthenaAsync($"SELECT \"date\", holiday_name, is_holiday FROM (\n{DateDimension.Days(1965, 2026)}\n) AS days WHERE \"date\" IN ({asked})");
        Assert.Equal(known.Count + None.Length, rows.Count);
        Assert.All(rows, row => Assert.Equal((row[0], known.GetValueOrDefault(row[0], "NULL"), known.ContainsKey(row[0]) ? "true" : "false"), (row[0], row[1], row[2])));
    }

    [Fact]
    public async Task AYearHasElevenHolidaysAndEachDayOnce()
    {
        var rows = await lake.AthenaAsync($"""
            SELECT count(*), count(DISTINCT "date"), sum(CASE WHEN is_holiday AND holiday_name NOT LIKE '%(observed)' THEN 1 ELSE 0 END), sum(CASE WHEN is_weekend THEN 1 ELSE 0 END)
            FROM ({DateDimension.Days(2024, 2024)}) AS days
            WHERE date_key > 0
            """);
        Assert.Equal("366 366 11 104", string.Join(' ', rows[0]));
    }

    [Fact]
    public async Task ADayIsDescribedInAllColumns()
    {
        var rows = await lake.AthenaAsync("SELECT * FROM curatedzonedb.dim_date WHERE date_key = 20060101");
        Assert.Equal("20060101|2006-01-01|2006|1|1|January|1|Sunday|52|true|true|New Year's Day", string.Join('|', rows[0]));
        var last = await lake.AthenaValueAsync("SELECT max(year) FROM curatedzonedb.dim_date");
        Assert.True(int.Parse(last, CultureInfo.InvariantCulture) > DateTime.UtcNow.Year, $"The next year must be there, not only {last}.");
    }
}
