using Amazon.Athena.Model;
using Amazon.Runtime;

namespace Amazon.Athena;

public interface IAmazonAthena : IAmazonService, IDisposable
{
    Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken = default);
    Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken = default);
    Task<BatchGetQueryExecutionResponse> BatchGetQueryExecutionAsync(BatchGetQueryExecutionRequest request, CancellationToken cancellationToken = default);
    Task<StopQueryExecutionResponse> StopQueryExecutionAsync(StopQueryExecutionRequest request, CancellationToken cancellationToken = default);
    Task<ListQueryExecutionsResponse> ListQueryExecutionsAsync(ListQueryExecutionsRequest request, CancellationToken cancellationToken = default);
    Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken = default);
    Task<CreateNamedQueryResponse> CreateNamedQueryAsync(CreateNamedQueryRequest request, CancellationToken cancellationToken = default);
    Task<GetNamedQueryResponse> GetNamedQueryAsync(GetNamedQueryRequest request, CancellationToken cancellationToken = default);
    Task<BatchGetNamedQueryResponse> BatchGetNamedQueryAsync(BatchGetNamedQueryRequest request, CancellationToken cancellationToken = default);
    Task<ListNamedQueriesResponse> ListNamedQueriesAsync(ListNamedQueriesRequest request, CancellationToken cancellationToken = default);
    Task<UpdateNamedQueryResponse> UpdateNamedQueryAsync(UpdateNamedQueryRequest request, CancellationToken cancellationToken = default);
    Task<DeleteNamedQueryResponse> DeleteNamedQueryAsync(DeleteNamedQueryRequest request, CancellationToken cancellationToken = default);
    Task<CreateWorkGroupResponse> CreateWorkGroupAsync(CreateWorkGroupRequest request, CancellationToken cancellationToken = default);
    Task<GetWorkGroupResponse> GetWorkGroupAsync(GetWorkGroupRequest request, CancellationToken cancellationToken = default);
    Task<UpdateWorkGroupResponse> UpdateWorkGroupAsync(UpdateWorkGroupRequest request, CancellationToken cancellationToken = default);
    Task<ListWorkGroupsResponse> ListWorkGroupsAsync(ListWorkGroupsRequest request, CancellationToken cancellationToken = default);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAthenaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonAthenaClient(awsCredentials, (AmazonAthenaConfig)clientConfig);
}
