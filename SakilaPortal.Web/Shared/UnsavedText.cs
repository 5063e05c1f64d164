namespace SakilaPortal.Web.Shared;

/// <summary>What is asked before work that is not saved is lost.</summary>
internal static class UnsavedText
{
    public const string Title = "Leave without saving?";
    public const string Question = "What you have written here is not saved yet. If you leave now, it is lost.";
    public const string Stay = "Stay here";
    public const string Leave = "Leave";
}
