using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;
using Column = Amazon.Glue.Model.Column;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>The curated tables, in the columns, order and types that reports rely on.</summary>
internal sealed class CuratedTables(IOptions<LakeOptions> lake)
{
    private static readonly Column[] FilmColumns = TableColumns.Of("""
        film_id bigint, title string, description string, release_year bigint, language_id bigint, original_language_id bigint, length bigint,
        rating string, special_features string, category_id bigint, category_name string
        """);

    private static readonly Column[] EventColumns = TableColumns.Of("""
        timestamp string, eventtype string, film_id_streaming int, distributor string, platform string, state string,
        partition_0 string, partition_1 string
        """);

    public LakeTable FilmCategory { get; } = new(Databases.Curated, "film_category", lake.Value.Curated, "filmdb/film_category", FilmColumns);

    public LakeTable StreamingFilms { get; } = new(
        Databases.Curated, "streaming_films", lake.Value.Curated, "streaming/streaming_films", [.. EventColumns, .. FilmColumns, .. TableColumns.Of("event_id string")]);
}
