namespace SakilaPortal.AppHost.MySql;

/// <summary>No MySQL can be had on this machine; the message says what to do about it.</summary>
internal sealed class MySqlUnavailableException(string message) : Exception(message);
