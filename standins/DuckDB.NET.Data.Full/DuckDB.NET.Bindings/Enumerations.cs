namespace DuckDB.NET.Native;

public enum DuckDBState { Success, Error }

public static class DuckDBStateExtensions
{
    public static bool IsSuccess(this DuckDBState state) => state == DuckDBState.Success;
}

public enum DuckDBResultType { Invalid, ChangedRows, Nothing, QueryResult }

/// <summary>The numbers are those of duckdb_type in https://github.com/duckdb/duckdb/blob/main/src/include/duckdb.h.</summary>
public enum DuckDBType
{
    Invalid, Boolean, TinyInt, SmallInt, Integer, BigInt, UnsignedTinyInt, UnsignedSmallInt, UnsignedInteger, UnsignedBigInt,
    Float, Double, Timestamp, Date, Time, Interval, HugeInt, Varchar, Blob, Decimal, TimestampS, TimestampMs, TimestampNs,
    Enum, List, Struct, Map, Uuid, Union, Bit, TimeTz, TimestampTz, UnsignedHugeInt, Array, Any, VarInt, SqlNull,
}

/// <summary>The numbers are those of duckdb_error_type in https://github.com/duckdb/duckdb/blob/main/src/include/duckdb.h.</summary>
public enum DuckDBErrorType
{
    Invalid, OutOfRange, Conversion, UnknownType, Decimal, MismatchType, DivideByZero, ObjectSize, InvalidType, Serialization,
    Transaction, NotImplemented, Expression, Catalog, Parser, Planner, Scheduler, Executor, Constraint, Index, Stat, Connection,
    Syntax, Settings, Binder, Network, Optimizer, NullPointer, Io, Interrupt, Fatal, Internal, InvalidInput, OutOfMemory,
    Permission, ParameterNotResolved, ParameterNotAllowed, Dependency, Http, MissingExtension, Autoload, Sequence,
}
