using Amazon.AwsJson;
using Amazon.Glue.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Glue;

public class AmazonGlueClient : AmazonServiceClient, IAmazonGlue
{
    private static readonly JsonService Service = new("AWSGlue", "2017-03-31", typeof(AmazonGlueException));

    public AmazonGlueClient() : base(new AmazonGlueConfig()) { }
    public AmazonGlueClient(RegionEndpoint region) : base(new AmazonGlueConfig { RegionEndpoint = region }) { }
    public AmazonGlueClient(AmazonGlueConfig config) : base(config) { }
    public AmazonGlueClient(AWSCredentials credentials) : this(credentials, new AmazonGlueConfig()) { }
    public AmazonGlueClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonGlueConfig { RegionEndpoint = region }) { }
    public AmazonGlueClient(AWSCredentials credentials, AmazonGlueConfig clientConfig) : base(credentials, clientConfig) { }
    public AmazonGlueClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonGlueConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public virtual Task<CreateDatabaseResponse> CreateDatabaseAsync(CreateDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateDatabaseResponse>(request, cancellationToken);

    public virtual Task<GetDatabaseResponse> GetDatabaseAsync(GetDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDatabaseResponse>(request, cancellationToken);

    public virtual Task<GetDatabasesResponse> GetDatabasesAsync(GetDatabasesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetDatabasesResponse>(request, cancellationToken);

    public virtual Task<UpdateDatabaseResponse> UpdateDatabaseAsync(UpdateDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateDatabaseResponse>(request, cancellationToken);

    public virtual Task<DeleteDatabaseResponse> DeleteDatabaseAsync(DeleteDatabaseRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteDatabaseResponse>(request, cancellationToken);

    public virtual Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateTableResponse>(request, cancellationToken);

    public virtual Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTableResponse>(request, cancellationToken);

    public virtual Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTablesResponse>(request, cancellationToken);

    public virtual Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateTableResponse>(request, cancellationToken);

    public virtual Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteTableResponse>(request, cancellationToken);

    public virtual Task<GetTableVersionsResponse> GetTableVersionsAsync(GetTableVersionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetTableVersionsResponse>(request, cancellationToken);

    public virtual Task<BatchCreatePartitionResponse> BatchCreatePartitionAsync(BatchCreatePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchCreatePartitionResponse>(request, cancellationToken);

    public virtual Task<GetPartitionResponse> GetPartitionAsync(GetPartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPartitionResponse>(request, cancellationToken);

    public virtual Task<GetPartitionsResponse> GetPartitionsAsync(GetPartitionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetPartitionsResponse>(request, cancellationToken);

    public virtual Task<BatchUpdatePartitionResponse> BatchUpdatePartitionAsync(BatchUpdatePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchUpdatePartitionResponse>(request, cancellationToken);

    public virtual Task<DeletePartitionResponse> DeletePartitionAsync(DeletePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeletePartitionResponse>(request, cancellationToken);

    public virtual Task<BatchDeletePartitionResponse> BatchDeletePartitionAsync(BatchDeletePartitionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchDeletePartitionResponse>(request, cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonGlueConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonGlueClient(awsCredentials, (AmazonGlueConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => pipeline.AddService();

    private Task<TResponse> CallAsync<TResponse>(AmazonGlueRequest request, CancellationToken cancellationToken) where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Service.Operation<TResponse>(), cancellationToken);
}
