namespace SakilaPortal.LocalAws.Hosting;

/// <summary>Why LocalAws cannot start, and what to do, in a sentence for the console.</summary>
internal sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
