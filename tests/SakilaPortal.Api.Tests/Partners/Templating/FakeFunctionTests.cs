using System.Text.RegularExpressions;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Templating;

namespace SakilaPortal.Api.Tests.Partners.Templating;

public class FakeFunctionTests
{
    private const int Tries = 2000;

    public static TheoryData<string> AllFunctions => [.. FakeFunctions.Names];

    [Theory]
    [MemberData(nameof(AllFunctions))]
    public void EveryFunctionGivesSomethingWithoutArguments(string name)
    {
        if (name == "date.between")
            name += "(\"2021-12-01\", \"2021-12-31\")";
        foreach (var value in Rendering.RenderMany("{{" + name + "}}", 50))
        {
            Assert.DoesNotContain("{{", value);
            Assert.True(value.Length > 0 || name.StartsWith("helpers.", StringComparison.Ordinal), $"{name} gave nothing.");
        }
    }

    [Theory]
    [InlineData("{{random.number(70)}}", "^[0-9]$|^[1-6][0-9]$|^70$")]
    [InlineData("{{random.number}}", "^[0-9]{1,5}$")]
    [InlineData("{{random.number({\"min\":-2,\"max\":2,\"precision\":0.5})}}", @"^(-?[12]|0|-?[01]\.5)$")]
    [InlineData("{{random.float({\"min\":1,\"max\":2,\"precision\":0.001})}}", @"^(1(\.[0-9]{1,3})?|2)$")]
    [InlineData("{{random.uuid}}", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    [InlineData("{{random.boolean}}", "^(true|false)$")]
    [InlineData("{{random.alphaNumeric(5)}}", "^[0-9a-z]{5}$")]
    [InlineData("{{random.hexaDecimal(4)}}", "^0x[0-9a-f]{4}$")]
    [InlineData("{{random.objectElement({\"a\":\"x\",\"b\":\"y\"})}}", "^[xy]$")]
    [InlineData("{{random.arrayElements([\"a\",\"b\",\"c\"], 2)}}", "^[abc],[abc]$")]
    [InlineData("{{address.zipCode}}", "^[0-9]{5}(-[0-9]{4})?$")]
    [InlineData("{{address.stateAbbr}}", "^[A-Z]{2}$")]
    [InlineData("{{address.latitude}}", @"^-?[0-9]{1,2}\.[0-9]{4}$")]
    [InlineData("{{address.direction(true)}}", "^[NESW]{1,2}$")]
    [InlineData("{{finance.amount(5,10,2,\"$\")}}", @"^\$([5-9]\.[0-9]{2}|10\.00)$")]
    [InlineData("{{finance.mask}}", @"^\(\.\.\.[0-9]{4}\)$")]
    [InlineData("{{finance.iban}}", "^DE[0-9]{20}$")]
    [InlineData("{{internet.ip}}", @"^([0-9]{1,3}\.){3}[0-9]{1,3}$")]
    [InlineData("{{internet.email}}", @"^[\w.\-]+@[a-z.]+$")]
    [InlineData("{{internet.email(\"Ada\",\"Byron\",\"example.org\")}}", @"^Ada([0-9]{1,2}|[._]Byron[0-9]{0,2})@example\.org$")]
    [InlineData("{{internet.mac}}", "^([0-9a-f]{2}:){5}[0-9a-f]{2}$")]
    [InlineData("{{internet.color}}", "^#[0-9a-f]{6}$")]
    [InlineData("{{phone.phoneNumber(\"0165#######\")}}", "^0165[0-9]{7}$")]
    [InlineData("{{lorem.words(4)}}", "^[a-z]+( [a-z]+){3}$")]
    [InlineData("{{system.semver}}", @"^[0-9]+\.[0-9]+\.[0-9]+$")]
    [InlineData("{{system.commonFileName(\"csv\")}}", @"^\w+\.csv$")]
    [InlineData("{{helpers.regexpStyleStringParse(\"x{3}-#{2}-[1-5]\")}}", "^xxx-[0-9]{2}-[1-5]$")]
    [InlineData("{{date.between(\"2021-12-25T07:00:00Z\",\"2021-12-25T12:00:00Z\")}}", @"^2021-12-25T(0[7-9]|1[0-2]):[0-9:.]+Z$")]
    [InlineData("{{date.past(1)}}", @"^20(09|10)-.*Z$")]
    [InlineData("{{image.cats(320,200)}}", "^https://images.example.com/320/200/cats$")]
    [InlineData("{{random.image}}", "^https://images.example.com/640/480/[a-z]+$")]
    [InlineData("{{helpers.mustache(\"{{a}} and {{b}} (c)\", {\"a\": \"x\", \"b\": 2})}}", @"^x and 2 \(c\)$")]
    [InlineData("{{helpers.mustache(\"{{a}}{{b}}{{c}}\", {\"a\": \"{{b}}\", \"b\": 2})}}", @"^\{\{b\}\}2\{\{c\}\}$")]
    [InlineData("{{helpers.replaceCreditCardSymbols}}", "^6453(-[0-9]{4}){4}$")]
    [InlineData("{{helpers.replaceCreditCardSymbols(\"[1-3]###L\")}}", "^[1-3][0-9]{4}$")]
    [InlineData("{{address.zipCodeByState(\"CA\")}}", "^9[0-6][0-9]{3}$")]
    [InlineData("{{address.zipCodeByState(\"CT\")}}", "^06[0-9]{3}$")]
    [InlineData("{{random.bigInt}}", "^[0-9]{1,15}$")]
    [InlineData("{{random.arrayElement([100000000000000000])}}", "^100000000000000000$")]
    [InlineData("{{random.arrayElement([1e21])}}", @"^1e\+21$")]
    [InlineData("{{random.arrayElement([0.000001])}}", @"^0\.000001$")]
    [InlineData("{{random.arrayElement([1e-7])}}", "^1e-7$")]
    [InlineData("{{random.arrayElement([-2.5])}}", @"^-2\.5$")]
    [InlineData("{{finance.amount(0,100000000000000)}}", @"^[0-9]{1,15}\.[0-9]{2}$")]
    [InlineData("{{current.timestamp}}", "^2010-02-14T15:25:50-05:00$")]
    [InlineData("{{date.weekday({\"abbr\":true})}}", "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)$")]
    public void ValuesHaveTheShapeAskedFor(string template, string shape) =>
        Assert.All(Rendering.RenderMany(template, 300), value => Assert.Matches(shape, value));

    /// <summary>The functions of faker.js 3.1 and 4.1 in the modules that the generator documents.</summary>
    [Theory]
    [InlineData("address", "zipCode city cityPrefix citySuffix streetName streetAddress streetSuffix streetPrefix secondaryAddress county country countryCode state stateAbbr latitude longitude")]
    [InlineData("commerce", "color department productName price productAdjective productMaterial product")]
    [InlineData("company", "suffixes companyName companySuffix catchPhrase bs catchPhraseAdjective catchPhraseDescriptor catchPhraseNoun bsAdjective bsBuzz bsNoun")]
    [InlineData("database", "column type collation engine")]
    [InlineData("date", "past future between recent month weekday now utc simTime")]
    [InlineData("finance", "account accountName mask amount transactionType currencyCode currencyName currencySymbol bitcoinAddress iban bic")]
    [InlineData("hacker", "abbreviation adjective noun verb ingverb phrase")]
    [InlineData("helpers", "randomize slugify replaceSymbolWithNumber replaceSymbols shuffle mustache createCard contextualCard userCard createTransaction")]
    [InlineData("image", "image avatar imageUrl abstract animals business cats city food nightlife fashion people nature sports technics transport dataUri")]
    [InlineData("internet", "avatar email exampleEmail userName protocol url domainName domainSuffix domainWord ip ipv6 userAgent color mac password")]
    [InlineData("lorem", "word words sentence slug sentences paragraph paragraphs text lines")]
    [InlineData("name", "firstName lastName findName jobTitle prefix suffix title jobDescriptor jobArea jobType")]
    [InlineData("phone", "phoneNumber phoneNumberFormat phoneFormats")]
    [InlineData("random", "number arrayElement objectElement uuid boolean word words image locale alphaNumeric weightedArrayElement")]
    [InlineData("system", "fileName commonFileName mimeType commonFileType commonFileExt fileType fileExt directoryPath filePath semver")]
    public void AModuleHasTheGeneratorsFunctions(string module, string functions) =>
        Assert.Empty(functions.Split(' ').Select(function => $"{module}.{function}").Except(FakeFunctions.Names));

    [Fact]
    public void BothEndsOfARangeAreDrawn() =>
        Assert.Equal(["1", "2", "3"], Rendering.RenderMany("{{random.number({\"min\":1,\"max\":3})}}", Tries).Distinct().Order());

    [Fact]
    public void WeightsSayHowOften()
    {
        const string template = """{{random.weightedArrayElement({"weights": [0.3, 0.1, 0.6], "data": ["rent", "buy", "trailer"]})}}""";
        var counts = Rendering.RenderMany(template, 100_000).CountBy(value => value).ToDictionary();
        Assert.InRange(counts["rent"], 29_000, 31_000);
        Assert.InRange(counts["buy"], 9_500, 10_500);
        Assert.InRange(counts["trailer"], 59_000, 61_000);
    }

    [Fact]
    public void StatesAreTheFiftyOfTheUnitedStates()
    {
        Assert.Equal(50, States.All.Count);
        Assert.Equal(50, Rendering.RenderMany("{{address.state}}", Tries).Distinct().Count());
        Assert.Equal(50, Rendering.RenderMany("{{address.state(true)}}", Tries).Distinct().Count());
    }

    [Fact]
    public void CreditCardsPassLuhnsCheck() => Assert.All(Rendering.RenderMany("{{finance.creditCardNumber}}", 200), card =>
    {
        var digits = Regex.Replace(card, "[^0-9]", "").Reverse().Select((digit, i) => (digit - '0') * (i % 2 + 1)).Sum(twice => twice > 9 ? twice - 9 : twice);
        Assert.Equal(0, digits % 10);
    });
}
