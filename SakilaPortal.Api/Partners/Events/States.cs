using System.Collections.Frozen;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Partners.Events;

/// <summary>The 50 states of the United States, by their full names.</summary>
internal static class States
{
    public static readonly FrozenSet<string> All = WordLists.Of("address.state").ToFrozenSet(StringComparer.Ordinal);
}
