namespace MudBlazor;

public class MudTheme
{
    public PaletteLight PaletteLight { get; set; } = new();

    public PaletteDark PaletteDark { get; set; } = new();

    public Typography Typography { get; set; } = new();

    public LayoutProperties LayoutProperties { get; set; } = new();
}

public class LayoutProperties
{
    public string DefaultBorderRadius { get; set; } = "4px";

    public string DrawerWidthLeft { get; set; } = "240px";

    public string AppbarHeight { get; set; } = "64px";
}

public class Typography
{
    public BaseTypography Default { get; set; } = new DefaultTypography();
}

public abstract class BaseTypography
{
    public string[]? FontFamily { get; set; } = ["Roboto", "Helvetica", "Arial", "sans-serif"];
}

public class DefaultTypography : BaseTypography;
