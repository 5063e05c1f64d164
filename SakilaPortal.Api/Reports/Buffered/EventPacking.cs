using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SakilaPortal.Api.Lake.Ledger;

namespace SakilaPortal.Api.Reports.Buffered;

/// <summary>
/// Events as two lists in JSON: the texts that occur, each once, and for each event the places of its texts and its numbers. Both stand in the
/// query as quoted text of one line.
/// </summary>
internal sealed class EventPacking(int mostBytes)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, int> places = [];
    private readonly List<string> texts = [];
    private readonly StringBuilder events = new();
    private int bytes = 4;

    public int Count { get; private set; }

    public string Texts => $"[{string.Join(',', texts)}]";

    public string Events => $"[{events}]";

    /// <returns>Whether there was room for it.</returns>
    public bool TryAdd(BufferedEvent one)
    {
        var (prefix, rest) = EventSeries.Read(one.Id) is var (series, number) ? ($"{series}-", number.ToString(CultureInfo.InvariantCulture)) : ("", Quoted(one.Id));
        string[] words = [prefix, one.Timestamp, one.EventType, one.Distributor, one.Platform, one.State];
        var added = words.Distinct().Where(word => !places.ContainsKey(word)).ToList();
        var place = added.Index().ToDictionary(word => word.Item, word => places.Count + word.Index + 1);
        var at = Array.ConvertAll(words, word => places.TryGetValue(word, out var known) ? known : place[word]);
        var row = string.Create(CultureInfo.InvariantCulture, $"[{at[0]},{rest},{at[1]},{at[2]},{one.FilmId},{at[3]},{at[4]},{at[5]}]");
        var quoted = added.ConvertAll(Quoted);
        var cost = Encoding.UTF8.GetByteCount(row) + 1 + quoted.Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
        if (bytes + cost > mostBytes)
            return false;
        bytes += cost;
        texts.AddRange(quoted);
        foreach (var word in added)
            places.Add(word, place[word]);
        events.Append(Count++ == 0 ? "" : ",").Append(row);
        return true;
    }

    // As JSON, and within quotes of SQL.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain).Replace("'", "''", StringComparison.Ordinal);
}
