using Microsoft.AspNetCore.Components;
using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports;

/// <summary>The values that stand in the form of a report's page, and in the page's address.</summary>
internal sealed class RunForm(NavigationManager navigation)
{
    // The browser tells a moment later that it is there; by then newer values may stand in the form.
    private readonly List<string> written = [];
    private string? address;
    private bool isGiven;

    public Dictionary<string, string?> Values { get; } = [];

    /// <summary>Takes the values of an address that the page did not write itself, such as one that the browser went back to.</summary>
    /// <param name="shown">The run on the page, for an address that gives no values.</param>
    public void Follow(IEnumerable<ReportParameter> parameters, Run? shown)
    {
        if (written.Remove(navigation.Uri) || address == navigation.Uri)
        {
            address = navigation.Uri;
            return;
        }
        address = navigation.Uri;
        isGiven = ParameterAddress.Read(address, parameters, Values);
        if (shown is not null)
            Take(shown);
    }

    /// <summary>A run that is opened by its link alone shows the values that it was started with.</summary>
    public void Take(Run opened)
    {
        if (isGiven)
            return;
        foreach (var (name, value) in opened.Parameters ?? new Dictionary<string, string?>())
            if (Values.ContainsKey(name) && !string.IsNullOrEmpty(value))
                Values[name] = value;
    }

    public void GoTo(string uri, bool replace)
    {
        isGiven = true;
        written.Add(uri);
        navigation.NavigateTo(uri, replace: replace);
    }

    /// <summary>Whether a run of what stands in the form would be another one.</summary>
    public bool DiffersFrom(Run run, IEnumerable<ReportParameter> parameters) => parameters.Any(parameter =>
        run.Parameters?.TryGetValue(parameter.Name, out var its) == true && OrDefault(its, parameter) != OrDefault(Values.GetValueOrDefault(parameter.Name), parameter));

    private static string OrDefault(string? value, ReportParameter parameter) => string.IsNullOrEmpty(value) ? parameter.Default ?? "" : value;
}
