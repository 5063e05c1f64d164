namespace SakilaPortal.Contracts;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">How many rows the whole list has; null where counting would cost more than listing.</param>
/// <param name="NextPage">The number to ask for next (the first page is 1), or null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Total = null, int? NextPage = null);
