namespace MudBlazor;

/// <summary>Line drawings of our own under the library's names, as far as the portal shows them.</summary>
public static class Icons
{
    public static class Material
    {
        public static class Filled
        {
            public const string Star = "<path fill=\"currentColor\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linejoin=\"round\" d=\"M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z\"/>";
        }

        public static class Outlined
        {
            private const string A = "<g fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><path d=\"";
            private const string Z = "\"/></g>";

            public const string AccountCircle = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 13a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM6.2 18.6c1-2.3 3.2-3.6 5.8-3.6s4.8 1.3 5.8 3.6" + Z;
            public const string Add = A + "M12 5v14M5 12h14" + Z;
            public const string ArrowDownward = A + "M12 5v14M6 13l6 6 6-6" + Z;
            public const string ArrowUpward = A + "M12 19V5M6 11l6-6 6 6" + Z;
            public const string BarChart = A + "M4 20h16M7 16v-5M12 16V5M17 16v-8" + Z;
            public const string Bolt = A + "M13 3 5 13.5h6L10.5 21 19 10h-6.2z" + Z;
            public const string BrightnessAuto = A + "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M12 8.5h7.5M12 12h8.8M12 15.5h7.5" + Z;
            public const string CalendarToday = A + "M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4" + Z;
            public const string Cancel = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6M15 9l-6 6" + Z;
            public const string Check = A + "M5 12.5 10 17.5 19.5 7" + Z;
            public const string CheckCircle = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.4l2.8 2.8L16.2 9.5" + Z;
            public const string ChevronLeft = A + "M14.5 6l-6 6 6 6" + Z;
            public const string ChevronRight = A + "M9.5 6l6 6-6 6" + Z;
            public const string Close = A + "M6 6l12 12M18 6 6 18" + Z;
            public const string CloudOff = A + "M8.5 6.8A6 6 0 0 1 17.8 10.5a4 4 0 0 1 2.7 6.3M17 18.5H7a4.5 4.5 0 0 1-1.3-8.8M4 4l16 16" + Z;
            public const string ContentCopy = A + "M9 8h10a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM16 4.5V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h.5" + Z;
            public const string DarkMode = A + "M20 14.2A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.2z" + Z;
            public const string Dashboard = A + "M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z" + Z;
            public const string Delete = A + "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 13h9.4l.8-13M10 11v5.5M14 11v5.5" + Z;
            public const string Download = A + "M12 4v11M7 10.5l5 5 5-5M4.5 20h15" + Z;
            public const string Edit = A + "M4 20l.9-4.2L16.2 4.5a1.7 1.7 0 0 1 2.4 0l.9.9a1.7 1.7 0 0 1 0 2.4L8.2 19.1zM14 6.7 17.3 10" + Z;
            public const string ErrorOutline = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5v5.5M12 16.3v.2" + Z;
            public const string EventNote = A + "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 9h8M8 13h8M8 17h5" + Z;
            public const string ExpandMore = A + "M6 9.5l6 6 6-6" + Z;
            public const string FirstPage = A + "M17.5 6l-6 6 6 6M6.5 6v12" + Z;
            public const string FormatAlignLeft = A + "M4 5h16M4 10h10M4 15h16M4 20h10" + Z;
            public const string Group = A + "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.2 3-5 6.5-5s5.9 1.8 6.5 5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.2.6 3.6 2.2 4 4.7" + Z;
            public const string History = A + "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2" + Z;
            public const string Home = A + "M4 11l8-7 8 7M6 9.5V20h4.5v-5.5h3V20H18V9.5" + Z;
            public const string Inbox = A + "M4 13l2.5-8h11L20 13v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM4 13h4.5a3.5 3.5 0 0 0 7 0H20" + Z;
            public const string Info = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.2" + Z;
            public const string Keyboard = A + "M4 6.5h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM7 10h.1M10.5 10h.1M14 10h.1M17 10h.1M8 14h8" + Z;
            public const string KeyboardReturn = A + "M19.5 6v5.5h-15M9 7l-4.5 4.5L9 16" + Z;
            public const string LastPage = A + "M6.5 6l6 6-6 6M17.5 6v12" + Z;
            public const string LightMode = A + "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" + Z;
            public const string LocalMovies = A + "M5 4.5h14v15H5zM8.5 4.5v15M15.5 4.5v15M5 9.5h3.5M5 14.5h3.5M15.5 9.5H19M15.5 14.5H19M8.5 12h7" + Z;
            public const string Login = A + "M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M4 12h11M11 8l4 4-4 4" + Z;
            public const string Logout = A + "M10 4H5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h5M9 12h11M16 8l4 4-4 4" + Z;
            public const string Menu = A + "M4 7h16M4 12h16M4 17h16" + Z;
            public const string OpenInNew = A + "M10 5H6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-4M14 4h6v6M20 4l-9 9" + Z;
            public const string Paid = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM14.8 9.3c-.4-1-1.5-1.6-2.8-1.6-1.6 0-2.8.8-2.8 2.1 0 3 5.8 1.5 5.8 4.5 0 1.3-1.3 2.1-3 2.1-1.4 0-2.6-.6-3-1.7M12 6v1.7M12 16.4V18" + Z;
            public const string Person = A + "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.7-3.6 3.7-5.5 7.5-5.5s6.8 1.9 7.5 5.5" + Z;
            public const string PlayArrow = A + "M8 5.5v13l10.5-6.5z" + Z;
            public const string PointOfSale = A + "M7 4h10v4H7zM6 8h12l2 7H4zM4 15h16v5H4zM9 11.5h.1M12 11.5h.1M15 11.5h.1M10 17.5h4" + Z;
            public const string Print = A + "M7 9V4h10v5M7 17H4v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6h-3M7 14h10v6H7z" + Z;
            public const string ReceiptLong = A + "M6 3.5l2 1.5 2-1.5 2 1.5 2-1.5 2 1.5 2-1.5v17L16 19l-2 1.5L12 19l-2 1.5L8 19l-2 1.5zM9.5 9h5M9.5 12.5h5" + Z;
            public const string Refresh = A + "M20 12a8 8 0 1 1-2.6-5.9L20 8.5M20 4v4.5h-4.5" + Z;
            public const string ReportProblem = A + "M12 4 2.8 20h18.4zM12 10v4.5M12 17.3v.2" + Z;
            public const string Restore = A + "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2" + Z;
            public const string Save = A + "M5 4h11l4 4v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 4v5h7V4M8 20v-6h8v6" + Z;
            public const string Schedule = A + "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2" + Z;
            public const string Search = A + "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20.5 20.5" + Z;
            public const string SearchOff = A + "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 20.5 20.5M8.5 8.5l4 4M12.5 8.5l-4 4" + Z;
            public const string Sensors = A + "M12 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M5.7 18.3a9 9 0 0 1 0-12.6M18.3 5.7a9 9 0 0 1 0 12.6" + Z;
            public const string Share = A + "M6 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18 21a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8.6 10.6l6.8-3.3M8.6 13.4l6.8 3.3" + Z;
            public const string StarBorder = A + "M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z" + Z;
            public const string Stop = A + "M6.5 6.5h11v11h-11z" + Z;
            public const string Storefront = A + "M4 9.5 5.5 4h13L20 9.5a2.6 2.6 0 0 1-5.3 0 2.7 2.7 0 0 1-5.4 0 2.6 2.6 0 0 1-5.3 0zM5.5 12.5V20h13v-7.5M10 20v-4.5h4V20" + Z;
            public const string TableRows = A + "M4 5h16v14H4zM4 9.7h16M4 14.3h16" + Z;
            public const string Undo = A + "M8.5 5 4.5 9l4 4M4.5 9h9.5a5.5 5.5 0 0 1 0 11H8" + Z;
            public const string Visibility = A + "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4z" + Z;
        }
    }
}
