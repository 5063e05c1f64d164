using SakilaPortal.LocalAws.Athena.Sql.Syntax;

namespace SakilaPortal.LocalAws.Athena.Sql.Parsing;

internal sealed partial class Parser
{
    private TypeName Type() => Nested(() =>
    {
        var at = Current.At;
        var name = Name().ToLowerInvariant();
        if (name == "double") Accept("PRECISION");
        if (name == "row") return Suffixed(new(at, name, Parenthesised(RowField)));
        if (name == "interval") return new TypeName(at, IntervalType(), []);
        var arguments = At("(") ? Parenthesised(TypeArgument) : At("<") ? Angled() : [];
        if (name is "timestamp" or "time" && Accept("WITH", "TIME", "ZONE")) name += " with time zone";
        else if (name is "timestamp" or "time") Accept("WITHOUT", "TIME", "ZONE");
        return Suffixed(new(at, name, arguments));
    });

    private TypeName Suffixed(TypeName type) =>
        Accept("ARRAY") ? Suffixed(new(type.At, "array", [new(null, type, null)])) : type;

    private List<TypeArgument> Angled()
    {
        Expect("<");
        var arguments = List(TypeArgument);
        Expect(">");
        return arguments;
    }

    private TypeArgument TypeArgument() =>
        Current.Kind == TokenKind.Integer ? new(null, null, ExpectInteger()) : new(null, Type(), null);

    private TypeArgument RowField()
    {
        // A field's name is optional: what follows a lone type is a comma or the end, or the type's own arguments.
        var named = Ahead(1).Kind is TokenKind.Word or TokenKind.QuotedWord && !Ahead(1).Is("WITH") && !Ahead(1).Is("PRECISION");
        return named ? new(Name(), Type(), null) : new(null, Type(), null);
    }

    private string IntervalType()
    {
        if (Accept("DAY", "TO", "SECOND")) return "interval day to second";
        Expect("YEAR", "TO", "MONTH");
        return "interval year to month";
    }
}
