using Amazon;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;

namespace Aspire.Hosting.AWS
{
    public interface IAWSSDKConfig
    {
        string? Profile { get; set; }
        RegionEndpoint? Region { get; set; }
    }

    internal sealed class AWSSDKConfig : IAWSSDKConfig
    {
        public string? Profile { get; set; }
        public RegionEndpoint? Region { get; set; }
    }
}

namespace Aspire.Hosting
{
    public static class SDKResourceExtensions
    {
        public static IAWSSDKConfig AddAWSSDKConfig(this IDistributedApplicationBuilder builder) => new AWSSDKConfig();

        public static IAWSSDKConfig WithProfile(this IAWSSDKConfig config, string profile)
        {
            config.Profile = profile;
            return config;
        }

        public static IAWSSDKConfig WithRegion(this IAWSSDKConfig config, RegionEndpoint region)
        {
            config.Region = region;
            return config;
        }

        public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IAWSSDKConfig awsSdkConfig)
            where TDestination : IResourceWithEnvironment => builder.WithEnvironment(context =>
            {
                foreach (var (name, value) in new[] { ("Profile", awsSdkConfig.Profile), ("Region", awsSdkConfig.Region?.SystemName) })
                    if (!string.IsNullOrEmpty(value))
                        context.EnvironmentVariables[$"AWS__{name}"] = context.EnvironmentVariables[$"AWS_{name.ToUpperInvariant()}"] = value;
            });
    }
}
