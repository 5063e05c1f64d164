using SakilaPortal.Bench;

return args switch
{
    ["start", var data] => await StartBench.RunAsync(data),
    ["type-ahead", var api, var password] => await TypeAheadBench.RunAsync(new Uri(api), password),
    ["pages", var web, var password] => await PagesBench.RunAsync(new Uri(web), password),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        start DATA_FOLDER          from `dotnet run` of the built AppHost to "Portal ready", first start and warm starts, and the stop
        type-ahead API PASSWORD    one key of the film and of the customer search, answered by a running Api
        pages WEB PASSWORD         from the click on a link to the next page's heading, in Chromium, on a running portal
        """);
    return 2;
}
