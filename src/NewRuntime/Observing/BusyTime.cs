namespace Rustrt.Federation;

/// <summary>
/// How long a scheduler has been awake. The clock is read when it goes to sleep and when it wakes up, and at no other time. Times are
/// ticks since the scheduler was made.
/// </summary>
internal struct BusyTime
{
    // One word, so that other threads never see half of a change. Asleep: the time so far. Awake: that time, less the moment at which it
    // woke up, less one; so it is negative.
    private long _word;

    /// <summary>Whether it is awake. The scheduler's thread.</summary>
    internal readonly bool IsAwake => _word < 0;

    /// <summary>It wakes up.</summary>
    internal void Begin(long now) => Volatile.Write(ref _word, _word - now - 1);

    /// <summary>It goes to sleep.</summary>
    internal void End(long now) => Volatile.Write(ref _word, _word + now + 1);

    /// <summary>The time so far; never less than a reading before. Any thread.</summary>
    internal long Read(Func<long> now)
    {
        while (true)
        {
            long word = Volatile.Read(ref _word);
            if (word >= 0) return word;
            long sum = word + now() + 1;
            if (Volatile.Read(ref _word) == word) return sum;
        }
    }
}
