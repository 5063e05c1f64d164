using SakilaPortal.Bench;

return args switch
{
    ["start", var data] => await StartBench.RunAsync(data),
    ["type-ahead", var api, var password] => await TypeAheadBench.RunAsync(new Uri(api), password),
    ["lake", var scale] => await LakeBench.RunAsync(int.Parse(scale), rounds: 10, events: 20_000L * int.Parse(scale)),
    ["lake", var scale, var events] => await LakeBench.RunAsync(int.Parse(scale), rounds: 10, long.Parse(events)),
    ["pages", var web, var password] => await PagesBench.RunAsync(new Uri(web), password),
    ["cold", var web, var password] => await ColdBench.RunAsync(new Uri(web), password),
    ["users", var web, var password, var processId, .. var pages] => await UsersBench.RunAsync(new Uri(web), password, int.Parse(processId), pages),
    ["screenshots", var web, var password, var folder, .. var pages] => await Screenshots.RunAsync(new Uri(web), password, folder, pages),
    ["scroll", var web, var password] => await ScrollBench.RunAsync(new Uri(web), password),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        start DATA_FOLDER          from `dotnet run` of the built AppHost to "Portal ready", first start and warm starts, and the stop
        type-ahead API PASSWORD    one key of the film and of the customer search, answered by a running Api
        lake SCALE [EVENTS]        the first build of a lake of its own, ten increments of 1,000 rentals and of 10,000 events, and single ones;
                                   before the increments the lake holds so many events, 20,000 times the scale by default
        pages WEB PASSWORD         from the click on a link to the next page's heading, in Chromium, on a running portal
        cold WEB PASSWORD          first contentful paint and interactive, by a browser with an empty cache
        users WEB PASSWORD PID [PATH...]  memory of the web process PID while 200 pages are open, of the kinds named or of five kinds
        screenshots WEB PASSWORD FOLDER NAME=PATH...  pictures in both themes, wide and on a phone
        scroll WEB PASSWORD        frames while a result of 100,000 rows scrolls by, in Chromium, on a running portal
        """);
    return 2;
}
