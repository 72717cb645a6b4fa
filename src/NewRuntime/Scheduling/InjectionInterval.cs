namespace Rustrt.Federation;

/// <summary>
/// After how many turns a scheduler looks into the injection queue before its own. A fixed number would be too many where turns
/// are long, and what is injected would wait; too few where they are short, and the lock of that queue would be taken all the time.
/// So it is as many as take 200 microseconds.
/// </summary>
internal sealed class InjectionInterval
{
    /// <summary>The interval of a scheduler that does not know its turns yet: a prime, so that it does not fall into step with a
    /// program's own period.</summary>
    internal const uint AtFirst = 61;

    private const uint Fewest = 2;
    private const uint Most = 127;
    private static readonly TimeSpan s_target = TimeSpan.FromMicroseconds(200);

    internal uint Turns { get; private set; } = AtFirst;

    /// <summary>Turns take so long on average.</summary>
    internal void Tune(TimeSpan average) =>
        Turns = (uint)Math.Clamp(s_target / TimeSpan.FromTicks(Math.Max(average.Ticks, 1)), Fewest, Most);
}
