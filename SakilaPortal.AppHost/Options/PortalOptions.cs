using System.Globalization;

namespace SakilaPortal.AppHost.Options;

/// <summary>The portal's own flags. They are taken out of the command line before Aspire reads the rest.</summary>
internal sealed record PortalOptions
{
    public const string Usage = """
        dotnet run --project SakilaPortal.AppHost -- [flags]

          --data DIR             where everything is kept (default: .data beside the solution)
          --reset                empty that folder first
          --sakila DIR|ZIP       load the official Sakila dump instead of the built-in sample
          --scale N              1 to 100 times the sample's customers, inventory, rentals and payments
          --vendor DIR           take vendors' files from there: movies.csv, users.csv, streams.csv, authors.json, books.json, reviews.json
          --stage dev|test|prod  whose buckets to use (default: dev)
          --aws                  use a real AWS account instead of the local one; needs ConnectionStrings:sakila
          --Ports:NAME=N         NAME is Web, Api, Pipeline, LocalAws or MySql; 0 takes any free port
          --help                 this text
        """;

    private static readonly string[] Stages = ["dev", "test", "prod"];

    public string? Data { get; private init; }
    public bool Reset { get; private init; }
    public string? Sakila { get; private init; }
    public VendorFiles? Vendor { get; private init; }
    public int Scale { get; private init; } = 1;
    public string Stage { get; private init; } = "dev";
    public bool Aws { get; private init; }
    public bool Help { get; private init; }

    /// <summary>What is left for Aspire and the configuration.</summary>
    public string[] Remaining { get; private init; } = [];

    public static PortalOptions Parse(string[] args)
    {
        var flags = new FlagReader(args);
        var options = new PortalOptions();
        while (flags.Next() is { } flag)
            options = flag switch
            {
                "--data" => options with { Data = Path.GetFullPath(flags.Value("a folder")) },
                "--reset" => options with { Reset = flags.IsSet() },
                "--sakila" => options with { Sakila = SakilaDump.Check(Path.GetFullPath(flags.Value("a folder or zip file"))) },
                "--vendor" => options with { Vendor = VendorFiles.In(Path.GetFullPath(flags.Value("a folder"))) },
                "--scale" => options with { Scale = ReadScale(flags.Value("a number from 1 to 100")) },
                "--stage" => options with { Stage = ReadStage(flags.Value("dev, test or prod")) },
                "--aws" => options with { Aws = flags.IsSet() },
                "--help" or "-h" => options with { Help = flags.IsSet() },
                _ => options with { Remaining = [.. options.Remaining, .. flags.Setting()] },
            };
        return options;
    }

    private static int ReadScale(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var scale) && scale is >= 1 and <= 100
            ? scale
            : throw new StartException($"--scale takes a whole number from 1 to 100, not '{text}'.", exitCode: 2);

    private static string ReadStage(string text) => Stages.Contains(text)
        ? text
        : throw new StartException($"--stage is dev, test or prod, not '{text}'.", exitCode: 2);
}
