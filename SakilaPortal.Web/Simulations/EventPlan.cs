using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SakilaPortal.Web.Simulations;

/// <summary>The standard partner event as a person chooses it, and the template text that makes it.</summary>
public sealed record EventPlan
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly string[] KnownDistributors =
        ["amazon prime", "google play", "apple itunes", "vudo", "fandango now", "microsoft", "youtube", "twitter", "meta"];

    public static readonly string[] KnownPlatforms = ["ios", "android", "xbox", "playstation", "smart tv", "social-media", "tech", "other"];

    public static readonly string[] AllStates =
    [
        "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa",
        "Kansas", "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada", "New Hampshire",
        "New Jersey", "New Mexico", "New York", "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota",
        "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "Washington", "West Virginia", "Wisconsin", "Wyoming",
    ];

    public IReadOnlyList<string> Distributors { get; init; } = KnownDistributors[..7];

    public IReadOnlyList<string> Platforms { get; init; } = ["ios", "android", "xbox", "playstation", "smart tv", "other"];

    public double Rent { get; init; } = 0.3;

    public double Buy { get; init; } = 0.1;

    public double Trailer { get; init; } = 0.6;

    public int FirstFilm { get; init; } = 1;

    public int LastFilm { get; init; } = 1000;

    /// <summary>None means any of the fifty.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    public bool SimulatedTime { get; init; }

    /// <summary>What keeps a template from being made of it, or null.</summary>
    public string? Problem =>
        Distributors.Count == 0 ? BuilderText.NoDistributor
        : Platforms.Count == 0 ? BuilderText.NoPlatform
        : Rent < 0 || Buy < 0 || Trailer < 0 || Rent + Buy + Trailer <= 0 ? BuilderText.NoWeight
        : FirstFilm < 1 || LastFilm < FirstFilm ? BuilderText.NoFilm
        : null;

    public string ToTemplate()
    {
        var text = new StringBuilder("{\n");
        Line("timestamp", $"\"{{{{date.{(SimulatedTime ? "simTime" : "now")}}}}}\"");
        Line("eventType", $"\"{{{{random.weightedArrayElement({{\"weights\": {Json(new[] { Rent, Buy, Trailer })}, \"data\": [\"rent\", \"buy\", \"trailer\"]}})}}}}\"");
        Line("film_id", $"{{{{random.number({{\"min\": {FirstFilm}, \"max\": {LastFilm}}})}}}}");
        Line("distributor", OneOf(Distributors));
        Line("platform", OneOf(Platforms));
        Line("state", States.Count == 0 ? "\"{{address.state}}\"" : OneOf(States), last: true);
        return text.Append("}\n").ToString();

        void Line(string name, string value, bool last = false) => text.Append($"  \"{name}\": {value}{(last ? "" : ",")}\n");
    }

    private static string OneOf(IReadOnlyList<string> names) => $"\"{{{{random.arrayElement({Json(names)})}}}}\"";

    private static string Json<T>(IReadOnlyList<T> values) => $"[{string.Join(", ", values.Select(value => JsonSerializer.Serialize(value, Readable)))}]";
}
