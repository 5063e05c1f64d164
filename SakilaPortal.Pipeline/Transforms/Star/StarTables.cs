using Microsoft.Extensions.Options;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Lake;

namespace SakilaPortal.Pipeline.Transforms.Star;

/// <summary>The star schema's tables, in the columns, order and types that reports rely on.</summary>
internal sealed class StarTables(IOptions<LakeOptions> lake, CuratedTables curated)
{
    private static readonly string[] Places = [Clean("address"), Clean("city"), Clean("country")];

    public LakeTable Dates { get; } = Table(lake.Value, "dim_date", """
        date_key int, date date, year int, quarter int, month int, month_name string, day int, day_name string, iso_week int,
        is_weekend boolean, is_holiday boolean, holiday_name string
        """);

    public LakeTable Sales { get; } = Table(lake.Value, "fact_sales", """
        payment_id bigint, rental_id int, customer_id int, film_id int, store_id int, staff_id int, date_key int, payment_date_key int,
        amount decimal(5,2)
        """);

    /// <summary>The dimensions and bridges that are made of clean tables.</summary>
    public IReadOnlyList<StarTable> Dimensions { get; } =
    [
        new(Table(lake.Value, "dim_film", """
            film_id int, title string, description string, release_year int, language string, original_language string, length int, rating string,
            special_features string, rental_duration int, rental_rate decimal(4,2), replacement_cost decimal(5,2), category_id int, category_name string
            """), ["film_id"], Clean("film"), [Clean("language"), curated.FilmCategory.ToString()]),
        new(Table(lake.Value, "dim_customer", """
            customer_id int, first_name string, last_name string, full_name string, email string, store_id int, active boolean, address string,
            district string, city string, country string, postal_code string, phone string, create_date date
            """), ["customer_id"], Clean("customer"), Places),
        new(Table(lake.Value, "dim_store", """
            store_id int, store_name string, manager string, address string, district string, city string, country string, postal_code string, phone string
            """), ["store_id"], Clean("store"), [Clean("staff"), .. Places]),
        new(Table(lake.Value, "dim_actor", "actor_id int, first_name string, last_name string, full_name string"), ["actor_id"], Clean("actor"), []),
        new(Table(lake.Value, "dim_category", "category_id int, name string"), ["category_id"], Clean("category"), []),
        new(Table(lake.Value, "bridge_film_actor", "film_id int, actor_id int"), ["actor_id", "film_id"], Clean("film_actor"), []),
        new(Table(lake.Value, "bridge_film_category", "film_id int, category_id int"), ["film_id", "category_id"], Clean("film_category"), []),
    ];

    private static string Clean(string table) => $"{Databases.Clean}.{table}";

    private static LakeTable Table(LakeOptions lake, string name, string columns) =>
        new(Databases.Curated, name, lake.Curated, $"star/{name}", TableColumns.Of(columns));
}
