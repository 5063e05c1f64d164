namespace MudBlazor;

public enum Adornment { None, Start, End }

public enum Align { Inherit, Left, Center, Right, Justify, Start, End }

public enum Anchor { Left, Right, Start, End, Top, Bottom }

public enum ButtonType { Button, Submit, Reset }

public enum Color { Default, Primary, Secondary, Tertiary, Info, Success, Warning, Error, Dark, Transparent, Inherit, Surface }

public enum DrawerClipMode { Never, Docked, Always }

public enum DrawerVariant { Temporary, Responsive, Persistent, Mini }

public enum Edge { False, Start, End }

public enum HorizontalAlignment { Left, Center, Right, Start, End }

public enum InputMode { none, text, @decimal, numeric, tel, search, email, url }

public enum InputType { Text, Password, Email, Hidden, Number, Search, Telephone, Url, Color, Date, DateTimeLocal, Month, Time, Week }

public enum Margin { None, Dense, Normal }

public enum MaxWidth { Large, Medium, Small, ExtraLarge, ExtraExtraLarge, ExtraSmall, False }

public enum Origin { TopLeft, TopCenter, TopRight, CenterLeft, CenterCenter, CenterRight, BottomLeft, BottomCenter, BottomRight }

public enum Placement { Left, Right, End, Start, Bottom, Top }

public enum Severity { Normal, Info, Success, Warning, Error }

public enum Size { Small, Medium, Large }

public enum SkeletonType { Text, Circle, Rectangle }

public enum Typo { inherit, h1, h2, h3, h4, h5, h6, subtitle1, subtitle2, body1, body2, button, caption, overline }

public enum Underline { None, Hover, Always }

public enum Variant { Text, Filled, Outlined }
