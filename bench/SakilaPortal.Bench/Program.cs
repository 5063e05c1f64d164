using SakilaPortal.Bench;

return args switch
{
    ["start", var data] => await StartBench.RunAsync(data),
    ["type-ahead", var api, var password] => await TypeAheadBench.RunAsync(new Uri(api), password),
    ["pages", var web, var password] => await PagesBench.RunAsync(new Uri(web), password),
    ["cold", var web, var password] => await ColdBench.RunAsync(new Uri(web), password),
    ["users", var web, var password, var processId] => await UsersBench.RunAsync(new Uri(web), password, int.Parse(processId)),
    ["screenshots", var web, var password, var folder, .. var pages] => await Screenshots.RunAsync(new Uri(web), password, folder, pages),
    ["scroll", var web, var password] => await ScrollBench.RunAsync(new Uri(web), password),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        start DATA_FOLDER          from `dotnet run` of the built AppHost to "Portal ready", first start and warm starts, and the stop
        type-ahead API PASSWORD    one key of the film and of the customer search, answered by a running Api
        pages WEB PASSWORD         from the click on a link to the next page's heading, in Chromium, on a running portal
        cold WEB PASSWORD          first contentful paint and interactive, by a browser with an empty cache
        users WEB PASSWORD PID     memory of the web process PID while 200 pages are open
        screenshots WEB PASSWORD FOLDER NAME=PATH...  pictures in both themes, wide and on a phone
        scroll WEB PASSWORD        frames while a result of 100,000 rows scrolls by, in Chromium, on a running portal
        """);
    return 2;
}
