using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using MySqlConnector;

namespace SakilaPortal.Api.Accounts;

/// <summary>The keys that tokens are protected with, shared by all instances.</summary>
internal sealed class MySqlKeyRing(MySqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        return [.. connection.Query<string>("SELECT xml FROM portal.data_protection_key").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        const string sql = "INSERT INTO portal.data_protection_key (friendly_name, xml) VALUES (@friendlyName, @xml)";
        using var connection = database.OpenConnection();
        connection.Execute(sql, new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
