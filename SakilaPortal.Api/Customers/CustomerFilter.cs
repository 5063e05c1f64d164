using Dapper;
using SakilaPortal.Api.Http;

namespace SakilaPortal.Api.Customers;

/// <summary>Which customers a list is about, as it stands in the query.</summary>
internal sealed record CustomerFilter(string? Search, string? Document, int? StoreId, bool? Active)
{
    private string[] Words => SearchText.Words(Search);

    public DynamicParameters Parameters
    {
        get
        {
            var parameters = new DynamicParameters(new { document = Document?.Trim(), StoreId, Active });
            foreach (var (word, i) in Words.Select((word, i) => (word, i)))
                parameters.Add($"word{i}", SearchText.Prefix(word));
            return parameters;
        }
    }

    /// <summary>FROM and WHERE over customer c, with the tables that the order's column needs: document d, open rentals o.</summary>
    public string Sql(string column)
    {
        var sql = "FROM customer c";
        if (column.Contains("d.", StringComparison.Ordinal))
            sql += " LEFT JOIN portal.customer_document d ON d.customer_id = c.customer_id";
        if (column.Contains("o.", StringComparison.Ordinal))
            sql += " LEFT JOIN (SELECT customer_id, COUNT(*) open_rentals FROM rental WHERE return_date IS NULL GROUP BY customer_id) o ON o.customer_id = c.customer_id";
        return $"{sql} WHERE {string.Join(" AND ", Conditions().DefaultIfEmpty("TRUE"))}";
    }

    private IEnumerable<string> Conditions()
    {
        // Names and addresses begin with letters, so that a number is looked up by the documents' index alone.
        for (var i = 0; i < Words.Length; i++)
            yield return char.IsAsciiDigit(Words[i][0])
                ? ByDocument(i)
                : $"(c.first_name LIKE @word{i} OR c.last_name LIKE @word{i} OR c.email LIKE @word{i} OR {ByDocument(i)})";
        if (Document is not null)
            yield return "c.customer_id IN (SELECT customer_id FROM portal.customer_document WHERE document = @document)";
        if (StoreId is not null)
            yield return "c.store_id = @StoreId";
        if (Active is not null)
            yield return "c.active = @Active";
    }

    private static string ByDocument(int word) => $"c.customer_id IN (SELECT customer_id FROM portal.customer_document WHERE document LIKE @word{word})";
}
