// Tasks that fail as one, and the groups of tasks that they supervise.
//
//   spawned as     the child's group
//   linked         the parent's
//   supervised     a new one, which lies in the parent's
//   unlinked       none; one of its own as soon as it spawns a linked or supervised child
//
// The first member that fails makes the group failing: all other members, and those of the groups that lie in it, are cancelled
// in the order in which they were spawned. Who comes later is cancelled from birth. A member that ends well only leaves.
//
// One lock a group, and never two at a time: what is to be cancelled is copied, and each cancellation names the life that is
// meant, so one that comes after its task's end does nothing.
namespace Rustrt.Federation;

/// <summary>Tasks that fail together.</summary>
internal sealed class LinkGroup(LinkGroup? parent)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Entry> _entries = new();
    private LinkedListNode<Entry>? _place; // in the parent
    private bool _failed;

    /// <summary>A member, or a group that lies in this one.</summary>
    internal readonly record struct Entry(Frame? Task, int Generation, LinkGroup? Group);

    /// <summary>Takes a task that is about to start in. It is cancelled from birth if the group is failing.</summary>
    internal void Enlist(Frame task)
    {
        var extras = task.Extras;
        extras.Links = this;
        extras.LinksPlace = Add(new Entry(task, task.Generation, null));
        if (extras.LinksPlace is null) task.CancelNewborn();
    }

    /// <summary>Makes the group of a supervised task.</summary>
    internal LinkGroup Supervise()
    {
        var group = new LinkGroup(this);
        group._place = Add(new Entry(null, 0, group));
        if (group._place is null) group._failed = true;
        return group;
    }

    /// <summary>A member has ended well.</summary>
    internal void Leave(TaskExtras extras)
    {
        if (extras.LinksPlace is { } place) Remove(place);
    }

    /// <summary>A member has failed.</summary>
    internal void Fail(TaskExtras extras, Scheduler? current)
    {
        Leave(extras);
        var pending = new Stack<Entry>();
        pending.Push(new Entry(null, 0, this));
        while (pending.TryPop(out var next))
        {
            if (next.Task is { } task)
            {
                task.Cancel(next.Generation, current);
                continue;
            }
            var entries = next.Group!.BecomeFailing();
            for (int i = entries.Length - 1; i >= 0; i--) pending.Push(entries[i]);
        }
    }

    private Entry[] BecomeFailing()
    {
        lock (_lock)
        {
            if (_failed) return [];
            _failed = true;
            return [.. _entries];
        }
    }

    private LinkedListNode<Entry>? Add(Entry entry)
    {
        lock (_lock) return _failed ? null : _entries.AddLast(entry);
    }

    // An empty group stays empty: only a member adds to it.
    private void Remove(LinkedListNode<Entry> place)
    {
        bool empty;
        lock (_lock)
        {
            _entries.Remove(place);
            empty = _entries.Count == 0;
        }
        if (empty && _place is { } mine) parent!.Remove(mine);
    }
}
