namespace Rustrt.Federation;

/// <summary>What a descriptor is watched for.</summary>
[Flags]
public enum Readiness
{
    /// <summary>Nothing: it is not watched.</summary>
    None = 0,

    /// <summary>A read would not wait: there is data, the end of it, or an error.</summary>
    Readable = 1,

    /// <summary>A write would not wait: there is room, or an error.</summary>
    Writable = 2,
}

/// <summary>Who is told by an event loop that a descriptor is ready.</summary>
public interface IReadinessTarget
{
    /// <summary>The descriptor is ready. Called inside a turn, again in each turn for as long as it stays so and is watched; may
    /// change what is watched.</summary>
    void Ready(int descriptor, Readiness what);
}
