using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SakilaPortal.Contracts.Customers;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Customers;

public sealed partial class NoteList
{
    private string? added;
    private string? text;
    private int? edited;
    private int? deleted;
    private string? focus;
    private bool working;

    [Inject] private CustomersClient Client { get; set; } = null!;

    [Inject] private PersonClock Clock { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Parameter, EditorRequired] public int CustomerId { get; set; }

    [Parameter, EditorRequired] public IReadOnlyList<CustomerNote> Notes { get; set; } = [];

    [Parameter] public EventCallback OnChanged { get; set; }

    private void Edit(CustomerNote note) => (edited, text) = (note.NoteId, note.Text);

    private static string ButtonOf(CustomerNote note) => $"note-{note.NoteId}";

    // What had the focus has gone: it goes on at what took its place.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is not { } id)
            return;
        focus = null;
        await Script.InvokeVoidAsync("portal.focus", id);
    }

    private async Task AddAsync()
    {
        if (!string.IsNullOrWhiteSpace(added) && await OnceAsync(() => Client.AddNoteAsync(CustomerId, added, Leaving)))
            added = null;
    }

    private async Task ChangeAsync(int noteId)
    {
        if (!string.IsNullOrWhiteSpace(text) && await OnceAsync(() => Client.ChangeNoteAsync(CustomerId, noteId, text, Leaving)))
            edited = null;
    }

    private async Task DeleteAsync(int noteId)
    {
        if (await OnceAsync(() => Client.DeleteNoteAsync(CustomerId, noteId, Leaving)))
            (deleted, focus) = (null, "note-new");
    }

    // A second click while the first one is under way means the same.
    private async Task<bool> OnceAsync(Func<Task> deed)
    {
        if (working)
            return false;
        working = true;
        var done = await TryAsync(deed);
        if (done)
            await OnChanged.InvokeAsync();
        working = false;
        return done;
    }
}
