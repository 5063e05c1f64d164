using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Lake;
using SakilaPortal.Web.Platform.Tables;
using SakilaPortal.Web.Platform.Workflow;
using SakilaPortal.Web.Tests.Support;

namespace SakilaPortal.Web.Tests.Platform;

/// <summary>The drawn graphs, read as a person sees them: where the boxes stand, and what the arrows run through.</summary>
public sealed partial class GraphTests : PortalContext
{
    private static readonly (string Name, string[] After)[] Steps =
    [
        ("replicate", []), ("clean", ["replicate"]), ("crawl", []), ("film_category", ["clean"]), ("streaming_films", ["crawl", "film_category"]),
        ("dims", ["film_category"]), ("fact", ["dims"]), ("upkeep", []), ("vendor", []), ("viewing", ["crawl"]),
        ("publish", ["streaming_films", "fact", "vendor", "viewing"]),
    ];

    public GraphTests()
    {
        GiveRoles(Roles.Analyst);
        Api.Answer("GET workflow", new Workflow([.. Steps.Select(step => new WorkflowNode(step.Name, step.After, null, [], null))]));
        Api.Answer("GET workflow/runs", Sample.Runs);
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("narrow")]
    public void AnArrowOfTheWorkflowTouchesNoBoxButItsOwnTwo(string drawing)
    {
        var page = Open<WorkflowPage>();
        page.WaitForText("replicate");

        Check(page.Find($".graph.{drawing} svg"), [.. Steps.SelectMany(step => step.After.Select(before => (before, step.Name)))]);
    }

    [Fact]
    public void AnArrowOfALineageTouchesNoBoxButItsOwnTwo()
    {
        (string From, string To)[] arrows = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("d", "e"), ("b", "e"), ("a", "e")];
        var nodes = arrows.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct()
            .Select(name => new LineageNode(name, "curated", name, name switch { "a" => -2, "b" or "c" => -1, "d" => 0, _ => 1 }));
        var picture = Render<LineagePicture>(parameters => parameters
            .Add(picture => picture.Here, "d")
            .Add(picture => picture.Lineage, new Lineage([.. nodes], [.. arrows.Select(arrow => new LineageEdge(arrow.From, arrow.To))])));

        Check(picture.Find("svg"), arrows);
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("narrow")]
    public void TheWorkflowsTextNeverShrinksBelowElevenPixels(string drawing)
    {
        const double smallestText = 12;
        var page = Open<WorkflowPage>();
        page.WaitForText("replicate");

        var svg = page.Find($".graph.{drawing} svg");
        var least = LeastWidth().Match(svg.GetAttribute("style")!);
        Assert.True(least.Success, "The drawing shrinks with the window.");
        Assert.True(smallestText * DrawnPath.Numbers(least.Groups[1].Value)[0] / DrawnPath.Numbers(svg.GetAttribute("viewBox")!)[2] >= 11);
        Assert.Equal(
            ("0", "group", "The steps, and what each does now"),
            (svg.ParentElement!.GetAttribute("tabindex"), svg.ParentElement.GetAttribute("role"), svg.ParentElement.GetAttribute("aria-label")));
    }

    private static void Check(IElement svg, (string From, string To)[] arrows)
    {
        var boxes = svg.QuerySelectorAll(".box").Select(DrawnBox.Read).ToDictionary(box => box.Name);
        var lines = svg.QuerySelectorAll("path.arrow").Select(path => DrawnPath.Points(path.GetAttribute("d")!)).ToList();
        Assert.Equal(arrows.Length, lines.Count);
        foreach (var (arrow, line) in arrows.Zip(lines))
        {
            Assert.InRange(boxes[arrow.From].Distance(line[0]), -1, 1);
            Assert.InRange(boxes[arrow.To].Distance(line[^1]), 0, 6);
            foreach (var box in boxes.Values.Where(box => box.Name != arrow.From && box.Name != arrow.To))
                Assert.False(line.Any(point => box.Distance(point) < 6), $"{arrow.From} → {arrow.To} touches {box.Name}.");
        }
        foreach (var (box, other) in boxes.Values.SelectMany(box => boxes.Values.Where(other => other != box).Select(other => (box, other))))
            Assert.True(Math.Abs(box.X - other.X) >= box.Width + 8 || Math.Abs(box.Y - other.Y) >= box.Height + 8, $"{box.Name} and {other.Name} stand too near.");
    }

    [GeneratedRegex(@"min-width:([\d.]+)px")]
    private static partial Regex LeastWidth();
}
