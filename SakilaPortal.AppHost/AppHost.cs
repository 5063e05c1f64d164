using SakilaPortal.AppHost;
using SakilaPortal.AppHost.Composition;
using SakilaPortal.AppHost.Data;
using SakilaPortal.AppHost.Options;

try
{
    var options = PortalOptions.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(PortalOptions.Usage);
        return 0;
    }

    var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = options.Remaining });
    using var data = DataFolder.Open(options.Data ?? Path.GetFullPath("../.data", builder.AppHostDirectory), options.Reset);
    var ports = new Ports(builder.Configuration);
    await ports.EnsureFreeAsync(builder.PartsThatListen(options));

    var database = await builder.AddSakilaDatabase(options, ports, data);
    var aws = options.Aws ? builder.AddAwsAccount() : builder.AddLocalAws(ports, data);
    var pipeline = builder.AddPipeline(options, ports, database, aws);
    var api = builder.AddApi(options, ports, database, aws, pipeline);
    var web = builder.AddWeb(ports, data, api);
    builder.AnnounceWhenReady(web, api, pipeline, database, aws);

    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (StartException reason)
{
    Console.Error.WriteLine(reason.Message);
    return reason.ExitCode;
}
