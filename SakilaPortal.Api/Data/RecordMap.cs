using System.Reflection;
using Dapper;

namespace SakilaPortal.Api.Data;

/// <summary>
/// Lets Dapper read rows into positional records: made with empty values, then filled by the columns there are, each converted to the
/// property's type. Dapper alone wants every column, of exactly the parameter's type.
/// </summary>
internal sealed class RecordMap(Type type) : SqlMapper.ITypeMap
{
    private readonly DefaultTypeMap members = new(type);

    public ConstructorInfo? FindExplicitConstructor() => type.GetConstructor(Type.EmptyTypes) is null
        ? type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)
        : null;

    public ConstructorInfo? FindConstructor(string[] names, Type[] types) => members.FindConstructor(names, types);

    public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        members.GetConstructorParameter(constructor, columnName);

    public SqlMapper.IMemberMap? GetMember(string columnName) => members.GetMember(columnName);
}
