namespace SakilaPortal.Web.Simulations;

internal static class PartnerApiText
{
    public const string Title = "Partner API";
    public const string Intro = "How a streaming partner sends its own events: one HTTP request with up to 5,000 of them.";
    public const string GetToken = "1. Get a token";
    public const string GetTokenHint = "Sign in with a partner account. The answer holds accessToken, valid for expiresIn seconds, and refreshToken for POST /api/refresh.";
    public const string Send = "2. Send events";
    public const string SendHint = "A list of events, up to 10 MiB. Give each an event_id of your own if you may have to send it again: the lake keeps one of each.";
    public const string Copy = "Copy";
    public const string Copied = "Copied";
    public const string Event = "What an event holds";
    public const string Field = "Field";
    public const string Rule = "Rule";
    public const string Answer = "What the answer says";
    public const string AnswerHint = "Each event is accepted or rejected for itself; results are in the order of the request.";
    public const string Status = "Status";
    public const string Meaning = "What it means, and what to do";
    public const string Try = "Try it here";
    public const string TryHint = "This sends real events, under your name, from this page.";
    public const string Body = "Request body";
    public const string Post = "Send";
    public const string Response = "Response";
    public const string NoList = "The body must be a JSON list of events: [{…}, …].";

    public static readonly (string Field, string Rule)[] Fields =
    [
        ("timestamp", "ISO 8601 with offset, such as 2026-01-05T14:30:00Z or …+01:00; kept as you write it"),
        ("eventType", "rent, buy or trailer"),
        ("film_id", "a whole number from 1, without quotes"),
        ("distributor", "a text of 1 to 200 characters"),
        ("platform", "a text of 1 to 200 characters"),
        ("state", "one of the 50 US states by its full name, such as New York"),
        ("event_id", "optional, 1 to 128 characters; without it the event is given one, which the answer tells"),
    ];

    public static readonly (string Status, string Meaning)[] Statuses =
    [
        ("200", "accepted + rejected = the events sent. accepted is durable: it will be in the reports. Each rejected result tells its error; such events are kept under “Rejected events”."),
        ("400", "The body is no JSON list, or has more than 5,000 events. Nothing was accepted."),
        ("401", "The token is missing or has expired. Get another one with POST /api/refresh."),
        ("403", "The account is no partner."),
        ("413", "The body is larger than 10 MiB. Send fewer events at once."),
        ("503", "The delivery stream is away. Nothing was accepted: send all again after Retry-After seconds."),
    ];

    public const string Example = """
        [
          {
            "event_id": "my-system-000001",
            "timestamp": "2026-01-05T14:30:00Z",
            "eventType": "rent",
            "film_id": 1,
            "distributor": "vudo",
            "platform": "smart tv",
            "state": "New York"
          }
        ]
        """;

    public static string LoginLine(string api) => $$"""
        TOKEN=$(curl -s {{api}}/api/login -H 'Content-Type: application/json' \
          -d '{"userName": "partner", "password": "…"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
        """;

    public static string SendLine(string api) => $$"""
        curl {{api}}/api/partner-events \
          -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
          -d '[{"event_id": "my-system-000001", "timestamp": "2026-01-05T14:30:00Z", "eventType": "rent", "film_id": 1, "distributor": "vudo", "platform": "smart tv", "state": "New York"}]'
        """;

    public const string AnswerExample = """
        {
          "accepted": 1,
          "rejected": 1,
          "results": [
            { "eventId": "my-system-000001", "recordId": "Kq3v…", "error": null },
            { "eventId": null, "recordId": null, "error": "\"Ontario\" is none of the 50 US states; write its full name, such as New York." }
          ]
        }
        """;
}
