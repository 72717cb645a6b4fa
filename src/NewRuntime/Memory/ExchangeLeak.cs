namespace Rustrt.Federation.Memory;

/// <summary>A block of the exchange heap that nobody has freed.</summary>
/// <param name="Type">Type of its elements.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Site">File and line that allocated it.</param>
public sealed record ExchangeLeak(string Type, int Length, long Bytes, string Site)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Bytes} bytes ({Type}[{Length}]) of the exchange heap, allocated at {Site}, were not freed";
}
