using SakilaPortal.LocalAws.Athena.Sql.Types;

namespace SakilaPortal.LocalAws.Athena.Sql.Functions;

/// <summary>What a function's parameter takes, or its result is. A capital letter is a variable: N any number, I any integer, others any type.</summary>
internal abstract record TypePattern(string Text)
{
    public sealed override string ToString() => Text;

    /// <summary>Binds the variables that an argument of this type settles; false when it does not fit.</summary>
    public abstract bool Unify(SqlType argument, Bindings bindings);

    /// <summary>The type that an argument is brought to, once the variables are bound.</summary>
    public abstract SqlType Resolve(SqlType argument, Bindings bindings);
}

internal sealed record ExactPattern(string Text, SqlType Type) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) => Coercion.Possible(argument, Type);

    public override SqlType Resolve(SqlType argument, Bindings bindings) => Type;
}

/// <summary>Any type of one family, with its own length, precision or scale.</summary>
internal sealed record FamilyPattern<T>(string Text, SqlType Default) : TypePattern(Text) where T : SqlType
{
    public override bool Unify(SqlType argument, Bindings bindings) => argument is T || Coercion.Possible(argument, Default) || IsExactFor(argument);

    public override SqlType Resolve(SqlType argument, Bindings bindings) =>
        argument is T ? argument : IsExactFor(argument) ? Coercion.AsDecimal(argument) : Default;

    private static bool IsExactFor(SqlType argument) => typeof(T) == typeof(DecimalType) && Coercion.IsInteger(argument);
}

internal sealed record VariablePattern(string Text) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) => Text switch
    {
        "N" when argument != SqlType.Unknown && !Coercion.IsNumeric(argument) => false,
        "I" when argument != SqlType.Unknown && !Coercion.IsInteger(argument) => false,
        _ => bindings.Bind(Text, argument),
    };

    public override SqlType Resolve(SqlType argument, Bindings bindings) => bindings[Text] ?? argument;
}

internal sealed record ArrayPattern(string Text, TypePattern Element) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) =>
        argument == SqlType.Unknown || (argument is ArrayType array && Element.Unify(array.Element, bindings));

    public override SqlType Resolve(SqlType argument, Bindings bindings) =>
        new ArrayType(Element.Resolve((argument as ArrayType)?.Element ?? SqlType.Unknown, bindings));
}

internal sealed record MapPattern(string Text, TypePattern Key, TypePattern Value) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) =>
        argument == SqlType.Unknown || (argument is MapType map && Key.Unify(map.Key, bindings) && Value.Unify(map.Value, bindings));

    public override SqlType Resolve(SqlType argument, Bindings bindings)
    {
        var map = argument as MapType;
        return new MapType(Key.Resolve(map?.Key ?? SqlType.Unknown, bindings), Value.Resolve(map?.Value ?? SqlType.Unknown, bindings));
    }
}

/// <summary>A row of these fields, by place.</summary>
internal sealed record RowPattern(string Text, IReadOnlyList<TypePattern> Fields) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) => argument == SqlType.Unknown || (argument is RowType row
        && row.Fields.Count == Fields.Count && row.Fields.Zip(Fields).All(pair => pair.Second.Unify(pair.First.Type, bindings)));

    public override SqlType Resolve(SqlType argument, Bindings bindings) => new RowType([.. Fields.Select((field, i) =>
        new RowField(null, field.Resolve((argument as RowType)?.Fields[i].Type ?? SqlType.Unknown, bindings)))]);
}

/// <summary>A lambda: it is written only when its parameters' types are known.</summary>
internal sealed record LambdaPattern(string Text, IReadOnlyList<TypePattern> Parameters, TypePattern Result) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) =>
        argument is FunctionType function ? Result.Unify(function.Result, bindings) : argument == SqlType.Unknown;

    public override SqlType Resolve(SqlType argument, Bindings bindings) => argument;
}

/// <summary>The type of an argument, counted from one, as it was after coercion.</summary>
internal sealed record ArgumentPattern(string Text, int Index) : TypePattern(Text)
{
    public override bool Unify(SqlType argument, Bindings bindings) => throw new NotSupportedException("Only a result may name an argument.");

    public override SqlType Resolve(SqlType argument, Bindings bindings) => bindings.Arguments[Index - 1];
}
