namespace DuckDB.NET.Native;

/// <summary>DuckDB's C functions (https://duckdb.org/docs/stable/clients/c/api), grouped as DuckDB.NET.Data expects them.</summary>
public static unsafe partial class NativeMethods
{
    private const string Library = "duckdb";
}
