using SakilaPortal.Pipeline.Transforms.Star;
using SakilaPortal.Pipeline.Workflow;

namespace SakilaPortal.Pipeline.Transforms;

internal static class TransformExtensions
{
    public static IServiceCollection AddTransforms(this IServiceCollection services)
    {
        services.AddOptions<CompactionOptions>().BindConfiguration("Compaction").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<CuratedTables>()
            .AddSingleton<AthenaQueries>()
            .AddSingleton<Unload>()
            .AddSingleton<Compaction>()
            .AddSingleton<ChangedFilms>()
            .AddSingleton<INode, FilmCategoryNode>()
            .AddSingleton<StarTables>()
            .AddSingleton<InputVersions>()
        .AddSingleton<UnmatchedSales>()
        .AddSingleton<SalesIncrement>()
            .AddSingleton<KeyedTransform>()
            .AddSingleton<DateDimension>()
            .AddSingleton<INode, StreamingFilmsNode>()
            .AddSingleton<INode, DimensionsNode>()
            .AddSingleton<INode, FactNode>();
    }
}
