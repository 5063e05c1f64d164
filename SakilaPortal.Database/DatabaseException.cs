namespace SakilaPortal.Database;

/// <summary>Why the database cannot be made ready; the message says what to do.</summary>
internal sealed class DatabaseException(string message, Exception? inner = null) : Exception(message, inner);
