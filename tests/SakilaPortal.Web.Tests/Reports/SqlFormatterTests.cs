using SakilaPortal.Web.Reports.Editor;

namespace SakilaPortal.Web.Tests.Reports;

public sealed class SqlFormatterTests
{
    public static TheoryData<string> Shipped =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ShippedReports")).Select(Path.GetFileNameWithoutExtension).OfType<string>().Order()];

    [Theory]
    [InlineData("select a,count( * )  c from t where x=1 and y between 2 and 3 group   by a order by c desc",
        "SELECT a,\n    count(*) c\nFROM t\nWHERE x = 1\n    AND y BETWEEN 2 AND 3\nGROUP BY a\nORDER BY c DESC")]
    [InlineData("with w as (select 1 one) select w.one from w left join v on v.id=w.id", "WITH w AS (\n    SELECT 1 one\n)\nSELECT w.one\nFROM w\nLEFT JOIN v ON v.id = w.id")]
    [InlineData("/* what */ select 'a,  b' -- why\nfrom t", "/* what */\nSELECT 'a,  b' -- why\nFROM t")]
    [InlineData("select 1e5, 1.5E-3,.5, 2. two, 0x1F, 1_000", "SELECT 1e5,\n    1.5E-3,\n    .5,\n    2. two,\n    0x1F,\n    1_000")]
    [InlineData("select x'00ff', U&'d\\00e9', u&\"d\" from t", "SELECT x'00ff',\n    U&'d\\00e9',\n    u&\"d\"\nFROM t")]
    [InlineData("select f(a=>1, b => x->x+1), größe from t", "SELECT f(a => 1, b => x -> x + 1),\n    größe\nFROM t")]
    [InlineData("select t.date, t.\"from\", t . rows from t -- end  \r\nlimit 5", "SELECT t.date,\n    t.\"from\",\n    t.rows\nFROM t -- end\nLIMIT 5")]
    public void SqlIsLaidOut(string sql, string formatted)
    {
        Assert.Equal(formatted, SqlFormatter.Format(sql));
        Assert.Equal(formatted, SqlFormatter.Format(formatted));
    }

    [Theory]
    [InlineData("select a--b\n-c,- -1,a<-1,a/ *b from t")]
    [InlineData("select 'it''s', '', \"a\"\"b\", `c``d`, '--', '/*' /* -- ' */ from \"x-y\".\"select\"")]
    [InlineData("select a[1].b[2], array[.5,1.], map(array['a'],array[1e0]) from t cross join unnest(a) as u(b)")]
    [InlineData("select extract(year from d), :a_b, -:a, :a||:b, 1::x from t where (a and b) or not(c between :a and :b)")]
    [InlineData("select case when a then(select 1)else 2 end from(values(1,2),(3,4))v(a,b)union all(select 5)")]
    [InlineData("select 1\n-- the end")]
    [InlineData("select a.*, count(*)filter(where b)over(partition by c rows between 1 preceding and 2 following)from a")]
    [InlineData("with a as (select 1), b as (select 2) select * from a,b where a.x in(1,2);")]
    public void NoWordIsChanged(string sql) => Assert.Equal(Words(sql), Words(Changed(sql)));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ShippedReportsStayTheSame(string name)
    {
        var sql = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ShippedReports", $"{name}.sql"));
        var formatted = SqlFormatter.Format(sql);
        Assert.Equal(Words(sql), Words(formatted));
        Assert.Equal(formatted, SqlFormatter.Format(formatted));
    }

    [Theory]
    [InlineData("select 'never closed  ")]
    [InlineData("select \"never closed  ")]
    public void WhatCannotBeLaidOutStaysAsItIs(string sql) => Assert.Equal(sql, SqlFormatter.Format(sql));

    private static string Changed(string sql)
    {
        var formatted = SqlFormatter.Format(sql);
        Assert.NotEqual(sql, formatted);
        return formatted;
    }

    // Read without the formatter's own reader: all but blanks, and in small letters, since keywords become large.
    private static string Words(string sql) => string.Concat(sql.Where(one => !char.IsWhiteSpace(one))).ToLowerInvariant();
}
