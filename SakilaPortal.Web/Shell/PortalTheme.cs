using MudBlazor;

namespace SakilaPortal.Web.Shell;

/// <summary>The one look of the portal: deep sea and lamplight, in light and dark. Text reaches 4.5:1 and lines of fields 3:1 in both.</summary>
internal static class PortalTheme
{
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new()
        {
            Primary = "#0b6375", PrimaryContrastText = "#ffffff",
            Secondary = "#b0431a", SecondaryContrastText = "#ffffff",
            Tertiary = "#6246a8", TertiaryContrastText = "#ffffff",
            Info = "#1c5fb8", InfoContrastText = "#ffffff",
            Success = "#18713f", SuccessContrastText = "#ffffff",
            Warning = "#8a5700", WarningContrastText = "#ffffff",
            Error = "#b3261e", ErrorContrastText = "#ffffff",
            Dark = "#1d2b33", DarkContrastText = "#f2f6f8",
            TextPrimary = "#14212a", TextSecondary = "#4b5c67", TextDisabled = "#8b98a1",
            ActionDefault = "#44545e", ActionDisabled = "#8b98a1", ActionDisabledBackground = "#e6ebee",
            Background = "#f4f7f8", BackgroundGray = "#eaeff1", Surface = "#ffffff",
            DrawerBackground = "#f4f7f8", DrawerText = "#33434d", DrawerIcon = "#566771",
            AppbarBackground = "#ffffff", AppbarText = "#14212a",
            LinesDefault = "#dde4e8", LinesInputs = "#7b8b95", TableLines = "#e5eaed", TableStriped = "#f8fafb", TableHover = "#f1f5f7",
            Divider = "#dde4e8", Skeleton = "#e3e9ec",
        },
        PaletteDark = new()
        {
            Primary = "#62cadb", PrimaryContrastText = "#04242b",
            Secondary = "#ffab8c", SecondaryContrastText = "#3d1404",
            Tertiary = "#c0a8ff", TertiaryContrastText = "#22124d",
            Info = "#8cbcff", InfoContrastText = "#05214a",
            Success = "#74d49c", SuccessContrastText = "#04260f",
            Warning = "#f0c06a", WarningContrastText = "#332100",
            Error = "#ff938a", ErrorContrastText = "#45080a",
            Dark = "#e6eef1", DarkContrastText = "#101a20",
            TextPrimary = "#e7eef1", TextSecondary = "#a7b7c0", TextDisabled = "#66757e",
            ActionDefault = "#b4c3cb", ActionDisabled = "#66757e", ActionDisabledBackground = "#1f2c34",
            Background = "#0d161b", BackgroundGray = "#0a1115", Surface = "#142027",
            DrawerBackground = "#0d161b", DrawerText = "#c3d0d6", DrawerIcon = "#93a5af",
            AppbarBackground = "#111b21", AppbarText = "#e7eef1",
            LinesDefault = "#26353d", LinesInputs = "#71858f", TableLines = "#22303a", TableStriped = "#17242c", TableHover = "#1a2831",
            Divider = "#26353d", Skeleton = "#22303a",
        },
        LayoutProperties = new() { DefaultBorderRadius = "10px", DrawerWidthLeft = "248px", AppbarHeight = "60px" },
        Typography = new()
        {
            Default = new DefaultTypography { FontFamily = ["Inter", "Segoe UI Variable Text", "Segoe UI", "-apple-system", "Roboto", "Helvetica Neue", "Liberation Sans", "Arial", "sans-serif"] },
        },
    };
}
