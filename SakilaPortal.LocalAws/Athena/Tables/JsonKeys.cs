using System.Collections.Concurrent;
using SakilaPortal.LocalAws.Athena.Engine;
using SakilaPortal.LocalAws.Athena.Sql.Translation;
using SakilaPortal.LocalAws.Storage;

namespace SakilaPortal.LocalAws.Athena.Tables;

/// <summary>How the keys of JSON files are spelled: columns are lower-case, keys need not be. A stored file never changes, so that each is looked through once.</summary>
internal sealed class JsonKeys
{
    private const int MostKept = 100_000;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> keys = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Of(IReadOnlyList<StoredObject> files, DuckSession duck)
    {
        if (keys.Count > MostKept) keys.Clear();
        foreach (var file in files.Where(file => !keys.ContainsKey(file.Path)))
            keys[file.Path] = duck.ReadColumn<string>(
                $"SELECT DISTINCT unnest(json_keys(json)) FROM read_json_objects({Duck.Text(file.Path)}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = {JsonScan.LongestRow})");
        return files.SelectMany(file => keys[file.Path]).ToHashSet(StringComparer.Ordinal);
    }
}
