using SakilaPortal.Contracts.Partners;

namespace SakilaPortal.Web.Simulations;

internal static class TemplatesText
{
    public const string Title = "Templates";
    public const string Intro = "Shared by all partners. Every save keeps the version before it.";
    public const string AllTemplates = "All templates";
    public const string Save = "Save";
    public const string SaveAs = "Save as…";
    public const string NewName = "Name of the new template";
    public const string NameMissing = "Enter a name for the template.";
    public const string Name = "Name";
    public const string Version = "Version";
    public const string SavedBy = "Saved by";
    public const string SavedAt = "Saved";
    public const string Actions = "Actions";
    public const string Shipped = "shipped with the portal";
    public const string Use = "Use";
    public const string History = "History";
    public const string Export = "Export";
    public const string ExportAll = "Export all";
    public const string ExportKdg = "Export for the Kinesis Data Generator";
    public const string Import = "Import a file";
    public const string ImportHint = "A file exported here, one of the Kinesis Data Generator, or the text of one template.";
    public const string TooLarge = "This file is larger than 5 MB. Import its templates in parts.";
    public const string Delete = "Delete";
    public const string ReallyDelete = "Really delete";
    public const string Restore = "Restore this version";
    public const string Current = "the newest";
    public const string Versions = "Every version";
    public const string Differences = "Differences";
    public const string Against = "Compared with";
    public const string OnlyVersion = "There is only this version, and none to compare it with.";
    public const string CloseHistory = "Close the history";
    public const string Search = "Search by name";
    public const string NoneFoundTitle = "No template has this name";
    public const string NoneFound = "Search for other words, or clear the search.";
    public const string EmptyTitle = "No template yet";
    public const string Empty = "Write one in the simulator and save it, or import a file.";
    public const string Zone = "Times are in";

    public static string VersionOf(Template template) => template.BuiltIn ? Shipped : $"Version {template.Version}";

    public static string SaveOver(Template newest) => $"Save over version {newest.Version}";

    public static string Saved(Template template) => $"Saved “{template.Name}” as version {template.Version}.";

    public static string HistoryOf(Template template) => $"History of “{template.Name}”";

    public static string DifferencesOf(TemplateVersion version, TemplateVersion other) => $"Version {version.Version} compared with version {other.Version}";

    public static string Renamed(string before) => $"The name was “{before}”.";

    public static string Imported(TemplateImport import) =>
        string.Join(' ', new[] { import.Imported.Count == 0 ? "Nothing was imported." : $"Imported {string.Join(", ", import.Imported.Select(one => $"“{one.Name}”"))}." }.Concat(import.Skipped));
}
