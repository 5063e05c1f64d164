using SakilaPortal.LocalAws.Hosting;

try
{
    await using var app = LocalAwsHost.Build(args);
    MemoryBound.Set(app.Services.GetRequiredService<LocalAwsOptions>().MaxMemory);
    await app.RunAsync();
    return 0;
}
catch (StartupException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{problem.Message} Stop what listens there, or give --urls another port.");
    return 1;
}
