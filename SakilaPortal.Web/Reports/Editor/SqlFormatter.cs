using System.Text;

namespace SakilaPortal.Web.Reports.Editor;

/// <summary>Lays SQL out: clauses on lines of their own, columns below SELECT, what stands in brackets further in. Words stay what they are.</summary>
internal static class SqlFormatter
{
    private const int Indent = 4;

    private static readonly HashSet<string> Clauses = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "UNION", "UNION ALL", "INTERSECT", "EXCEPT", "WITH",
    };

    private static readonly HashSet<string> Joins = new(StringComparer.OrdinalIgnoreCase)
    {
        "JOIN", "INNER JOIN", "LEFT JOIN", "LEFT OUTER JOIN", "RIGHT JOIN", "RIGHT OUTER JOIN", "FULL JOIN", "FULL OUTER JOIN", "CROSS JOIN",
    };

    private static readonly HashSet<string> Upper = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "OR", "AS", "ON", "USING", "ASC", "DESC", "DISTINCT", "CASE", "WHEN", "THEN", "ELSE", "END", "IN", "IS", "NOT", "NULL", "NULLS", "BETWEEN", "LIKE", "EXISTS",
        "OVER", "PARTITION BY", "FILTER", "CAST", "TRY_CAST", "DATE", "TIMESTAMP", "INTERVAL", "TRUE", "FALSE", "VALUES", "UNNEST", "ROWS", "RANGE",
    };

    /// <summary>The text laid out; the text as it is where that would change a word of it.</summary>
    public static string Format(string sql)
    {
        var writer = new Writer();
        foreach (var word in SqlWord.Read(sql))
            writer.Add(word);
        var laidOut = writer.ToString();
        return SqlWord.Read(laidOut).Select(word => word.Folded).SequenceEqual(SqlWord.Read(sql).Select(word => word.Folded)) ? laidOut : sql;
    }

    private sealed class Writer
    {
        private readonly StringBuilder text = new();
        private readonly Stack<(bool IsQuery, int Depth)> brackets = [];
        private int depth;
        private string last = "";
        private string clause = "";
        private bool isBetween;

        public void Add(SqlWord token)
        {
            var (word, upper) = (token.Text, token.Text.ToUpperInvariant());
            // After a dot stands a column, whatever it is called.
            var isKeyword = token.Kind == SqlWordKind.Word && last != ".";
            if (token.Kind == SqlWordKind.Comment)
                Comment(word);
            else if (isKeyword && Clauses.Contains(word) && (!IsWithinCall || last == "("))
                Clause(upper);
            else if (isKeyword && Joins.Contains(word))
                Line(depth, upper);
            else if (word is "(")
                Open();
            else if (word is ")")
                Close();
            else if (word is ",")
                Comma();
            else if (isKeyword && upper == "AND" && isBetween)
            {
                isBetween = false;
                Append(upper);
            }
            else if (isKeyword && upper is "AND" or "OR" && clause is "WHERE" or "HAVING" && !IsWithinCall)
                Line(depth + 1, upper);
            else
                Plain(isKeyword && Upper.Contains(word) ? upper : word);
            last = token.Kind == SqlWordKind.Comment ? "" : upper;
        }

        public override string ToString() => text.ToString().Trim();

        private bool IsWithinCall => brackets.Count > 0 && !brackets.Peek().IsQuery;

        private void Plain(string word)
        {
            isBetween |= word == "BETWEEN";
            Append(word);
        }

        private void Clause(string word)
        {
            if (last == "(" && brackets.TryPop(out var opened))
            {
                brackets.Push((true, opened.Depth));
                depth = opened.Depth + 1;
            }
            clause = word;
            Line(depth, word);
        }

        private void Open()
        {
            brackets.Push((false, depth));
            if (last.Length == 0 || !(char.IsLetterOrDigit(last[^1]) || last[^1] is '_' or '(' or '[') || Upper.Contains(last) || Clauses.Contains(last) || Joins.Contains(last))
                Append("(");
            else
                text.Append('(');
        }

        private void Close()
        {
            var isQuery = brackets.TryPop(out var opened) && opened.IsQuery;
            if (isQuery)
            {
                depth = opened.Depth;
                Line(depth, ")");
            }
            else
                text.Append(')');
        }

        private void Comma()
        {
            text.Append(',');
            if (!IsWithinCall && clause is "SELECT" or "WITH")
                NewLine(clause == "SELECT" ? depth + 1 : depth);
        }

        private void Comment(string comment)
        {
            if (text.Length > 0 && text[^1] != '\n')
                text.Append(' ');
            text.Append(comment);
            NewLine(depth);
        }

        private void Line(int at, string word)
        {
            NewLine(at);
            text.Append(word);
        }

        private void NewLine(int at)
        {
            while (text.Length > 0 && text[^1] is ' ' or '\n')
                text.Length--;
            if (text.Length > 0)
                text.Append('\n').Append(' ', at * Indent);
        }

        private void Append(string word)
        {
            if (text.Length > 0 && text[^1] is not (' ' or '\n') && last is not ("(" or "." or "[") && word is not ("." or ")" or "]" or ";" or "["))
                text.Append(' ');
            text.Append(word);
        }
    }
}
