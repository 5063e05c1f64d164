using Amazon.Runtime;

namespace Amazon.Athena.Model;

public class EngineVersion
{
    public string SelectedEngineVersion { get; set; }
    public string EffectiveEngineVersion { get; set; }
}

public class WorkGroupConfiguration
{
    public ResultConfiguration ResultConfiguration { get; set; }
    public bool? EnforceWorkGroupConfiguration { get; set; }
    public bool? PublishCloudWatchMetricsEnabled { get; set; }
    public long? BytesScannedCutoffPerQuery { get; set; }
    public bool? RequesterPaysEnabled { get; set; }
    public EngineVersion EngineVersion { get; set; }
}

public class Tag
{
    public string Key { get; set; }
    public string Value { get; set; }
}

public class CreateWorkGroupRequest : AmazonAthenaRequest
{
    public string Name { get; set; }
    public WorkGroupConfiguration Configuration { get; set; }
    public string Description { get; set; }
    public List<Tag> Tags { get; set; }
}

public class CreateWorkGroupResponse : AmazonWebServiceResponse;

public class GetWorkGroupRequest : AmazonAthenaRequest
{
    public string WorkGroup { get; set; }
}

public class WorkGroup
{
    public string Name { get; set; }
    public WorkGroupState State { get; set; }
    public WorkGroupConfiguration Configuration { get; set; }
    public string Description { get; set; }
    public DateTime? CreationTime { get; set; }
}

public class GetWorkGroupResponse : AmazonWebServiceResponse
{
    public WorkGroup WorkGroup { get; set; }
}

public class ResultConfigurationUpdates
{
    public string OutputLocation { get; set; }
    public bool? RemoveOutputLocation { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public bool? RemoveEncryptionConfiguration { get; set; }
    public string ExpectedBucketOwner { get; set; }
    public bool? RemoveExpectedBucketOwner { get; set; }
    public AclConfiguration AclConfiguration { get; set; }
    public bool? RemoveAclConfiguration { get; set; }
}

public class WorkGroupConfigurationUpdates
{
    public bool? EnforceWorkGroupConfiguration { get; set; }
    public ResultConfigurationUpdates ResultConfigurationUpdates { get; set; }
    public bool? PublishCloudWatchMetricsEnabled { get; set; }
    public long? BytesScannedCutoffPerQuery { get; set; }
    public bool? RemoveBytesScannedCutoffPerQuery { get; set; }
    public bool? RequesterPaysEnabled { get; set; }
    public EngineVersion EngineVersion { get; set; }
}

public class UpdateWorkGroupRequest : AmazonAthenaRequest
{
    public string WorkGroup { get; set; }
    public string Description { get; set; }
    public WorkGroupConfigurationUpdates ConfigurationUpdates { get; set; }
    public WorkGroupState State { get; set; }
}

public class UpdateWorkGroupResponse : AmazonWebServiceResponse;

public class ListWorkGroupsRequest : AmazonAthenaRequest
{
    public string NextToken { get; set; }
    public int? MaxResults { get; set; }
}

public class WorkGroupSummary
{
    public string Name { get; set; }
    public WorkGroupState State { get; set; }
    public string Description { get; set; }
    public DateTime? CreationTime { get; set; }
    public EngineVersion EngineVersion { get; set; }
}

public class ListWorkGroupsResponse : AmazonWebServiceResponse
{
    public List<WorkGroupSummary> WorkGroups { get; set; }
    public string NextToken { get; set; }
}
