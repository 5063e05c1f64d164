using System.Text.Json;

namespace SakilaPortal.Pipeline.Tests.Lake;

/// <summary>A small set of vendors' files, made by hand so that the answers to the six questions can be worked out on paper.</summary>
internal static class VendorData
{
    public const string Movies = """"
        title,duration_mins,original_language,size_mb
        Unforgiven,130,English,1500.5
        "Dune, Part ""One""",155,English,2000
        The Shining,144,English,900
        Silent Film,60,,300
        Crazy Rich Asians,120,English,1000
        Another Day,90,English,800
        "Life of Pi ",127,English,1100
        """";

    public const string Users = "first_name,last_name,email\nAnn,\"Lee, Jr.\",ann@x\nBob,Ray,bob@x\nBob,Ray,bob@x\n";

    // Who watched what, how much, and when; sizes in the middle are 940 and 950, one is missing, and one line is no session.
    private static readonly string[] Sessions =
    [
        "UNFORGIVEN,ann@x,100,2021-12-25T06:00:00.000+0100,2021-12-25T07:00:00.000+0100",
        "Unforgiven,bob@x,180,2021-12-25T12:00:00.000+0100,2021-12-25T14:00:00.000+0100",
        "unforgiven ,BOB@x,260,2021-12-24T23:00:00.000+0100,2021-12-25T15:30:00.000+0100",
        "Unforgiven,cat@x,340,2021-12-25T10:30:00.000+0100,2021-12-25T16:30:00.000+0100",
        "Unforgiven,dan@x,420,2021-12-25T12:00:00.001+0100,2021-12-25T17:00:00.000+0100",
        "Unforgiven,eve@x,500,2021-12-25T11:00:00.000+0100,2021-12-25T18:00:00.000+0100",
        "Unforgiven,fay@x,580,2021-12-25T10:00:00.000+0100,2021-12-25T16:00:00.000+0100",
        "Unforgiven,gus@x,660,2021-12-25T07:30:00.000+0000,2021-12-25T07:45:00.000+0000",
        "CRAZY Rich Asians,ann@x,740,2022-01-01T02:00:00.000+0100,2022-01-01T03:59:59.999+0100",
        "tHe ShInInG,hal@x,820,2021-10-31T02:30:00.000+0200,2021-10-31T02:15:00.000+0100",
        "Silent Film,ida@x,940,2021-12-28T10:00:00.500+0100,2021-12-28T10:30:20.400+0100",
        "End,jon@x,950,2021-12-30T10:00:00.000+0100,2021-12-30T11:30:00.000+0100",
        "Life of Pi,kim@x,1000,2021-12-29T12:00:00.000+0100,2021-12-29T13:03:30.000+0100",
        "Another Day,lee@x,1050,2022-01-05T11:15:00.000+0100,2022-01-05T12:00:00.000+0100",
        "Another Day,mia@x,1100,2021-12-29T11:59:59.999+0100,2021-12-29T13:29:59.999+0100",
        "Another Day,nat@x,1150,2022-01-03T10:00:00.000+0100,2022-01-03T10:44:59.999+0100",
        "Another Day,oli@x,1200,2022-01-04T08:00:00.000+0100,2022-01-04T11:00:00.000+0100",
        "another day,lee@x,1250,2022-01-04T08:00:00.000+0100,2022-01-04T08:50:00.000+0100",
        "The Shining,pam@x,,2022-01-02T10:00:00.000+0100,2022-01-02T10:00:00.000+0100",
        "Silent Film,ida@x,1300,2022-01-02T10:00:00.000+0100,2022-01-02T10:20:00.000+0100",
        "Silent Film,ida@x,1350,2022-01-02T11:00:00.000+0100,2022-01-02T11:20:00.000+0100",
        "\"DUNE, Part \"\"One\"\"\",quinn@x,1400,2022-01-01T00:00:00.000+0100,2022-01-01T00:30:00.000+0100",
        "The Shining,hal@x,1450,2021-12-31T23:30:00.000-0300,2022-01-01T01:00:00.000-0300",
        "The Shining,hal@x,1450,yesterday,2022-01-01T01:00:00.000-0300",
    ];

    public static string Streams => $"movie_title,user_email,size_mb,start_at,end_at\n{string.Join('\n', Sessions)}\n";

    public static string Authors => JsonSerializer.Serialize(new[]
    {
        Author("Kevin Kwan", "Martians"), Author("Stephen King", "Americans", ""), Author("Yann Martel", "Canadians"), Author("Kevin Kwan", " ", "Singaporeans"),
    });

    public static string Books => JsonSerializer.Serialize(new[]
    {
        Book("The Shining", "Stephen King"), Book("THE SHINING", "Stephen King"), Book("Crazy Rich Asians", "Kevin Kwan"), Book("Rich People", "Kevin Kwan"), Book("Life of Pi", "Yann Martel"),
    });

    public static string Reviews => JsonSerializer.Serialize(new[]
    {
        Review(1, ["THE SHINING", "UNFORGIVEN"], ["THE SHINING"]),
        Review(2, ["UNFORGIVEN"], ["RICH PEOPLE"]),
        Review(3, ["SILENT FILM", "LIFE OF PI"], []),
        Review(4, [], ["LIFE OF PI"]),
        Review(5, ["CRAZY RICH ASIANS"], ["CRAZY RICH ASIANS"]),
    });

    public static object Author(string name, params string[] labels) => new
    {
        metadata = new { name, birth_date = "1950-01-01", died_at = (string?)null }, nationalities = labels.Select((label, id) => new { id, label, slug = label.Trim() }),
    };

    public static object Book(string name, string author) => new { name, pages = 100, author, publisher = "P" };

    private static object Review(int number, string[] movies, string[] books) => new
    {
        content = new { text = $"review {number}" }, rating = new { rate = 4, label = "good" },
        books = books.Select((title, id) => new { id, metadata = new { title, pages = 100 } }),
        movies = movies.Select((title, id) => (object)new { id, title }).Append("end"),
        updated = "2022-01-01T00:00:00Z", created = $"2021-12-0{number}T00:00:00Z",
    };
}
