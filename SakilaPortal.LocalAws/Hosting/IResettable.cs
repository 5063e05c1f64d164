namespace SakilaPortal.LocalAws.Hosting;

/// <summary>Something that keeps state and can forget it; register it to take part in a reset.</summary>
internal interface IResettable
{
    void Reset();
}
