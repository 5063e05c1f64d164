using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Transforms;

/// <summary>Which films events show differently since an earlier version of <c>film_category</c>.</summary>
internal sealed class ChangedFilms(CuratedTables tables, TableVersions versions, Unload unload, AthenaQueries queries)
{
    /// <returns>Null when that version has expired, so that any film may have changed.</returns>
    public async Task<IReadOnlyList<long>?> SinceAsync(long version, CancellationToken cancellationToken)
    {
        var table = tables.FilmCategory;
        if (await versions.FilesOfAsync(table.Database, table.Name, version, cancellationToken) is not { } files)
            return null;
        await unload.ReadAsync($"{table.Name}_before", table.Columns, table.Bucket, files.Select(file => file.ObjectKey), cancellationToken);
        return await queries.NumbersAsync(EmbeddedSql.Read("Transforms/changed_films.sql"), cancellationToken);
    }
}
