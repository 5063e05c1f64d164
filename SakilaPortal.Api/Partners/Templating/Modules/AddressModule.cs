using System.Globalization;

namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class AddressModule
{
    private const double KilometresADegree = 111.32;
    private const double KilometresAMile = 1.609344;

    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["state"] = arguments => WordLists.Choose(arguments.Flag(0) ? "address.stateAbbr" : "address.state"),
        ["countryCode"] = arguments => WordLists.Choose(arguments.Text(0) == "alpha-3" ? "countryCode.alpha3" : "countryCode.alpha2"),
        ["zipCodeByState"] = ZipCodeByState,
        ["zipCode"] = PhoneModule.Formatted("address.zipCode"),
        ["streetAddress"] = arguments => Patterns.Compile(
            "{{address.buildingNumber}} {{address.streetName}}" + (arguments.Flag(0) ? " {{address.secondaryAddress}}" : "")),
        ["latitude"] = arguments => Degrees(arguments, 90),
        ["longitude"] = arguments => Degrees(arguments, 180),
        ["direction"] = arguments => Direction(arguments, [.. WordLists.Of("direction.cardinal"), .. WordLists.Of("direction.ordinal")]),
        ["cardinalDirection"] = arguments => Direction(arguments, WordLists.Of("direction.cardinal")),
        ["ordinalDirection"] = arguments => Direction(arguments, WordLists.Of("direction.ordinal")),
        ["nearbyGPSCoordinate"] = Nearby,
    };

    // By a state's abbreviation; of any other text, any code.
    private static Generate ZipCodeByState(Arguments arguments)
    {
        var state = arguments.Text(0);
        if (WordLists.Of("zipCodes").Select(line => line.Split(' ')).FirstOrDefault(range => range[0] == state) is not [_, var least, var most])
            return WordLists.Choose("address.zipCode");
        var (from, to) = (int.Parse(least, CultureInfo.InvariantCulture), int.Parse(most, CultureInfo.InvariantCulture));
        return dice => dice.Integer(from, to).ToString("00000", CultureInfo.InvariantCulture);
    }

    private static Generate Degrees(Arguments arguments, double most)
    {
        var digits = arguments.Has(2) ? Math.Min(arguments.Count(2, 4), 9) : 4;
        var range = new NumberRange(arguments.Number(1, -most), arguments.Number(0, most), Math.Pow(10, -digits));
        return range.Problem is { } problem ? throw arguments.Problem(0, problem)
            : dice => range.Next(dice).ToString("F" + digits, CultureInfo.InvariantCulture);
    }

    private static Generate Direction(Arguments arguments, string[] names)
    {
        string[] choices = arguments.Flag(0)
            ? [.. names.Select(name => name.Length > 5 ? $"{name[0]}{char.ToUpperInvariant(name[5])}" : name[..1])]
            : names;
        return dice => dice.Pick(choices);
    }

    // A point within so many miles (or kilometres) of [latitude, longitude].
    private static Generate Nearby(Arguments arguments)
    {
        if (!arguments.Has(0))
            return Patterns.Compile("{{address.latitude}},{{address.longitude}}");
        var centre = arguments.Array(0);
        if (centre.Count != 2 || centre.Any(degrees => degrees?.GetValueKind() != System.Text.Json.JsonValueKind.Number))
            throw arguments.Problem(0, "Here [latitude, longitude] is expected.");
        var (latitude, longitude) = (centre[0]!.GetValue<double>(), centre[1]!.GetValue<double>());
        var radius = arguments.Number(1, 10) * (arguments.Flag(2) ? 1 : KilometresAMile) / KilometresADegree;
        return dice =>
        {
            var (angle, distance) = (dice.Fraction() * Math.Tau, Math.Sqrt(dice.Fraction()) * radius);
            var east = distance * Math.Sin(angle) / Math.Max(Math.Cos(latitude * Math.PI / 180), 0.01);
            return string.Create(CultureInfo.InvariantCulture, $"{latitude + distance * Math.Cos(angle):F4},{longitude + east:F4}");
        };
    }
}
