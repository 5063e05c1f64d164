using DuckDB.NET.Data;
using SakilaPortal.Pipeline.Replication;
using static SakilaPortal.Pipeline.Cleaning.CleanDatabase;

namespace SakilaPortal.Pipeline.Cleaning;

/// <summary>The rows of landed CSV files, typed as the table is, in the order in which they came.</summary>
internal sealed class StagedRows
{
    private const string Op = "Op";
    private readonly CleanDatabase _database;
    private readonly SourceTable _table;

    public StagedRows(CleanDatabase database, SourceTable table)
    {
        (_database, _table) = (database, table);
        database.Execute($"CREATE TABLE staged (op VARCHAR, {Columns(table)})");
    }

    public static string Columns(SourceTable table) =>
        string.Join(", ", table.Columns.Select(column => $"{Name(column.Name)} {CleanTypes.DuckDb(column)}"));

    /// <summary>Adds the rows of a file: of a full load, or of changes when it has the column Op.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="BadFileException">It is none of this table's; none of its rows is added.</exception>
    public long Add(string path)
    {
        var header = Header(path);
        var before = _database.Count("staged");
        var select = string.Join(", ", header.Where(name => name != Op).Select(name => Selected(_table.Column(name))));
        var op = header.Contains(Op) ? Name(Op) : "'I'";
        var types = string.Join(", ", header.Select(name => $"{Text(name)}: {Text(name == Op ? "VARCHAR" : CsvType(_table.Column(name)))}"));
        try
        {
            _database.Execute($$"""
                INSERT INTO staged BY NAME
                SELECT CASE WHEN {{op}} IN ('I', 'U', 'D') THEN {{op}} ELSE error('Op must be I, U or D, not ' || {{op}}) END AS op, {{select}}
                FROM read_csv({{Text(path)}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
                    nullstr = '\N', allow_quoted_nulls = false, columns = { {{types}} })
                """);
        }
        catch (DuckDBException bad)
        {
            throw new BadFileException(bad.Message);
        }
        return _database.Count("staged") - before;
    }

    private string[] Header(string path)
    {
        var names = File.ReadLines(path).FirstOrDefault()?.Split(',').Select(name => name.Trim('"')).ToArray() ?? [];
        if (names.Except([Op, .. _table.Columns.Select(column => column.Name)]).FirstOrDefault() is { } unknown)
            throw new BadFileException($"The header has the column '{unknown}', which sakila.{_table.Name} has not.");
        if (_table.Key.Except(names).FirstOrDefault() is { } missing)
            throw new BadFileException($"The header lacks the key column '{missing}' of sakila.{_table.Name}.");
        return names;
    }

    private static string CsvType(SourceColumn column) => column.IsBinary ? "VARCHAR" : CleanTypes.DuckDb(column);

    private static string Selected(SourceColumn column) => column.IsBinary ? $"unhex({Name(column.Name)}) AS {Name(column.Name)}" : Name(column.Name);
}

/// <summary>A landed file that cannot be read as what its folder says it is.</summary>
internal sealed class BadFileException(string message) : Exception(message);
