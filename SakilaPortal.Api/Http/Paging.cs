using Microsoft.AspNetCore.Http.HttpResults;
using SakilaPortal.Contracts;

namespace SakilaPortal.Api.Http;

/// <summary>Which page of a list is asked for, and in which order, as it stands in the query.</summary>
internal sealed record ListQuery(int? Page, int? PageSize, string? Sort, bool? Desc)
{
    private const int DefaultPageSize = 50;
    public const int LargestPageSize = 500;

    /// <summary>Checks the page and the order; <paramref name="columns"/> gives each sort its column, the first being the usual one.</summary>
    public Paging Read(FieldErrors errors, params (string Sort, string Column)[] columns)
    {
        if (Page < 1)
            errors.Add("page", "Pages are counted from 1.");
        if (PageSize is < 1 or > LargestPageSize)
            errors.Add("pageSize", $"A page holds 1 to {LargestPageSize} rows.");
        var column = Sort is null ? columns[0].Column : columns.FirstOrDefault(known => known.Sort.Equals(Sort, StringComparison.OrdinalIgnoreCase)).Column;
        if (column is null)
            errors.Add("sort", $"'{Sort}' is no order of this list; it has {string.Join(", ", columns.Select(known => known.Sort))}.");
        return new(Page ?? 1, PageSize ?? DefaultPageSize, column ?? columns[0].Column, Desc ?? false);
    }

    /// <summary>A page of a list that is at hand as a whole: in its own order unless another is asked for, and all of it unless a page is.</summary>
    /// <param name="orders">What each sort compares.</param>
    public Results<Ok<Page<T>>, ProblemHttpResult> Answer<T>(IReadOnlyList<T> all, params (string Sort, Func<T, object?> Value)[] orders)
    {
        var errors = new FieldErrors();
        var paging = Read(errors, [.. orders.Select(order => (order.Sort, order.Sort))]);
        if (errors.Any)
            return errors.AsInvalid();
        var value = orders.First(order => order.Sort == paging.Column).Value;
        var ordered = (Sort, paging.Descending) switch
        {
            (null, false) => all,
            (null, true) => all.Reverse(),
            (_, false) => all.OrderBy(value),
            (_, true) => all.OrderByDescending(value),
        };
        return TypedResults.Ok(Page is null && PageSize is null
            ? new Page<T>([.. ordered], all.Count)
            : paging.ToPage([.. ordered.Skip((int)Math.Min(paging.Offset, int.MaxValue)).Take(paging.Take)], all.Count));
    }
}

internal sealed record Paging(int Number, int Size, string Column, bool Descending)
{
    /// <summary>A column may be several, so that an index or a key decides among equals.</summary>
    public string OrderBy => Descending ? $"{Column.Replace(", ", " DESC, ")} DESC" : Column;

    /// <summary>The order, made sure by a key where rows have the same.</summary>
    public string ThenBy(string key) => Column == key || Column.Contains(", ", StringComparison.Ordinal) ? OrderBy : $"{OrderBy}, {key}{(Descending ? " DESC" : "")}";

    public long Offset => (Number - 1L) * Size;

    /// <summary>One more than the page holds, to know whether another follows.</summary>
    public int Take => Size + 1;

    public Page<T> ToPage<T>(IReadOnlyList<T> rows, long? total = null) => rows.Count > Size
        ? new([.. rows.Take(Size)], total, Number + 1)
        : new(rows, total);

    /// <summary>All rows from the first page on, found page by page.</summary>
    public async IAsyncEnumerable<T> AllAsync<T>(Func<Paging, Task<IReadOnlyList<T>>> find)
    {
        for (Paging? page = this with { Number = 1, Size = ListQuery.LargestPageSize }; page is not null;)
        {
            var rows = page.ToPage(await find(page));
            foreach (var row in rows.Items)
                yield return row;
            page = rows.NextPage is { } next ? page with { Number = next } : null;
        }
    }
}
