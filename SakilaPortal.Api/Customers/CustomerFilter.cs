using Dapper;
using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Customers;

/// <summary>Which customers a list is about, as it stands in the query.</summary>
internal sealed record CustomerFilter(string? Search, string? Document, int? StoreId, bool? Active)
{
    /// <summary>FROM and WHERE over customer c and its document d.</summary>
    public string Sql => $"""
        FROM customer c
        LEFT JOIN portal.customer_document d ON d.customer_id = c.customer_id
        WHERE {string.Join(" AND ", Conditions().DefaultIfEmpty("TRUE"))}
        """;

    public DynamicParameters Parameters
    {
        get
        {
            var parameters = new DynamicParameters(new { document = Document?.Trim(), StoreId, Active });
            foreach (var (word, i) in SearchText.Words(Search).Select((word, i) => (word, i)))
                parameters.Add($"word{i}", SearchText.Prefix(word));
            return parameters;
        }
    }

    private IEnumerable<string> Conditions()
    {
        for (var i = 0; i < SearchText.Words(Search).Length; i++)
            yield return $"(c.first_name LIKE @word{i} OR c.last_name LIKE @word{i} OR c.email LIKE @word{i} OR d.document LIKE @word{i})";
        if (Document is not null)
            yield return "d.document = @document";
        if (StoreId is not null)
            yield return "c.store_id = @StoreId";
        if (Active is not null)
            yield return "c.active = @Active";
    }
}
