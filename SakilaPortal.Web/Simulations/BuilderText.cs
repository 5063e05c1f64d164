namespace SakilaPortal.Web.Simulations;

internal static class BuilderText
{
    public const string Intro = "Choose what the events hold: each choice writes the template anew, in place of its text. It can be edited as text afterwards.";
    public const string Write = "Write the template";
    public const string Distributors = "Distributors";
    public const string Platforms = "Platforms";
    public const string EventTypes = "How often each event type comes";
    public const string Rent = "rent";
    public const string Buy = "buy";
    public const string Trailer = "trailer";
    public const string Films = "Films";
    public const string FirstFilm = "From film number";
    public const string LastFilm = "To film number";
    public const string States = "States";
    public const string AllStates = "All fifty states";
    public const string SomeStates = "Only these states";
    public const string Other = "Another name";
    public const string Add = "Add";
    public const string Time = "Time of the events";
    public const string SimulatedTime = "Simulated time, for back-fills and time that runs faster";
    public const string NoDistributor = "Choose at least one distributor.";
    public const string NoPlatform = "Choose at least one platform.";
    public const string NoWeight = "Give at least one event type a weight above 0, and none below.";
    public const string NoFilm = "The film numbers go from at least 1 to a number that is not lower than the first.";
}
