using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MudBlazor;

public abstract class MudBaseDatePicker : MudPicker<DateTime?>
{
    [Parameter] public bool AutoClose { get; set; }

    [Parameter] public string? DateFormat { get; set; }

    [Parameter] public DayOfWeek? FirstDayOfWeek { get; set; }

    [Parameter] public Func<DateTime, bool> IsDateDisabledFunc { get; set; } = _ => false;

    [Parameter] public DateTime? MaxDate { get; set; }

    [Parameter] public DateTime? MinDate { get; set; }

    private protected string Format => DateFormat ?? CultureInfo.InvariantCulture.DateTimeFormat.ShortDatePattern;

    private protected bool IsDisabled(DateTime day) => day < MinDate?.Date || day > MaxDate?.Date || IsDateDisabledFunc(day);

    private protected DayOfWeek WeekStart => FirstDayOfWeek ?? CultureInfo.InvariantCulture.DateTimeFormat.FirstDayOfWeek;
}
