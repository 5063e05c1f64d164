using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using SakilaPortal.Contracts;
using SakilaPortal.Contracts.Partners;
using SakilaPortal.Web.Shared;
using Text = SakilaPortal.Web.Simulations.TemplatesText;

namespace SakilaPortal.Web.Simulations;

public sealed partial class TemplatesPage
{
    private const long LargestFile = 5_000_000;

    private Template? chosen;
    private int? doomed;
    private string? notice;

    [Inject] private TemplatesClient Client { get; set; } = null!;

    [Inject] private PageScript Script { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "history")] private string? AskedHistory { get; set; }

    [SupplyParameterFromQuery] private string? Search { get; set; }

    private int? HistoryOf => AddressValue.Number(AskedHistory);

    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (HistoryOf != chosen?.Id)
            chosen = Shown?.Items.FirstOrDefault(one => one.Id == HistoryOf);
        // A link may name one of another page.
        if (HistoryOf is { } id && chosen is null)
            await TryAsync(async () => chosen = await Client.FindAsync(id, Leaving));
    }

    private protected override Task<Page<Template>> FindAsync(string query) => Client.PageAsync(query, Leaving);

    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > LargestFile)
        {
            Problem = Text.TooLarge;
            return;
        }
        using var reader = new StreamReader(chosen.File.OpenReadStream(LargestFile, Leaving));
        var content = await reader.ReadToEndAsync(Leaving);
        if (await TryAsync(async () => notice = Text.Imported(await Client.ImportAsync(content, Path.GetFileNameWithoutExtension(chosen.File.Name), Leaving))))
            await LoadAsync();
    }

    private Task<bool> ExportAsync(string format, int? id, string name) =>
        TryAsync(async () => await Script.CallAsync("save", $"{name}.json", await Client.ExportAsync(format, id, Leaving)));

    // The second press means it.
    private async Task DeleteAsync(Template template)
    {
        var sure = doomed == template.Id;
        doomed = sure ? null : template.Id;
        if (sure && await TryAsync(() => Client.DeleteAsync(template.Id, Leaving)))
            await LoadAsync();
    }

    private async Task TakeRestoredAsync(Template restored)
    {
        notice = Text.Saved(restored);
        chosen = restored;
        await LoadAsync();
    }
}
