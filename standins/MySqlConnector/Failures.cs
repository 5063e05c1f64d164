using System.Net.Sockets;
using Genuine = MySql.Data.MySqlClient;

namespace MySqlConnector;

/// <summary>Turns what MySql.Data throws into what MySqlConnector throws.</summary>
internal static class Failures
{
    public static bool CanTranslate(Exception thrown) =>
        thrown is MySqlException or Genuine.MySqlException or IOException or SocketException or TimeoutException or AggregateException
        || (thrown is InvalidOperationException && thrown.InnerException is Genuine.MySqlException);

    public static MySqlException Translate(Exception thrown, bool connecting = false)
    {
        var chain = Chain(thrown).ToList();
        if (chain.OfType<Genuine.MySqlException>().FirstOrDefault(e => e.Number is not 0 and not 1042) is { } told)
            return new((MySqlErrorCode)told.Number, SqlState(told), told.Message, thrown);
        if (connecting)
            return new(MySqlErrorCode.UnableToConnectToHost, null, "Unable to connect to any of the specified MySQL hosts.", thrown);
        return new(MySqlErrorCode.None, null, chain[^1].Message, thrown);
    }

    public static bool IsReset(Exception thrown) => Chain(thrown).Any(e => e is SocketException { SocketErrorCode: SocketError.ConnectionReset });

    public static void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception thrown) when (CanTranslate(thrown))
        {
            throw Translate(thrown);
        }
    }

    private static IEnumerable<Exception> Chain(Exception? thrown)
    {
        for (; thrown is not null; thrown = thrown.InnerException)
            yield return thrown;
    }

    // https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html
    private static string SqlState(Genuine.MySqlException told) => told.Number switch
    {
        1022 or 1048 or 1062 or 1216 or 1217 or 1451 or 1452 or 4025 => "23000",
        1040 or 1042 or 1043 or 1047 or 1053 => "08S01",
        1045 => "28000",
        1044 or 1049 or 1064 or 1142 or 1143 or 1149 or 1203 or 1305 => "42000",
        1146 => "42S02",
        1050 => "42S01",
        1054 => "42S22",
        1136 => "21S01",
        1213 => "40001",
        1242 => "21000",
        1264 or 1690 => "22003",
        1292 => "22007",
        1644 => "45000",
        1317 => "70100",
        1406 => "22001",
        _ => told.SqlState is { Length: 5 } given ? given : told.Data["SqlState"] as string ?? "HY000",
    };
}
