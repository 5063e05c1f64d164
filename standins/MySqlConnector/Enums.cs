namespace MySqlConnector;

public enum MySqlSslMode { None = 0, Disabled = 0, Preferred = 1, Required = 2, VerifyCA = 3, VerifyFull = 4 }

public enum MySqlDateTimeKind { Unspecified = DateTimeKind.Unspecified, Utc = DateTimeKind.Utc, Local = DateTimeKind.Local }

public enum MySqlGuidFormat { Default, None, Char36, Char32, Binary16, TimeSwapBinary16, LittleEndianBinary16 }

public enum MySqlConnectionProtocol
{
    Sockets = 1, Socket = 1, Tcp = 1, Pipe = 2, NamedPipe = 2, UnixSocket = 3, Unix = 3, SharedMemory = 4, Memory = 4,
}

public enum MySqlErrorCode
{
    None = 0,
    CommandTimeoutExpired = -1,
    ConnectionCountError = 1040,
    UnableToConnectToHost = 1042,
    DatabaseAccessDenied = 1044,
    AccessDenied = 1045,
    UnknownDatabase = 1049,
    ServerShutdown = 1053,
    BadFieldError = 1054,
    DuplicateKeyEntry = 1062,
    ParseError = 1064,
    NoSuchTable = 1146,
    LockWaitTimeout = 1205,
    LockDeadlock = 1213,
    NoReferencedRow = 1216,
    RowIsReferenced = 1217,
    QueryInterrupted = 1317,
    RowIsReferenced2 = 1451,
    NoReferencedRow2 = 1452,
}

public enum MySqlDbType
{
    Bool = -1, Decimal = 0, Byte = 1, Int16 = 2, Int32 = 3, Float = 4, Double = 5, Null = 6, Timestamp = 7, Int64 = 8, Int24 = 9,
    Date = 10, Time = 11, DateTime = 12, Year = 13, Newdate = 14, VarString = 15, Bit = 16, Vector = 242, JSON = 245,
    NewDecimal = 246, Enum = 247, Set = 248, TinyBlob = 249, MediumBlob = 250, LongBlob = 251, Blob = 252, VarChar = 253,
    String = 254, Geometry = 255, UByte = 501, UInt16 = 502, UInt32 = 503, UInt64 = 508, UInt24 = 509, Binary = 600,
    VarBinary = 601, TinyText = 749, MediumText = 750, LongText = 751, Text = 752, Guid = 800,
}
