namespace Rustrt.Federation;

/// <summary>
/// Since when tasks wait, as far as somebody has looked: a wait has a number, so the same number seen twice is the same wait. A task
/// that is not looked at writes nothing down.
/// </summary>
internal sealed class WaitTimes(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private Dictionary<Frame, (uint Wait, long Since)> _seen = [];

    /// <summary>Looks at tasks: all of those that there are.</summary>
    internal void Note(IEnumerable<Frame> tasks)
    {
        long now = clock.GetTimestamp();
        lock (_lock)
        {
            var seen = new Dictionary<Frame, (uint, long)>();
            foreach (var task in tasks)
            {
                if (task.ParkedWait is not 0 and var wait)
                    seen[task] = _seen.TryGetValue(task, out var before) && before.Wait == wait ? before : (wait, now);
            }
            _seen = seen;
        }
    }

    /// <summary>How long a wait has lasted at least.</summary>
    internal TimeSpan AtLeast(Frame task, uint wait)
    {
        lock (_lock)
            return _seen.TryGetValue(task, out var seen) && seen.Wait == wait ? clock.GetElapsedTime(seen.Since) : TimeSpan.Zero;
    }
}
