using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>Types as the catalogue writes them, such as <c>array&lt;struct&lt;id:int,label:string&gt;&gt;</c> (https://docs.aws.amazon.com/athena/latest/ug/data-types.html).</summary>
internal static class HiveTypes
{
    /// <exception cref="NotSupportedException">There is no such type.</exception>
    public static SqlType Parse(string text)
    {
        var rest = text.Replace(" ", "").ToLowerInvariant().AsSpan();
        var type = Read(ref rest);
        return rest.Length == 0 ? type : throw new NotSupportedException($"The type '{text}' is not one of Hive's.");
    }

    private static SqlType Read(ref ReadOnlySpan<char> text)
    {
        var name = Take(ref text, "<>(),:");
        switch (name)
        {
            case "array":
                Skip(ref text, '<');
                var element = Read(ref text);
                Skip(ref text, '>');
                return new ArrayType(element);
            case "map":
                Skip(ref text, '<');
                var key = Read(ref text);
                Skip(ref text, ',');
                var value = Read(ref text);
                Skip(ref text, '>');
                return new MapType(key, value);
            case "struct":
                return Struct(ref text);
            default:
                return Plain(name, ref text);
        }
    }

    private static RowType Struct(ref ReadOnlySpan<char> text)
    {
        List<RowField> fields = [];
        Skip(ref text, '<');
        do
        {
            var name = Take(ref text, ":");
            Skip(ref text, ':');
            fields.Add(new(name, Read(ref text)));
        }
        while (Accept(ref text, ','));
        Skip(ref text, '>');
        return new(fields);
    }

    private static SqlType Plain(string name, ref ReadOnlySpan<char> text)
    {
        List<int> numbers = [];
        if (Accept(ref text, '('))
        {
            do numbers.Add(int.Parse(Take(ref text, ",)")));
            while (Accept(ref text, ','));
            Skip(ref text, ')');
        }

        return name switch
        {
            "boolean" => SqlType.Boolean,
            "tinyint" => SqlType.TinyInt,
            "smallint" => SqlType.SmallInt,
            "int" or "integer" => SqlType.Integer,
            "bigint" => SqlType.BigInt,
            "float" or "real" => SqlType.Real,
            "double" => SqlType.Double,
            "string" => SqlType.Varchar,
            "varchar" => new VarcharType(numbers.Count > 0 ? numbers[0] : null),
            "char" => new CharType(numbers.Count > 0 ? numbers[0] : 1),
            "decimal" => new DecimalType(numbers.Count > 0 ? numbers[0] : 10, numbers.Count > 1 ? numbers[1] : 0),
            "binary" => SqlType.Varbinary,
            "date" => SqlType.Date,
            "timestamp" => SqlType.Timestamp,
            _ => throw new NotSupportedException($"The type '{name}' is not one of Hive's."),
        };
    }

    private static string Take(ref ReadOnlySpan<char> text, string until)
    {
        var end = text.IndexOfAny(until);
        var taken = (end < 0 ? text : text[..end]).ToString();
        text = text[taken.Length..];
        return taken;
    }

    private static bool Accept(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.Length == 0 || text[0] != expected) return false;
        text = text[1..];
        return true;
    }

    private static void Skip(ref ReadOnlySpan<char> text, char expected)
    {
        if (!Accept(ref text, expected)) throw new NotSupportedException($"A type of Hive's lacks '{expected}' before '{text}'.");
    }
}
