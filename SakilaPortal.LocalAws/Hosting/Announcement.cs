namespace SakilaPortal.LocalAws.Hosting;

/// <summary>What a person pastes into a shell to use the AWS command line or an SDK here.</summary>
internal static class Announcement
{
    public static void Write(WebApplication app)
    {
        var keys = app.Services.GetRequiredService<AccessKeys>();
        var file = app.Services.GetRequiredService<LocalAwsOptions>().Folder("credentials");
        Console.WriteLine($"""
            LocalAws (S3, Firehose, Glue, Athena) answers at {app.Urls.First()}. Its profile 'sakila' is in {file}.
            export AWS_ENDPOINT_URL={app.Urls.First()}
            export AWS_REGION={LocalAwsOptions.Region} AWS_DEFAULT_REGION={LocalAwsOptions.Region}
            export AWS_ACCESS_KEY_ID={keys.AccessKey}
            export AWS_SECRET_ACCESS_KEY={keys.Secret}
            """);
    }
}
