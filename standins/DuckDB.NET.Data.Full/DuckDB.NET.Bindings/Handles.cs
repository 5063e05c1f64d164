using Microsoft.Win32.SafeHandles;

namespace DuckDB.NET.Native;

public sealed class DuckDBDatabase() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Startup.Close(ref handle);
        return true;
    }
}

public sealed class DuckDBNativeConnection() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public void Interrupt() => NativeMethods.Startup.Interrupt(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.Startup.Disconnect(ref handle);
        return true;
    }
}

public sealed class DuckDBClientContext() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public ulong ConnectionId => NativeMethods.Startup.ConnectionId(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.Startup.DestroyClientContext(ref handle);
        return true;
    }
}

public sealed class DuckDBConfig() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Configuration.Destroy(ref handle);
        return true;
    }
}

public sealed class DuckDBExtractedStatements() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.ExtractStatements.Destroy(ref handle);
        return true;
    }
}

public sealed class DuckDBPreparedStatement() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.PreparedStatements.Destroy(ref handle);
        return true;
    }
}

public sealed class DuckDBLogicalType() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.LogicalType.Destroy(ref handle);
        return true;
    }
}

public sealed class DuckDBAppender() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle() => NativeMethods.Appender.Destroy(ref handle).IsSuccess();
}

public sealed class DuckDBArrowOptions() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.Arrow.DestroyOptions(ref handle);
        return true;
    }
}

public sealed class DuckDBErrorData() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    public bool HasError => !IsInvalid && NativeMethods.ErrorData.HasError(this);

    public string Message => NativeMethods.ErrorData.Message(this);

    protected override bool ReleaseHandle()
    {
        NativeMethods.ErrorData.Destroy(ref handle);
        return true;
    }
}

public sealed class DuckDBDataChunk : SafeHandleZeroOrMinusOneIsInvalid
{
    public DuckDBDataChunk() : base(true) { }

    /// <summary>Borrows a chunk that DuckDB keeps, as in a function's callback.</summary>
    public DuckDBDataChunk(IntPtr chunk) : base(false) => SetHandle(chunk);

    protected override bool ReleaseHandle()
    {
        NativeMethods.DataChunks.Destroy(ref handle);
        return true;
    }
}
