using static SakilaPortal.LocalAws.Athena.Sql.Functions.Function;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>https://trino.io/docs/current/functions/binary.html.</summary>
internal static class BinaryFunctions
{
    public static IEnumerable<Function> All =>
    [
        Scalar("length(varbinary) bigint", "CAST(octet_length({0}) AS BIGINT)"),
        Scalar("md5(varbinary) varbinary", "unhex(md5({0}))"),
        Scalar("sha1(varbinary) varbinary", "unhex(sha1({0}))"),
        Scalar("sha256(varbinary) varbinary", "unhex(sha256({0}))"),
        Scalar("to_hex(varbinary) varchar", "hex({0})"),
        Scalar("from_hex(varchar) varbinary", "unhex({0})"),
        Scalar("to_base64(varbinary) varchar", "to_base64({0})"),
        Scalar("from_base64(varchar) varbinary", "from_base64({0})"),
    ];
}
