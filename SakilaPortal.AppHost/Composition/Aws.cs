using Amazon;
using Aspire.Hosting.AWS;
using SakilaPortal.AppHost.Data;
using SakilaPortal.AppHost.Options;

namespace SakilaPortal.AppHost.Composition;

/// <summary>Where S3, Firehose, Glue and Athena are: on this machine, or in an account.</summary>
internal sealed record Aws(LocalAws? Local = null, IAWSSDKConfig? Account = null);

internal sealed record LocalAws(IResourceBuilder<ProjectResource> Service, string DataFolder, int Port)
{
    public string Url => $"http://127.0.0.1:{Port}";
    public string Credentials => Path.Combine(DataFolder, "credentials");

    /// <summary>How a person starts the service by hand, in the place of a dead one.</summary>
    public string CommandLine => $"dotnet run --project SakilaPortal.LocalAws -- --urls {Url} --data {DataFolder}";
}

internal static class AwsExtensions
{
    public const string Region = "us-east-1";
    public const string Profile = "sakila";

    public static Aws AddLocalAws(this IDistributedApplicationBuilder builder, Ports ports, DataFolder data)
    {
        var service = builder.AddProject<Projects.SakilaPortal_LocalAws>("localaws", launchProfileName: null).WithPortalDefaults()
            .WithHttp(ports["LocalAws"], "/_localaws/health")
            .WithArgs("--data", data.Aws);
        var local = new LocalAws(service, data.Aws, ports["LocalAws"]);
        builder.AddSupervisor(local);
        return new(local);
    }

    /// <summary>A real account: profile and region of the configuration, or whatever the SDK's own chain finds.</summary>
    public static Aws AddAwsAccount(this IDistributedApplicationBuilder builder)
    {
        var account = builder.AddAWSSDKConfig();
        if (builder.Configuration["AWS:Profile"] is { Length: > 0 } profile)
            account.WithProfile(profile);
        if (builder.Configuration["AWS:Region"] is { Length: > 0 } region)
            account.WithRegion(RegionEndpoint.GetBySystemName(region));
        return new(Account: account);
    }

    public static IResourceBuilder<ProjectResource> WithAws(this IResourceBuilder<ProjectResource> project, Aws aws)
    {
        if (aws.Account is { } account)
            project.WithReference(account);
        if (aws.Local is not { } local)
            return project;

        // The SDK prefers keys in the environment to a profile, and a person's own are none of the local account's.
        foreach (var name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN" })
            project.WithEnvironment(name, "");
        return project.WaitFor(local.Service)
            .WithEnvironment("AWS_ENDPOINT_URL", local.Url)
            .WithEnvironment("AWS_REGION", Region)
            .WithEnvironment("AWS_SHARED_CREDENTIALS_FILE", local.Credentials)
            .WithEnvironment("AWS_PROFILE", Profile);
    }
}
