using static SakilaPortal.Database.Sakila.Sample.BulkInsert;

namespace SakilaPortal.Database.Sakila.Sample;

/// <summary>Films with their languages, categories and actors.</summary>
internal static class Catalogue
{
    public const int Films = 1000;
    private const int TitlesPerOpening = 5;
    private const int Documentary = 6;

    private static readonly string[] Languages = ["English", "Italian", "Japanese", "Mandarin", "French", "German"];

    private static readonly string[] Categories =
    [
        "Action", "Animation", "Children", "Classics", "Comedy", "Documentary", "Drama", "Family",
        "Foreign", "Games", "Horror", "Music", "New", "Sci-Fi", "Sports", "Travel",
    ];

    private static readonly string[] Ratings = ["G", "PG", "PG-13", "R", "NC-17"];
    private static readonly decimal[] Rates = [0.99m, 2.99m, 4.99m];
    private static readonly string[] Features = ["Trailers", "Commentaries", "Deleted Scenes", "Behind the Scenes"];
    private static readonly string[] Moods = ["quiet", "sprawling", "tender", "restless", "sly", "stirring", "bleak", "playful", "taut", "dreamy"];
    private static readonly string[] Kinds = ["story", "chronicle", "portrait", "tale", "study", "adventure", "romance", "mystery"];

    private static readonly string[] Roles =
        ["clockmaker", "ferry pilot", "retired boxer", "night nurse", "mapmaker", "chess champion", "beekeeper", "stunt rider", "cellist", "lighthouse keeper"];

    private static readonly string[] Tasks = ["outwit", "forgive", "find", "outrun", "rescue", "teach", "defend", "unmask"];

    private static readonly string[] Settings =
        ["on a sleeper train", "in a border town", "at a mountain observatory", "on a frozen lake", "in an abandoned studio", "at the harbour", "in old Lisbon"];

    public static IEnumerable<string> LanguageRows() => Languages.Select((name, index) => $"{index + 1},'{name}'");

    public static IEnumerable<string> CategoryRows() => Categories.Select((name, index) => $"{index + 1},'{name}'");

    /// <summary>The films in the order of their titles, which is that of their ids.</summary>
    public static List<Film> MakeFilms()
    {
        var chance = new Chance(11);
        var films = Titles().Select((title, index) => Make(index + 1, title, chance)).ToList();
        films[0] = films[0] with { Length = 86, Rating = "PG", CategoryId = Documentary, RentalDuration = 6, RentalRate = 0.99m };
        return films;
    }

    public static IEnumerable<string> FilmRows(IEnumerable<Film> films) => films.Select(film =>
        $"{film.Id},{Quoted(film.Title)},{Quoted(film.Description)},2006,1,NULL,{film.RentalDuration},{film.RentalRate},{film.Length},"
        + $"{film.ReplacementCost},'{film.Rating}','{film.SpecialFeatures}'");

    public static IEnumerable<string> FilmCategoryRows(IEnumerable<Film> films) => films.Select(film => $"{film.Id},{film.CategoryId}");

    /// <summary>Two to nine actors a film.</summary>
    public static IEnumerable<string> FilmActorRows(IEnumerable<Film> films)
    {
        var chance = new Chance(13);
        foreach (var film in films)
        {
            var actors = new SortedSet<int>();
            for (var left = chance.Between(2, 9); left > 0; left--)
                actors.Add(chance.Between(1, People.Actors));
            foreach (var actor in actors)
                yield return $"{actor},{film.Id}";
        }
    }

    // Each opening gets five endings; the first of the first is ACADEMY DINOSAUR.
    private static IEnumerable<string> Titles()
    {
        var endings = Words.TitleEndings;
        var dinosaur = Array.IndexOf(endings, "DINOSAUR");
        return Words.TitleOpenings.SelectMany((opening, index) => Enumerable.Range(0, TitlesPerOpening)
            .Select(turn => $"{opening} {endings[(dinosaur + (index * 7) + (turn * 23)) % endings.Length]}")
            .Order(StringComparer.Ordinal));
    }

    private static Film Make(int id, string title, Chance chance) => new(
        id, title,
        $"A {chance.Of(Moods)} {chance.Of(Kinds)} of a {chance.Of(Roles)} and a {chance.Of(Roles)} who must {chance.Of(Tasks)} a {chance.Of(Roles)} {chance.Of(Settings)}",
        chance.Between(3, 7), chance.Of(Rates), chance.Between(46, 185), chance.Between(9, 29) + 0.99m,
        chance.Of(Ratings), SomeFeatures(chance.Between(1, 15)), chance.Between(1, Categories.Length));

    private static string SomeFeatures(int bits) => string.Join(',', Features.Where((_, index) => (bits & (1 << index)) != 0));
}
