using System.Globalization;

namespace SakilaPortal.Api.Partners.Templating.Modules;

internal static class FinanceModule
{
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static readonly Dictionary<string, FakeFunction> Functions = new()
    {
        ["amount"] = arguments => Amount(arguments, least: 0),
        ["account"] = Account,
        ["mask"] = Mask,
        ["currencyCode"] = _ => Currency(0),
        ["currencyName"] = _ => Currency(1),
        ["currencySymbol"] = _ => Currency(2),
        ["bitcoinAddress"] = _ => dice => "1" + dice.Characters(Base58, 33),
        ["litecoinAddress"] = _ => dice => "L" + dice.Characters(Base58, 33),
        ["ethereumAddress"] = _ => dice => "0x" + dice.Characters("0123456789abcdef", 40),
        ["creditCardNumber"] = CreditCard,
        ["iban"] = Iban,
    };

    /// <summary>Arguments: least, most, digits behind the point, symbol before it.</summary>
    public static Generate Amount(Arguments arguments, double least)
    {
        var digits = Math.Min(arguments.Count(2, 2), 6);
        var symbol = arguments.Text(3);
        var range = new NumberRange(arguments.Number(0, least), arguments.Number(1, 1000), Math.Pow(10, -digits));
        return range.Problem is { } problem ? throw arguments.Problem(0, problem)
            : dice => symbol + range.Next(dice).ToString("F" + digits, CultureInfo.InvariantCulture);
    }

    private static Generate Account(Arguments arguments)
    {
        var length = arguments.Count(0, 8);
        return dice => dice.Characters(Patterns.Digits, length);
    }

    // The last digits of a number, by default as (...1234).
    private static Generate Mask(Arguments arguments)
    {
        var length = arguments.Count(0, 4);
        var dots = arguments.Has(2) && !arguments.Flag(2) ? "" : "...";
        var (open, close) = arguments.Has(1) && !arguments.Flag(1) ? ("", "") : ("(", ")");
        return dice => $"{open}{dots}{dice.Characters(Patterns.Digits, length)}{close}";
    }

    private static Generate Currency(int field)
    {
        string[] choices = [.. WordLists.Of("currency").Select(currency => currency.Split(';')[field])];
        return dice => dice.Pick(choices);
    }

    private static Generate CreditCard(Arguments arguments)
    {
        var (start, length) = arguments.Text(0)?.ToLowerInvariant().Replace(' ', '_') switch
        {
            "american_express" => ("34", 15),
            "discover" => ("6011", 16),
            "mastercard" => ("51", 16),
            _ => ("4", 16),
        };
        return dice =>
        {
            var digits = start + dice.Characters(Patterns.Digits, length - start.Length - 1);
            var number = digits + LuhnDigit(digits);
            return length == 15 ? $"{number[..4]}-{number[4..10]}-{number[10..]}"
                : string.Join('-', number.Chunk(4).Select(four => new string(four)));
        };
    }

    // The digit that makes the number pass Luhn's check, ISO/IEC 7812-1.
    public static int LuhnDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 1 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }
        return (10 - sum % 10) % 10;
    }

    // Germany's form: two check digits by ISO 7064 and eighteen more.
    private static Generate Iban(Arguments arguments)
    {
        var grouped = arguments.Flag(0);
        return dice =>
        {
            var account = dice.Characters(Patterns.Digits, 18);
            var check = 98 - (int)(decimal.Parse(account + "131400", CultureInfo.InvariantCulture) % 97);
            var iban = $"DE{check:00}{account}";
            return grouped ? string.Join(' ', iban.Chunk(4).Select(four => new string(four))) : iban;
        };
    }
}
