using SakilaPortal.LocalAws.Protocol;

namespace SakilaPortal.LocalAws.Signing;

/// <summary>
/// Why a request is not let in, in the words of S3 (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html) or of
/// the JSON services (https://docs.aws.amazon.com/IAM/latest/UserGuide/CommonErrors.html).
/// </summary>
internal sealed class Refusal(bool isJson)
{
    public AwsException NotSigned() => Make("MissingAuthenticationTokenException", "AccessDenied",
        "The request is not signed: give access key and secret, such as with AWS_PROFILE and AWS_SHARED_CREDENTIALS_FILE.");

    public AwsException OldSignature() => Make("IncompleteSignatureException", "InvalidRequest",
        $"The authorization mechanism you have provided is not supported. Please use {SignedParts.Algorithm} (signature_version='s3v4').", StatusCodes.Status400BadRequest);

    public AwsException Malformed(string what) => Make("IncompleteSignatureException", "AuthorizationHeaderMalformed", what, StatusCodes.Status400BadRequest);

    public AwsException UnknownKey(string key) => Make("UnrecognizedClientException", "InvalidAccessKeyId",
        "The access key is not one of this LocalAws: take it from the file 'credentials' of its data folder.", ("AWSAccessKeyId", key));

    public AwsException WrongRegion(string given, string expected) => Make("InvalidSignatureException", "AuthorizationHeaderMalformed",
        $"The region '{given}' is wrong; expecting '{expected}'.", StatusCodes.Status400BadRequest, ("Region", expected));

    public AwsException Skewed(string given, DateTimeOffset now) => Make("InvalidSignatureException", "RequestTimeTooSkewed",
        $"The difference between the request time and the current time is too large: signed at {given}, now {now.ToString(SignedParts.TimeFormat)}.",
        ("RequestTime", given), ("ServerTime", now.ToString(SignedParts.TimeFormat)));

    public AwsException Expired() => Make("InvalidSignatureException", "AccessDenied", "Request has expired.");

    public AwsException HeaderNotSigned(string name) => Make("InvalidSignatureException", "AccessDenied",
        "There were headers present in the request which were not signed.", ("HeadersNotSigned", name));

    public AwsException DoesNotMatch(string key, string canonicalRequest, string stringToSign) => Make("InvalidSignatureException", "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your secret access key and signing method.",
        ("AWSAccessKeyId", key), ("CanonicalRequest", canonicalRequest), ("StringToSign", stringToSign));

    public static AwsException SignatureOfChunk(string what) => new("SignatureDoesNotMatch", what, StatusCodes.Status403Forbidden);

    private AwsException Make(string json, string s3, string message, params (string, string)[] details) =>
        Make(json, s3, message, StatusCodes.Status403Forbidden, details);

    private AwsException Make(string json, string s3, string message, int s3Status, params (string Name, string Value)[] details) => isJson
        ? new AwsException(json, message, StatusCodes.Status400BadRequest)
        : new AwsException(s3, message, s3Status) { Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) };
}
