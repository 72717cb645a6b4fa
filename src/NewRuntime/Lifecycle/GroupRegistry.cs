// The groups of a federation by id, and the wait for the last of them.
//
// A group passes through three stages here: open (found by its id), ended (its id is unknown, its schedulers are leaving)
// and gone (its last scheduler has left). The federation is done when every group is gone.
namespace Rustrt.Federation;

/// <summary>The groups there are.</summary>
internal sealed class GroupRegistry
{
    private readonly Dictionary<int, SchedulerGroup> _open = [];
    private readonly List<Thread> _threads = [];
    private SchedulerGroup[] _groups = [];
    private int _lastId;
    private int _present; // open and ended groups

    /// <summary>Guards everything here. A plain object: <see cref="Monitor"/> is needed to wait.</summary>
    internal object Lock { get; } = new();

    /// <summary>The open groups; an array that is replaced, never changed.</summary>
    internal SchedulerGroup[] Groups => Volatile.Read(ref _groups);

    /// <summary>Registers the group that <paramref name="create"/> makes for the next id. Ids start at 1 and are never reused.</summary>
    internal SchedulerGroup Add(Func<int, SchedulerGroup> create)
    {
        lock (Lock)
        {
            var group = create(checked(++_lastId));
            _open.Add(group.Id, group);
            _present++;
            Volatile.Write(ref _groups, [.. _groups, group]);
            return group;
        }
    }

    internal SchedulerGroup? Find(int id)
    {
        lock (Lock) return _open.GetValueOrDefault(id);
    }

    /// <summary>Open to ended.</summary>
    internal void Ended(SchedulerGroup group)
    {
        lock (Lock)
        {
            _open.Remove(group.Id);
            Volatile.Write(ref _groups, [.. _groups.Where(g => g != group)]);
        }
    }

    /// <summary>Ended to gone.</summary>
    internal void Gone()
    {
        lock (Lock)
        {
            if (--_present == 0) Monitor.PulseAll(Lock);
        }
    }

    /// <summary>Remembers a scheduler's thread, so that <see cref="WaitUntilAllGone"/> joins it.</summary>
    internal void ThreadStarted(Thread thread)
    {
        lock (Lock)
        {
            _threads.RemoveAll(t => !t.IsAlive);
            _threads.Add(thread);
        }
    }

    /// <summary>Waits until every group is gone and its threads have ended.</summary>
    internal void WaitUntilAllGone()
    {
        Thread[] threads;
        lock (Lock)
        {
            while (_present > 0) Monitor.Wait(Lock);
            threads = [.. _threads];
        }
        foreach (var thread in threads) thread.Join();
    }
}
