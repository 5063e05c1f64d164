using SakilaPortal.Contracts.Reports;
using SakilaPortal.Web.Backend;

namespace SakilaPortal.Web.Reports.Editor;

/// <summary>Saving and deleting; what others have saved meanwhile is shown before it is written over.</summary>
public sealed partial class ReportEditorPage
{
    private IReadOnlyDictionary<string, string[]> errors = new Dictionary<string, string[]>();
    private Report? theirs;
    private bool asking;
    private bool busy;

    private async Task SaveAsync()
    {
        var request = new ReportRequest(Draft!.Name, Draft.Description, Draft.Sql, Draft.Version);
        Report? report = null;
        if (await SendAsync(async () => report = Id is null ? await Client.CreateAsync(request, Leaving) : await Client.ChangeAsync(Id, request, Leaving)))
        {
            saved = $"{Draft}";
            Navigation.NavigateTo($"/reports/{Uri.EscapeDataString(report!.Id)}");
        }
        else if (errors.ContainsKey("version"))
            await TryAsync(async () => theirs = await Client.GetAsync(Id!, Leaving));
    }

    private Task SaveOverAsync()
    {
        Draft!.Version = theirs!.Version;
        return SaveAsync();
    }

    private Task TakeTheirsAsync()
    {
        Draft = ReportDraft.Of(theirs!);
        saved = $"{Draft}";
        theirs = null;
        return CheckAsync();
    }

    private async Task DeleteAsync()
    {
        asking = false;
        if (!await SendAsync(() => Client.DeleteAsync(Id!, Leaving)))
            return;
        saved = $"{Draft}";
        Navigation.NavigateTo($"/reports/{Uri.EscapeDataString(Id!)}/versions");
    }

    /// <summary>Sends something that may be refused for single fields, and says so at them.</summary>
    private async Task<bool> SendAsync(Func<Task> send)
    {
        busy = true;
        errors = new Dictionary<string, string[]>();
        try
        {
            await send();
            Problem = null;
            return true;
        }
        catch (ApiException e)
        {
            errors = e.Errors;
            if (e.For("sql") is { } wrong)
                problems = [SqlPlace.Read(wrong)];
            Problem = e.Errors.Count > 0 ? null : e.Message;
            return false;
        }
        finally
        {
            busy = false;
        }
    }

    private string? ErrorOf(string field) => errors.TryGetValue(field, out var texts) ? string.Join(' ', texts) : null;
}
