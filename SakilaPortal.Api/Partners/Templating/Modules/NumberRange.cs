using System.Globalization;

namespace SakilaPortal.Api.Partners.Templating.Modules;

/// <summary>Numbers from least to most in steps of a precision, written without trailing zeros, as JavaScript does.</summary>
internal sealed class NumberRange
{
    private const double Largest = 1e15;
    private const double Finest = 1e-15;
    private const double MostSteps = 1e18;

    private readonly decimal least;
    private readonly decimal step;
    private readonly long steps;

    public NumberRange(double least, double most, double step)
    {
        Problem = least > most ? $"The least, {least}, is more than the most, {most}."
            : Math.Abs(least) > Largest || Math.Abs(most) > Largest ? $"Numbers must be between -{Largest:N0} and {Largest:N0}."
            : step < Finest ? "\"precision\" must be more than 0, such as 1 or 0.01, and no finer than 15 digits."
            : (most - least) / step > MostSteps ? $"Between {least} and {most} are too many numbers of the precision {step}; bring them closer together, or take fewer digits."
            : null;
        if (Problem is not null)
            return;
        this.least = (decimal)least;
        this.step = (decimal)step;
        steps = (long)(((decimal)most - this.least) / this.step);
    }

    /// <summary>Why there are no such numbers, if so.</summary>
    public string? Problem { get; }

    public string Generate(Dice dice) => (least + dice.Integer(0, steps) * step).ToString("0.#################", CultureInfo.InvariantCulture);

    /// <summary>With exactly this many digits behind the point.</summary>
    public decimal Next(Dice dice) => least + dice.Integer(0, steps) * step;
}
