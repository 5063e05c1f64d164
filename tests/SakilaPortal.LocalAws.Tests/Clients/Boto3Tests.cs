namespace SakilaPortal.LocalAws.Tests.Clients;

public sealed class Boto3Tests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    [Boto3Fact]
    public Task OddKeysAndMetadataSurviveARoundTrip() => Python("""
        s3.create_bucket(Bucket='odd')
        keys = ['/leading', '//two', 'a//b', '../up', 'a/../b', 'sp ace+plus', 'pct%41', 'ünï/日本/🎬', '*[x]{y}', 'trailing/', "q'<>&"]
        for key in keys:
            s3.put_object(Bucket='odd', Key=key, Body=key.encode(), Metadata={'kind': 'odd'})
        for key in keys:
            answer = s3.get_object(Bucket='odd', Key=key)
            assert answer['Body'].read() == key.encode(), key
            assert answer['Metadata'] == {'kind': 'odd'}
        listed = [item['Key'] for page in s3.get_paginator('list_objects_v2').paginate(Bucket='odd', PaginationConfig={'PageSize': 3}) for item in page['Contents']]
        assert listed == sorted(keys, key=lambda key: key.encode()), listed
        answer = s3.delete_objects(Bucket='odd', Delete={'Objects': [{'Key': key} for key in keys]})
        assert len(answer['Deleted']) == len(keys) and 'Contents' not in s3.list_objects_v2(Bucket='odd')
        """);

    [Boto3Fact]
    public Task ConditionsChecksumsAndPresignedAddressesAreServed() => Python("""
        import hashlib, base64, urllib.request
        s3.create_bucket(Bucket='checks')
        digest = base64.b64encode(hashlib.sha256(b'x').digest()).decode()
        assert s3.put_object(Bucket='checks', Key='k', Body=b'x', ChecksumSHA256=digest)['ChecksumSHA256'] == digest
        s3.put_object(Bucket='checks', Key='c', Body=b'y', ChecksumAlgorithm='CRC32')
        assert s3.head_object(Bucket='checks', Key='k', ChecksumMode='ENABLED')['ChecksumSHA256'] == digest
        url = s3.generate_presigned_url('get_object', Params={'Bucket': 'checks', 'Key': 'k'})
        assert urllib.request.urlopen(url).read() == b'x'
        put = s3.generate_presigned_url('put_object', Params={'Bucket': 'checks', 'Key': 'p'})
        urllib.request.urlopen(urllib.request.Request(put, data=b'presigned', method='PUT'))
        assert s3.get_object(Bucket='checks', Key='p', Range='bytes=3-')['Body'].read() == b'signed'
        assert s3.get_bucket_location(Bucket='checks')['LocationConstraint'] is None
        s3.put_bucket_encryption(Bucket='checks', ServerSideEncryptionConfiguration={'Rules': [{'ApplyServerSideEncryptionByDefault': {'SSEAlgorithm': 'AES256'}}]})
        assert s3.get_bucket_encryption(Bucket='checks')['ServerSideEncryptionConfiguration']['Rules'][0]['ApplyServerSideEncryptionByDefault']['SSEAlgorithm'] == 'AES256'
        assert s3.put_object(Bucket='checks', Key='e', Body=b'')['ServerSideEncryption'] == 'AES256'
        for call, code in ((lambda: s3.head_bucket(Bucket='nope'), '404'), (lambda: s3.get_object(Bucket='checks', Key='nope'), 'NoSuchKey'),
                           (lambda: s3.get_bucket_tagging(Bucket='checks'), 'NotImplemented')):
            try: call(); assert False, code
            except ClientError as error: assert error.response['Error']['Code'] == code, error
        """);

    [Boto3Fact]
    public Task QueriesRunAndTheirResultsArePaged() => Python("""
        import time
        athena = boto3.client('athena', endpoint_url=endpoint)
        s3.create_bucket(Bucket='boto-results')
        def run(sql):
            id = athena.start_query_execution(QueryString=sql, ResultConfiguration={'OutputLocation': 's3://boto-results/out/'})['QueryExecutionId']
            while (execution := athena.get_query_execution(QueryExecutionId=id)['QueryExecution'])['Status']['State'] in ('QUEUED', 'RUNNING'): time.sleep(0.01)
            return id, execution
        id, execution = run('SELECT n, CAST(NULL AS varchar) AS nothing FROM UNNEST(sequence(1, 2500)) AS t(n) ORDER BY n')
        assert execution['Status']['State'] == 'SUCCEEDED', execution
        rows = [row['Data'] for page in athena.get_paginator('get_query_results').paginate(QueryExecutionId=id) for row in page['ResultSet']['Rows']]
        assert rows[0] == [{'VarCharValue': 'n'}, {'VarCharValue': 'nothing'}] and rows[2500] == [{'VarCharValue': '2500'}, {}], rows[2500]
        csv = s3.get_object(Bucket='boto-results', Key=f'out/{id}.csv')['Body'].read()
        assert csv.startswith(b'"n","nothing"\n"1",\n'), csv[:40]
        id, execution = run('SELECT 1 / 0')
        assert execution['Status']['StateChangeReason'] == 'DIVISION_BY_ZERO: Division by zero' and execution['Status']['AthenaError']['ErrorCategory'] == 2
        try: run('SELEC 1'); assert False
        except athena.exceptions.InvalidRequestException as error: assert "mismatched input 'SELEC'" in str(error), error
        """);

    private Task<string> Python(string script) => ForeignClient.RunAsync(server, Boto3FactAttribute.Program, "-c", $"""
        import os, boto3
        from botocore.config import Config
        from botocore.exceptions import ClientError
        endpoint = os.environ['ENDPOINT']
        s3 = boto3.client('s3', endpoint_url=endpoint, config=Config(signature_version='s3v4'))
        {script}
        """);
}
