using Bunit;
using SakilaPortal.Web.Shared;

namespace SakilaPortal.Web.Tests.Shared;

public sealed class CodeEditorTests : BunitContext
{
    /// <summary>The page may tell the text back later than the next key comes.</summary>
    [Fact]
    public void WhatIsTypedIsKeptBeforeThePageTellsItBack()
    {
        var editor = Render<CodeEditor>(parameters => parameters
            .Add(one => one.Id, "body").Add(one => one.Label, "Body").Add(one => one.Value, "").Add(one => one.ValueChanged, _ => { }));

        editor.Find("textarea").Input("{\n\n\n\n}");

        Assert.Equal("{\n\n\n\n}", editor.Find("textarea").GetAttribute("value"));
        Assert.Equal(5, editor.FindAll(".editor-lines span").Count);
    }
}
