namespace MySqlConnector;

/// <summary>
/// Ends a running statement when its caller cancels or its time is up. MySql.Data's asynchronous calls heed neither,
/// so both are a KILL QUERY over a second connection.
/// </summary>
internal sealed class Watch : IAsyncDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _registration;
    private Task _killing = Task.CompletedTask;

    public Watch(Action kill, int timeoutSeconds, CancellationToken caller)
    {
        _caller = caller;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _registration = _stop.Token.UnsafeRegister(_ => _killing = Task.Run(kill), null);
        if (timeoutSeconds > 0)
            _stop.CancelAfter(TimeSpan.FromSeconds(timeoutSeconds));
    }

    /// <summary>The statement is answered: from here on only cancelling ends the reading of its rows.</summary>
    public void StopClock() => _stop.CancelAfter(Timeout.InfiniteTimeSpan);

    public async Task<bool> While(Func<Task<bool>> advance, CancellationToken token)
    {
        await using var also = token == _caller ? default : token.UnsafeRegister(_ => _stop.Cancel(), null);
        try
        {
            var more = await advance().ConfigureAwait(false);
            if (!more && _stop.IsCancellationRequested)
                throw Interrupted(null, token);
            return more;
        }
        catch (Exception thrown) when (Failures.CanTranslate(thrown))
        {
            throw Explain(thrown, token);
        }
    }

    public Exception Explain(Exception thrown, CancellationToken token)
    {
        var failure = thrown as MySqlException ?? Failures.Translate(thrown);
        return failure.ErrorCode == MySqlErrorCode.QueryInterrupted && _stop.IsCancellationRequested ? Interrupted(failure, token) : failure;
    }

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync().ConfigureAwait(false);
        await _killing.ConfigureAwait(false);
        _stop.Dispose();
    }

    private Exception Interrupted(Exception? inner, CancellationToken token) =>
        token.IsCancellationRequested ? new OperationCanceledException("Query execution was interrupted", inner, token)
        : _caller.IsCancellationRequested ? new OperationCanceledException("Query execution was interrupted", inner, _caller)
        : new MySqlException(MySqlErrorCode.CommandTimeoutExpired, null, "The Command Timeout expired before the operation completed.", inner);
}
