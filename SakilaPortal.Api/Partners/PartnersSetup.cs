using Amazon.KinesisFirehose;
using SakilaPortal.Api.Partners.Delivery;
using SakilaPortal.Api.Partners.Events;
using SakilaPortal.Api.Partners.Rejected;
using SakilaPortal.Api.Partners.Templates;

namespace SakilaPortal.Api.Partners;

internal static class PartnersSetup
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(20);

    /// <summary>The way of events into the delivery streams. The client repeats nothing by itself, so that each repetition is counted.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddSingleton<IAmazonKinesisFirehose>(_ => new AmazonKinesisFirehoseClient(
            new AmazonKinesisFirehoseConfig { MaxErrorRetry = 0, Timeout = AnswerWithin }));
        services.AddSingleton<DeliveryStreams>();
        services.AddSingleton<PartnerEventIntake>();
        services.AddOptions<RejectedOptions>().BindConfiguration(RejectedOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LandingOptions>().BindConfiguration(LandingOptions.Section);
        services.AddSingleton<RejectedStore>();
        services.AddSingleton<MalformedLines>();
        services.AddHostedService<RejectedReplays>();
        services.AddHostedService<PostedLinesUpkeep>();
        return services;
    }

    public static void MapPartners(this IEndpointRouteBuilder api)
    {
        api.MapPartnerEvents();
        api.MapRejectedEvents();
        api.MapTemplates();
    }
}
