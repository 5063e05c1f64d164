using MudBlazor.Utilities;

namespace MudBlazor;

public abstract class Palette
{
    public virtual MudColor Primary { get; set; } = "#594AE2";
    public virtual MudColor PrimaryContrastText { get; set; } = "#ffffff";
    public virtual MudColor Secondary { get; set; } = "#ff4081";
    public virtual MudColor SecondaryContrastText { get; set; } = "#ffffff";
    public virtual MudColor Tertiary { get; set; } = "#1EC8A5";
    public virtual MudColor TertiaryContrastText { get; set; } = "#ffffff";
    public virtual MudColor Info { get; set; } = "#2196f3";
    public virtual MudColor InfoContrastText { get; set; } = "#ffffff";
    public virtual MudColor Success { get; set; } = "#00c853";
    public virtual MudColor SuccessContrastText { get; set; } = "#ffffff";
    public virtual MudColor Warning { get; set; } = "#ff9800";
    public virtual MudColor WarningContrastText { get; set; } = "#ffffff";
    public virtual MudColor Error { get; set; } = "#f44336";
    public virtual MudColor ErrorContrastText { get; set; } = "#ffffff";
    public virtual MudColor Dark { get; set; } = "#424242";
    public virtual MudColor DarkContrastText { get; set; } = "#ffffff";
    public virtual MudColor TextPrimary { get; set; } = "#424242";
    public virtual MudColor TextSecondary { get; set; } = "rgba(0,0,0,0.54)";
    public virtual MudColor TextDisabled { get; set; } = "rgba(0,0,0,0.38)";
    public virtual MudColor ActionDefault { get; set; } = "rgba(0,0,0,0.54)";
    public virtual MudColor ActionDisabled { get; set; } = "rgba(0,0,0,0.26)";
    public virtual MudColor ActionDisabledBackground { get; set; } = "rgba(0,0,0,0.12)";
    public virtual MudColor Background { get; set; } = "#ffffff";
    public virtual MudColor BackgroundGray { get; set; } = "#f5f5f5";
    public virtual MudColor Surface { get; set; } = "#ffffff";
    public virtual MudColor DrawerBackground { get; set; } = "#ffffff";
    public virtual MudColor DrawerText { get; set; } = "#424242";
    public virtual MudColor DrawerIcon { get; set; } = "#616161";
    public virtual MudColor AppbarBackground { get; set; } = "#594AE2";
    public virtual MudColor AppbarText { get; set; } = "#ffffff";
    public virtual MudColor LinesDefault { get; set; } = "rgba(0,0,0,0.12)";
    public virtual MudColor LinesInputs { get; set; } = "#bdbdbd";
    public virtual MudColor TableLines { get; set; } = "#e0e0e0";
    public virtual MudColor TableStriped { get; set; } = "rgba(0,0,0,0.02)";
    public virtual MudColor TableHover { get; set; } = "rgba(0,0,0,0.04)";
    public virtual MudColor Divider { get; set; } = "#e0e0e0";
    public virtual MudColor Skeleton { get; set; } = "rgba(0,0,0,0.11)";
}

public class PaletteLight : Palette;

public class PaletteDark : Palette
{
    public override MudColor Primary { get; set; } = "#776be7";
    public override MudColor Info { get; set; } = "#3299ff";
    public override MudColor Success { get; set; } = "#0bba83";
    public override MudColor Warning { get; set; } = "#ffa800";
    public override MudColor Error { get; set; } = "#f64e62";
    public override MudColor Dark { get; set; } = "#27272f";
    public override MudColor TextPrimary { get; set; } = "rgba(255,255,255,0.70)";
    public override MudColor TextSecondary { get; set; } = "rgba(255,255,255,0.50)";
    public override MudColor TextDisabled { get; set; } = "rgba(255,255,255,0.2)";
    public override MudColor ActionDefault { get; set; } = "#adadb1";
    public override MudColor ActionDisabled { get; set; } = "rgba(255,255,255,0.26)";
    public override MudColor ActionDisabledBackground { get; set; } = "rgba(255,255,255,0.12)";
    public override MudColor Background { get; set; } = "#32333d";
    public override MudColor BackgroundGray { get; set; } = "#27272f";
    public override MudColor Surface { get; set; } = "#373740";
    public override MudColor DrawerBackground { get; set; } = "#27272f";
    public override MudColor DrawerText { get; set; } = "rgba(255,255,255,0.50)";
    public override MudColor DrawerIcon { get; set; } = "rgba(255,255,255,0.50)";
    public override MudColor AppbarBackground { get; set; } = "#27272f";
    public override MudColor AppbarText { get; set; } = "rgba(255,255,255,0.70)";
    public override MudColor LinesDefault { get; set; } = "rgba(255,255,255,0.12)";
    public override MudColor LinesInputs { get; set; } = "rgba(255,255,255,0.3)";
    public override MudColor TableLines { get; set; } = "rgba(255,255,255,0.12)";
    public override MudColor TableStriped { get; set; } = "rgba(255,255,255,0.2)";
    public override MudColor Divider { get; set; } = "rgba(255,255,255,0.12)";
    public override MudColor Skeleton { get; set; } = "rgba(255,255,255,0.11)";
}
