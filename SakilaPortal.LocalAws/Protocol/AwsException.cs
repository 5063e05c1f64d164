namespace SakilaPortal.LocalAws.Protocol;

/// <summary>An error as a service answers it, in whatever form its protocol has for errors.</summary>
/// <param name="code">The service's own code, such as EntityNotFoundException or NoSuchKey.</param>
/// <param name="message">What was wrong and what to do.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class AwsException(string code, string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public string Code => code;
    public int Status => status;

    /// <summary>What the error says besides its message, such as AthenaErrorCode or BucketName.</summary>
    public Dictionary<string, string> Details { get; init; } = [];
}
