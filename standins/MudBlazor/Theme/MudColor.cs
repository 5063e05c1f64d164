namespace MudBlazor.Utilities;

/// <summary>A colour as CSS writes it.</summary>
public class MudColor(string value)
{
    public string Value { get; } = value;

    public static implicit operator MudColor(string input) => new(input);

    public override string ToString() => Value;
}
