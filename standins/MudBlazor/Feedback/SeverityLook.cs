namespace MudBlazor;

internal static class SeverityLook
{
    public static string Icon(Severity severity) => severity switch
    {
        Severity.Success => Icons.Material.Outlined.CheckCircle,
        Severity.Warning => Icons.Material.Outlined.ReportProblem,
        Severity.Error => Icons.Material.Outlined.ErrorOutline,
        Severity.Info => Icons.Material.Outlined.Info,
        _ => Icons.Material.Outlined.EventNote,
    };

    public static string Accent(Severity severity) => severity == Severity.Normal ? Css.Accent(Color.Default) : $"c-{Css.Lower(severity)}";
}
