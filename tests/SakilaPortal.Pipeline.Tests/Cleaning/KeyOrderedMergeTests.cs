using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Replication;

namespace SakilaPortal.Pipeline.Tests.Cleaning;

public sealed class KeyOrderedMergeTests : IDisposable
{
    private const int RowsPerFile = 4;

    private static readonly SourceTable Rental = new(
        "rental",
        [
            new("rental_id", "int", "int(11)", 10, 0), new("note", "varchar", "varchar(50)", 0, 0),
            new("amount", "decimal", "decimal(5,2)", 5, 2), new("picture", "blob", "blob", 0, 0),
        ],
        ["rental_id"]);

    private readonly ScratchFolder _scratch = new();
    private readonly CleanDatabase _reader;
    private readonly Dictionary<string, string> _paths = [];
    private List<LakeFile> _files = [];
    private int _rewritten;

    public KeyOrderedMergeTests() => _reader = new(_scratch);

    public void Dispose()
    {
        _reader.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public void AFullLoadIsCutIntoFilesInKeyOrder()
    {
        Take(Load(10, 3, 7, 1, 9, 2, 8, 4, 6, 5));
        Assert.Equal([(1L, 4L), (5L, 8L), (9L, 10L)], _files.Select(file => (file.FirstKey!.Value, file.LastKey!.Value)));
        Assert.Equal(10, Rows().Count);
    }

    [Fact]
    public void AChangeRewritesOnlyTheFileThatHoldsItsKey()
    {
        Take(Load([.. Enumerable.Range(1, 40)]));
        Take("Op,rental_id,note,amount,picture\nU,17,changed,1.50,\\N\n");
        Assert.Equal(1, _rewritten);
        Assert.Equal("changed", Rows()[17].Note);
        Assert.Equal(40, Rows().Count);
    }

    [Fact]
    public void NewRowsGoToTheLastFileWhichIsCutWhenItIsFull()
    {
        Take(Load(1, 2, 3, 4, 5));
        Take("Op,rental_id,note,amount,picture\nI,6,a,1.00,\\N\nI,7,b,1.00,\\N\nI,8,c,1.00,\\N\nI,9,d,1.00,\\N\n");
        Assert.Equal([4L, 4L, 1L], _files.Select(file => file.RowCount!.Value));
    }

    [Fact]
    public void DeletedRowsGo()
    {
        Take(Load(1, 2, 3, 4, 5));
        Take("Op,rental_id,note,amount,picture\nD,5,\\N,\\N,\\N\nD,2,\\N,\\N,\\N\n");
        Assert.Equal([1, 3, 4], Rows().Keys.Order());
    }

    [Fact]
    public void ADeleteOfTheRealServiceHoldsTheWholeRowAsItWas()
    {
        Take(Load(1, 2, 3));
        Take("Op,rental_id,note,amount,picture\r\nD,2,\"note 2, \"\"as it was\"\"\",2.50,FFD8\r\nI,4,,4.50,\\N\r\n");
        Assert.Equal([1, 3, 4], Rows().Keys.Order());
        Assert.Equal("", Rows()[4].Note);
    }

    [Fact]
    public void TheLastChangeOfAKeyWins()
    {
        Take(Load(1));
        Take("Op,rental_id,note,amount,picture\nU,1,first,1.00,\\N\nD,1,\\N,\\N,\\N\nI,1,last,2.00,\\N\n");
        Assert.Equal("last", Rows()[1].Note);
    }

    [Fact]
    public void ChangesToldAgainChangeNoFile()
    {
        Take(Load(1, 2, 3));
        const string changes = "Op,rental_id,note,amount,picture\nU,2,changed,1.50,FF00\nD,3,\\N,\\N,\\N\n";
        Take(changes);
        Take(changes);
        Assert.Equal(0, _rewritten);
    }

    [Fact]
    public void TextsNullsDecimalsAndBlobsComeThroughAsTheyWere()
    {
        Take("rental_id,note,amount,picture\n1,\"a, \"\"b\"\"\nc\",0.10,00FF\n2,,999.99,\\N\n3,\\N,-1.00,\\N\n4,\"\\N\",0.00,\\N\n");
        var rows = Rows();
        Assert.Equal("a, \"b\"\nc", rows[1].Note);
        Assert.Equal("", rows[2].Note);
        Assert.Null(rows[3].Note);
        Assert.Equal(@"\N", rows[4].Note);
        Assert.Equal([0.10m, 999.99m, -1.00m, 0.00m], rows.OrderBy(row => row.Key).Select(row => row.Value.Amount));
        Assert.Equal("DECIMAL(5,2)", _reader.Query($"SELECT typeof(amount) FROM read_parquet({CleanDatabase.Text(_paths[_files[0].ObjectKey])}) LIMIT 1", row => row.GetString(0))[0]);
    }

    [Theory]
    [InlineData("rental_id,note,amount,picture\n1,a,much,\\N\n", "much")]
    [InlineData("rental_id,note,amount,picture\n1,a\n", "Expected Number of Columns")]
    [InlineData("rental_id,note,amount,colour\n1,a,1.00,red\n", "'colour'")]
    [InlineData("note,amount,picture\na,1.00,\\N\n", "'rental_id'")]
    [InlineData("Op,rental_id,note,amount,picture\nX,1,a,1.00,\\N\n", "Op must be")]
    public void ABadFileIsRefusedWithTheReason(string csv, string reason)
    {
        using var database = new CleanDatabase(_scratch);
        var staged = new StagedRows(database, Rental);
        var refusal = Assert.Throws<BadFileException>(() => staged.Add(Written(csv)));
        Assert.Contains(reason, refusal.Message);
        Assert.Equal(1, staged.Add(Written("rental_id,note,amount,picture\n1,a,1.00,\\N\n")));
    }

    private static string Load(params int[] ids) =>
        "rental_id,note,amount,picture\n" + string.Concat(ids.Select(id => $"{id},note {id},{id}.50,\\N\n"));

    private string Written(string csv)
    {
        var path = _scratch.NewFile("csv");
        File.WriteAllText(path, csv);
        return path;
    }

    /// <summary>Stages a file and merges it into the present files.</summary>
    private void Take(string csv)
    {
        using var database = new CleanDatabase(_scratch);
        new StagedRows(database, Rental).Add(Written(csv));
        var merge = new KeyOrderedMerge(database, new(CleanTypes.Columns(Rental), Rental.Key), _scratch, RowsPerFile);
        merge.Begin();
        _rewritten = 0;
        foreach (var range in merge.TouchedRanges(_files))
        {
            if (merge.Merge(range, range.File is null ? null : _paths[range.File.ObjectKey]) is not { } merged)
                continue;
            _rewritten++;
            foreach (var file in merged)
                _paths[file.Path] = file.Path;
            var added = merged.Select(file => new LakeFile(file.Path, file.Rows, 0, file.FirstKey, file.LastKey));
            _files = [.. _files.Where(file => file != range.File).Concat(added).OrderBy(file => file.FirstKey)];
        }
    }

    private Dictionary<int, (string? Note, decimal Amount)> Rows() => _files
        .SelectMany(file => _reader.Query(
            $"SELECT rental_id, note, amount FROM read_parquet({CleanDatabase.Text(_paths[file.ObjectKey])})",
            row => (Id: row.GetInt32(0), Note: row.IsDBNull(1) ? null : row.GetString(1), Amount: row.GetDecimal(2))))
        .ToDictionary(row => row.Id, row => (row.Note, row.Amount));
}
