// How the end of everything is noticed: the live count.
//
// It is the sum over all groups of their live tasks (TaskCount) plus an adjustment made by hand for weak tasks. Nobody
// keeps the sum. It only matters whether a decrement brought it to zero, and while no adjustment is outstanding a group
// that still has tasks answers that alone, from its own word.
//
// The decrement that brings the sum to zero must find out:
//   1. each decrement changes its word by an interlocked operation (a full fence);
//   2. then it reads all the others. Of several decrements the last in the order of their fences sees all of them.
// A sum above zero in one pass settles it: a word that was read too high belongs to a decrement whose own step 2 is still
// to come. A sum of zero might be put together from different moments (a task seen dead that another, not yet counted,
// outlives), so it is believed only when two passes in a row read the same words. Every word carries a count of changes
// upwards; words that are equal twice did not change in between, so all of them held at one moment.
// A sum below zero means that concurrent decrements went past zero before either looked: it has been zero.
namespace Rustrt.Federation;

/// <summary>The number of non-weak tasks of a federation, as far as anybody needs to know it.</summary>
internal sealed class LiveCount(GroupRegistry registry)
{
    // bits 0..31: the signed adjustment; bits 32..63: how often it was changed
    private long _adjustment;

    /// <summary>Called before a group's word is read: for tests that move tasks between the readings of one pass.</summary>
    internal Action<SchedulerGroup>? TestHookBeforeReading { get; init; }

    /// <summary>Whether a decrement must look at the whole sum even if its own group has tasks left.</summary>
    internal bool IsAdjusted => (int)Volatile.Read(ref _adjustment) != 0;

    /// <summary>Adjusts the count by hand.</summary>
    internal void Adjust(int by)
    {
        long before, after;
        do
        {
            before = Volatile.Read(ref _adjustment);
            after = (((before >> 32) + 1) << 32) | (uint)((int)before + by);
        }
        while (Interlocked.CompareExchange(ref _adjustment, after, before) != before);
    }

    /// <summary>Whether the sum is, or has been, zero; to be asked after a decrement.</summary>
    internal bool HasReachedZero()
    {
        if (Sum(registry.Groups) > 0) return false;
        lock (registry.Lock) // no group joins or leaves between the passes
        {
            var groups = registry.Groups;
            var first = new long[groups.Length + 1];
            while (true)
            {
                int sum = Collect(groups, first);
                if (sum > 0) return false;
                if (StillHolds(groups, first)) return true;
            }
        }
    }

    private int Sum(SchedulerGroup[] groups)
    {
        int sum = (int)Volatile.Read(ref _adjustment);
        foreach (var group in groups) sum += Read(group).Live;
        return sum;
    }

    private int Collect(SchedulerGroup[] groups, long[] words)
    {
        int sum = (int)(words[^1] = Volatile.Read(ref _adjustment));
        for (int i = 0; i < groups.Length; i++)
        {
            var reading = Read(groups[i]);
            words[i] = reading.Word;
            sum += reading.Live;
        }
        return sum;
    }

    private bool StillHolds(SchedulerGroup[] groups, long[] words)
    {
        for (int i = 0; i < groups.Length; i++)
        {
            if (Read(groups[i]).Word != words[i]) return false;
        }
        return Volatile.Read(ref _adjustment) == words[^1];
    }

    private TaskCountReading Read(SchedulerGroup group)
    {
        TestHookBeforeReading?.Invoke(group);
        return group.Tasks.Read();
    }
}
