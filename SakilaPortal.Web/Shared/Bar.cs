namespace SakilaPortal.Web.Shared;

/// <summary>One bar of a chart.</summary>
public sealed record Bar(string Name, double Value);
