using System.Text.RegularExpressions;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Reports;
using SakilaPortal.TestSupport;

namespace SakilaPortal.Api.Tests.Reports;

/// <summary>The reports that the pipeline provisions, as the portal reads them.</summary>
public sealed partial class ShippedReportsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "SakilaPortal.Pipeline", "Provisioning", "Reports");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.sql").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order()];

    // The two whose exact text is known outside have no comment.
    public static TheoryData<string> Described => [.. Directory.EnumerateFiles(Folder, "*.sql").Select(Path.GetFileNameWithoutExtension).OfType<string>()
        .Where(name => !name.StartsWith("Overall-Top-", StringComparison.Ordinal)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void AShippedReportIsAReportAndItsDefaultsFillIt(string name)
    {
        var errors = new FieldErrors();
        ReportSql.Check(errors, Text(name));
        var filled = ReportSql.Fill(errors, Text(name), null).Text;
        Assert.False(errors.Any, $"{name}: {errors.AsInvalid().ProblemDetails.Detail}");
        Assert.DoesNotMatch(Parameter(), ReportText.Parse(filled).Description is null ? filled : filled[filled.IndexOf("*/", StringComparison.Ordinal)..]);
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void AShippedReportSaysWhatItIsAndHowToDrawIt(string name)
    {
        var text = ReportText.Parse(Text(name));
        Assert.False(string.IsNullOrWhiteSpace(text.Description));
        Assert.Contains(text.Chart, (string[])["bar", "line", "stacked", "pie", "bars", "table", "map"]);
        Assert.All(text.Parameters, parameter => Assert.NotNull(parameter.Default));
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".sql"));

    [GeneratedRegex(@"(?<!\d):[a-z]")]
    private static partial Regex Parameter();
}
