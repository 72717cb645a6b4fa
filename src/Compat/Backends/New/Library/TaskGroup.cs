using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Tasks that fail together: the protocol of legacy/core/src/tasks/group.h. A group holds the places of its members and of its
/// descendants; a group that fails kills the tasks of all its places under its lock, which keeps the victims alive, for each has
/// yet to take the lock to leave. Here on the host stack, where nobody yields or is killed, so that a lock needs no more than itself.
/// </summary>
internal unsafe struct TaskGroup
{
    private long _references;
    private rust_lock* _lock;
    private bool _failing;
    private Place* _members, _descendants;

    public static TaskGroup* Make()
    {
        TaskGroup* made = Blocks.Make<TaskGroup>();
        made->_references = 1;
        made->_lock = LibraryBinding.Api->LockCreate();
        return made;
    }

    public static TaskGroup* Retain(TaskGroup* group)
    {
        Interlocked.Increment(ref group->_references);
        return group;
    }

    public static void Release(TaskGroup* group)
    {
        if (group == null || Interlocked.Decrement(ref group->_references) != 0) return;
        LibraryBinding.Api->LockDestroy(group->_lock);
        Blocks.Free(group);
    }

    /// <summary>Kills everybody but the owner of this place, which is a member; the whole runtime if it is the main group.
    /// Only the first failure does anything.</summary>
    public static void Fail(Place* mine, bool isMain)
    {
        LibraryApi* api = LibraryBinding.Api;
        TaskGroup* group = mine->Group;
        api->Lock(group->_lock);
        if (!group->_failing)
        {
            group->_failing = true;
            for (Place* other = group->_members; other != null; other = other->Next)
                if (other != mine) api->KillOther(other->Task);
            for (Place* below = group->_descendants; below != null; below = below->Next) api->KillOther(below->Task);
            if (isMain) api->KillAll(mine->Task);
        }
        api->Unlock(group->_lock);
    }

    /// <summary>Takes a place, once.</summary>
    public static PlaceTaken Take(Place* place)
    {
        TaskGroup* group = place->Group;
        LibraryBinding.Api->Lock(group->_lock);
        PlaceTaken outcome = group->_failing ? PlaceTaken.GroupFails
            : place->IsDescendant && group->_members == null ? PlaceTaken.GroupIsDead
            : PlaceTaken.Taken;
        if (outcome == PlaceTaken.Taken) Link(group, place);
        LibraryBinding.Api->Unlock(group->_lock);
        return outcome;
    }

    /// <summary>Gives a place up, and its reference to the group.</summary>
    public static void Leave(Place* place)
    {
        TaskGroup* group = place->Group;
        if (place->IsTaken)
        {
            LibraryBinding.Api->Lock(group->_lock);
            // The neighbours of a place in a group that failed may be gone.
            if (!group->_failing) Unlink(group, place);
            LibraryBinding.Api->Unlock(group->_lock);
        }
        Release(group);
    }

    private static void Link(TaskGroup* group, Place* place)
    {
        ref Place* first = ref place->IsDescendant ? ref group->_descendants : ref group->_members;
        place->Next = first;
        if (first != null) first->Previous = place;
        first = place;
        place->IsTaken = true;
    }

    private static void Unlink(TaskGroup* group, Place* place)
    {
        if (place->Previous != null) place->Previous->Next = place->Next;
        else if (place->IsDescendant) group->_descendants = place->Next;
        else group->_members = place->Next;
        if (place->Next != null) place->Next->Previous = place->Previous;
    }
}

/// <summary>What came of taking a place. A group whose members have all ended is dead: its failure can no longer come.</summary>
internal enum PlaceTaken
{
    Taken,
    GroupFails,
    GroupIsDead,
}

/// <summary>One task's place in one group.</summary>
internal unsafe struct Place
{
    public rust_task* Task;
    /// <summary>A reference.</summary>
    public TaskGroup* Group;
    public bool IsDescendant, IsTaken;
    /// <summary>In the list of the group, under its lock.</summary>
    public Place* Next, Previous;
    /// <summary>Of the same task: its next place in a group above it.</summary>
    public Place* Further;
}
