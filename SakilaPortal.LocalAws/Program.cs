using SakilaPortal.LocalAws.Hosting;
using SakilaPortal.LocalAws.Protocol;
using SakilaPortal.ServiceDefaults;

try
{
    var builder = WebApplication.CreateBuilder(LocalAwsOptions.Normalize(args));
    var options = LocalAwsOptions.Read(builder.Configuration);
    using var claim = DataFolder.Claim(options);
    builder.AddServiceDefaults();
    builder.Services.AddSingleton(options).AddProtocols().AddS3().AddGlue();
    builder.WebHost.ConfigureLocalAws(builder.Configuration);
    builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

    var app = builder.Build();
    app.UseGateway();
    app.MapDefaultEndpoints(LocalAwsOptions.OwnPaths);
    app.MapReset(options);
    app.Lifetime.ApplicationStarted.Register(() => Announcement.Write(app));
    await app.RunAsync();
    return 0;
}
catch (StartupException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
