using System.Text;
using MySqlConnector;

namespace SakilaPortal.Database.Sql;

/// <summary>
/// Splits a script into statements as the <c>mysql</c> client does: by the delimiter of the moment, outside quotes and comments.
/// Versioned comments (<c>/*!50705 … */</c>) stay in their statement: the server knows which are for it. Remarks between statements go.
/// See https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html and https://dev.mysql.com/doc/refman/8.4/en/comments.html.
/// </summary>
internal sealed class SqlScript(TextReader reader, string name)
{
    private readonly StringBuilder statement = new();
    private string delimiter = ";";
    private char quote;
    private bool inComment;
    private bool inRemark;
    private int line;
    private int statementLine = 1;

    /// <summary>Runs every statement of the script, in its order.</summary>
    /// <exception cref="DatabaseException">One is malformed or fails; the message names file and line.</exception>
    public static async Task RunAsync(TextReader reader, string name, MySqlConnection connection, CancellationToken cancellationToken)
    {
        await foreach (var statement in new SqlScript(reader, name).ReadAsync(cancellationToken))
        {
            try
            {
                await using var command = new MySqlCommand(statement.Text, connection) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (MySqlException e)
            {
                throw new DatabaseException($"{name}, the statement at line {statement.Line}: {e.Message}", e);
            }
        }
    }

    /// <exception cref="DatabaseException">The script ends inside a quote, a comment or a statement.</exception>
    public async IAsyncEnumerable<SqlStatement> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            line++;
            if (IsBetweenStatements && text.TrimStart() is var command && command.StartsWith("DELIMITER ", StringComparison.OrdinalIgnoreCase))
                delimiter = command[10..].Trim();
            else
                foreach (var whole in Take(text))
                    yield return whole;
        }
        if (quote != 0 || inComment)
            throw new DatabaseException($"{name} is cut off: the {(inComment ? "comment" : $"quote {quote}")} in the statement at line {statementLine} never ends.");
        if (!IsBetweenStatements)
            throw new DatabaseException($"{name} is cut off: the statement at line {statementLine} has no {delimiter} at its end.");
    }

    private bool IsBetweenStatements => statement.Length == 0;

    private IEnumerable<SqlStatement> Take(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (quote == 0 && !inComment)
            {
                if (StartsLineComment(text, at))
                    break;
                if (string.CompareOrdinal(text, at, delimiter, 0, delimiter.Length) == 0)
                {
                    if (Finish() is { } whole)
                        yield return whole;
                    at += delimiter.Length;
                    continue;
                }
            }
            at += Append(text, at);
        }
        if (!IsBetweenStatements)
            statement.Append('\n');
    }

    // Takes what belongs together at this place: an escaped character, the end or the start of a quote or comment, or one character.
    private int Append(string text, int at)
    {
        var taken = 1;
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (inComment)
            (inComment, taken) = text[at] == '*' && next == '/' ? (false, 2) : (true, 1);
        else if (quote != 0)
            taken = QuotedLength(text[at], next);
        else if (text[at] == '/' && next == '*')
            (inComment, inRemark, taken) = (true, IsBetweenStatements && (at + 2 >= text.Length || text[at + 2] is not ('!' or 'M')), 2);
        else if (text[at] is '\'' or '"' or '`')
            quote = text[at];
        if (IsBetweenStatements && (inRemark || char.IsWhiteSpace(text[at])))
        {
            inRemark &= inComment;
            return taken;
        }
        if (IsBetweenStatements)
            statementLine = line;
        statement.Append(text, at, Math.Min(taken, text.Length - at));
        return taken;
    }

    private int QuotedLength(char character, char next)
    {
        if (character == '\\' && quote != '`')
            return 2;
        if (character != quote)
            return 1;
        if (next == quote)
            return 2;
        quote = '\0';
        return 1;
    }

    private SqlStatement? Finish()
    {
        var text = statement.ToString().Trim();
        statement.Clear();
        return text.Length == 0 ? null : new SqlStatement(text, statementLine);
    }

    private static bool StartsLineComment(string text, int at) =>
        text[at] == '#'
        || (string.CompareOrdinal(text, at, "--", 0, 2) == 0 && (at + 2 == text.Length || char.IsWhiteSpace(text[at + 2])));
}
