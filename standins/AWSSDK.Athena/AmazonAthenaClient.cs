using Amazon.AwsJson;
using Amazon.Athena.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Athena;

public class AmazonAthenaClient : AmazonServiceClient, IAmazonAthena
{
    private static readonly JsonService Service = new("AmazonAthena", "2017-05-18", typeof(AmazonAthenaException));

    public AmazonAthenaClient() : base(new AmazonAthenaConfig()) { }
    public AmazonAthenaClient(RegionEndpoint region) : base(new AmazonAthenaConfig { RegionEndpoint = region }) { }
    public AmazonAthenaClient(AmazonAthenaConfig config) : base(config) { }
    public AmazonAthenaClient(AWSCredentials credentials) : this(credentials, new AmazonAthenaConfig()) { }
    public AmazonAthenaClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonAthenaConfig { RegionEndpoint = region }) { }
    public AmazonAthenaClient(AWSCredentials credentials, AmazonAthenaConfig clientConfig) : base(credentials, clientConfig) { }
    public AmazonAthenaClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAthenaConfig clientConfig) : base(awsAccessKeyId, awsSecretAccessKey, clientConfig) { }

    public virtual Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StartQueryExecutionResponse>(request, cancellationToken);

    public virtual Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetQueryExecutionResponse>(request, cancellationToken);

    public virtual Task<BatchGetQueryExecutionResponse> BatchGetQueryExecutionAsync(BatchGetQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGetQueryExecutionResponse>(request, cancellationToken);

    public virtual Task<StopQueryExecutionResponse> StopQueryExecutionAsync(StopQueryExecutionRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<StopQueryExecutionResponse>(request, cancellationToken);

    public virtual Task<ListQueryExecutionsResponse> ListQueryExecutionsAsync(ListQueryExecutionsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListQueryExecutionsResponse>(request, cancellationToken);

    public virtual Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetQueryResultsResponse>(request, cancellationToken);

    public virtual Task<CreateNamedQueryResponse> CreateNamedQueryAsync(CreateNamedQueryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateNamedQueryResponse>(request, cancellationToken);

    public virtual Task<GetNamedQueryResponse> GetNamedQueryAsync(GetNamedQueryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetNamedQueryResponse>(request, cancellationToken);

    public virtual Task<BatchGetNamedQueryResponse> BatchGetNamedQueryAsync(BatchGetNamedQueryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<BatchGetNamedQueryResponse>(request, cancellationToken);

    public virtual Task<ListNamedQueriesResponse> ListNamedQueriesAsync(ListNamedQueriesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListNamedQueriesResponse>(request, cancellationToken);

    public virtual Task<UpdateNamedQueryResponse> UpdateNamedQueryAsync(UpdateNamedQueryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateNamedQueryResponse>(request, cancellationToken);

    public virtual Task<DeleteNamedQueryResponse> DeleteNamedQueryAsync(DeleteNamedQueryRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<DeleteNamedQueryResponse>(request, cancellationToken);

    public virtual Task<CreateWorkGroupResponse> CreateWorkGroupAsync(CreateWorkGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<CreateWorkGroupResponse>(request, cancellationToken);

    public virtual Task<GetWorkGroupResponse> GetWorkGroupAsync(GetWorkGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<GetWorkGroupResponse>(request, cancellationToken);

    public virtual Task<UpdateWorkGroupResponse> UpdateWorkGroupAsync(UpdateWorkGroupRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<UpdateWorkGroupResponse>(request, cancellationToken);

    public virtual Task<ListWorkGroupsResponse> ListWorkGroupsAsync(ListWorkGroupsRequest request, CancellationToken cancellationToken = default) =>
        CallAsync<ListWorkGroupsResponse>(request, cancellationToken);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAthenaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonAthenaClient(awsCredentials, (AmazonAthenaConfig)clientConfig);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => pipeline.AddService();

    private Task<TResponse> CallAsync<TResponse>(AmazonAthenaRequest request, CancellationToken cancellationToken) where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(request, Service.Operation<TResponse>(), cancellationToken);
}
