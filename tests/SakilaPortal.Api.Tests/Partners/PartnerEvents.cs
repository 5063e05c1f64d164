using System.Text.Json.Nodes;

namespace SakilaPortal.Api.Tests.Partners;

/// <summary>Events as partners post them, and the template that makes them.</summary>
internal static class PartnerEvents
{
    public const string Template = """
        {
          "timestamp": "{{date.now}}",
          "eventType": "{{random.weightedArrayElement({"weights": [0.3, 0.1, 0.6], "data": ["rent", "buy", "trailer"]})}}",
          "film_id": {{random.number({"min": 1, "max": 1000})}},
          "distributor": "{{random.arrayElement(["amazon prime", "google play", "youtube"])}}",
          "platform": "{{random.arrayElement(["ios", "android", "other"])}}",
          "state": "{{address.state}}"
        }
        """;

    public static JsonObject Valid(string? id = null)
    {
        var valid = new JsonObject
        {
            ["timestamp"] = "2021-12-06T19:30:19.099+0100", ["eventType"] = "rent", ["film_id"] = 1, ["distributor"] = "vudo",
            ["platform"] = "smart tv", ["state"] = "New Hampshire",
        };
        if (id is not null)
            valid["event_id"] = id;
        return valid;
    }
}
