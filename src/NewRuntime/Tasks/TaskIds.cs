using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>
/// The numbers of tasks. A task gets one when somebody asks for it, so that those whom nobody asks about have none to keep.
/// </summary>
internal static class TaskIds
{
    private static readonly ConditionalWeakTable<Frame, Entry> s_entries = [];
    private static long s_last;

    // Of a frame, which is a task again and again: the number of the life that was asked for last.
    private sealed class Entry
    {
        internal int Life;
        internal long Id;
    }

    /// <summary>The number of a task. Any thread.</summary>
    internal static long Of(Frame task, int life)
    {
        var entry = s_entries.GetOrCreateValue(task);
        lock (entry)
        {
            if (entry.Id != 0 && entry.Life == life) return entry.Id;
            long id = Interlocked.Increment(ref s_last);
            // Who asks for a life that is over, without having noticed, must not take the number of the present one away.
            if (entry.Id == 0 || life - entry.Life > 0) (entry.Life, entry.Id) = (life, id);
            return id;
        }
    }
}
