using SakilaPortal.Contracts.Lake;

namespace SakilaPortal.Web.Platform.Health;

internal static class HealthText
{
    public const string Title = "Health";
    public const string Intro = "How every part of the platform does, and what to do when one does not.";
    public const string Parts = "Parts";
    public const string Remedy = "What to do";
    public const string Again = "Look again";
    public const string CheckedAt = "Looked";
    public const string EmptyTitle = "No parts";
    public const string Empty = "The Api answered, and named no part. Restart it.";

    public static string Look(string state) => state switch
    {
        "ok" => "good",
        "warning" => "late",
        _ => "bad",
    };

    public static string Word(string state) => state switch
    {
        "ok" => "well",
        "warning" => "needs a look",
        _ => "down",
    };

    public static (string Look, string Text) Summary(LakeHealth health) => health.Parts.Where(part => part.State != "ok").ToList() switch
    {
        [] => ("good", "Everything is well."),
        var troubled when troubled.Exists(part => part.State == "down") => ("bad", $"Down: {string.Join(", ", troubled.Where(part => part.State == "down").Select(part => part.Name))}."),
        var troubled => ("late", $"Needs a look: {string.Join(", ", troubled.Select(part => part.Name))}."),
    };
}
