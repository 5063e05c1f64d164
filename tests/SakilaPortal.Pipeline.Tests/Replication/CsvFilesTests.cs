using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Replication;

namespace SakilaPortal.Pipeline.Tests.Replication;

public sealed class CsvFilesTests : IDisposable
{
    private static readonly SourceTable Note = new("note", [new("note_id", "int", "int", 10, 0), new("text", "varchar", "varchar(200)", 0, 0)], ["note_id"]);
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void EveryTextIsReadAsItWasWrittenAndNullStaysApart()
    {
        string?[] texts = ["plain", "", null, @"\N", "with \"quotes\"", "a,b", "two\nlines", "two\r\nlines", " spaces ", "ünï ✓", "'", "\"", "\\"];
        var paths = Written(long.MaxValue, texts);
        using var database = new CleanDatabase(_scratch);
        Assert.Equal(texts.Length, new StagedRows(database, Note).Add(Assert.Single(paths)));
        Assert.Equal(texts, database.Query("SELECT text FROM staged ORDER BY note_id", row => row.IsDBNull(0) ? null : row.GetString(0)));
    }

    [Fact]
    public void NoFileIsLargerThanItMayBeAndEachHasAHeader()
    {
        var paths = Written(100, [.. Enumerable.Range(1, 50).Select(i => $"text {i} ü")]);
        Assert.All(paths, path => Assert.InRange(new FileInfo(path).Length, 1, 100));
        Assert.All(paths, path => Assert.Equal("note_id,text", File.ReadLines(path).First()));
        using var database = new CleanDatabase(_scratch);
        var staged = new StagedRows(database, Note);
        Assert.Equal(50, paths.Sum(staged.Add));
    }

    [Fact]
    public void ARowLargerThanAFileStandsAlone()
    {
        var paths = Written(60, ["a", new string('x', 500), "b"]);
        Assert.Equal(3, paths.Count);
        Assert.Equal([2, 2, 2], paths.Select(path => File.ReadLines(path).Count()));
    }

    private IReadOnlyList<string> Written(long fileBytes, IReadOnlyList<string?> texts)
    {
        using var csv = new CsvFiles(_scratch, ["note_id", "text"], fileBytes);
        foreach (var (i, text) in texts.Index())
            csv.Write([$"{i}", text]);
        return csv.Finish();
    }
}
