using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The groups above a supervised task, nearest first, shared by all tasks below the same spawn. Each node has a lock for its rest.
/// Walkers go hand over hand, from a node's lock to the next one's; generations strictly fall along a list, so that all walkers
/// meet locks in the same order.
/// </summary>
internal unsafe struct Ancestors
{
    private long _references;
    private TaskGroup* _group;
    private Ancestors* _rest;
    private rust_lock* _lock;

    /// <summary>Takes both references; others may be null.</summary>
    public static Ancestors* Make(TaskGroup* nearest, Ancestors* others)
    {
        Ancestors* made = Blocks.Make<Ancestors>();
        *made = new() { _references = 1, _group = nearest, _rest = others, _lock = LibraryBinding.Api->LockCreate() };
        return made;
    }

    public static Ancestors* Retain(Ancestors* node)
    {
        if (node != null) Interlocked.Increment(ref node->_references);
        return node;
    }

    /// <summary>A loop where each node would else end the next one, for a list may be longer than the stack is deep.</summary>
    public static void Release(Ancestors* node)
    {
        while (node != null && Interlocked.Decrement(ref node->_references) == 0)
        {
            Ancestors* rest = node->_rest;
            TaskGroup.Release(node->_group);
            LibraryBinding.Api->LockDestroy(node->_lock);
            Blocks.Free(node);
            node = rest;
        }
    }

    /// <summary>
    /// Takes a descendant's place in every live group of the list; dead ones are cut out of it on the way. False: one is failing;
    /// the places taken so far are the caller's to leave.
    /// </summary>
    public static bool TakePlacesBelow(Ancestors** list, rust_task* task, Place** taken)
    {
        Ancestors** link = list;
        Ancestors* holder = null; // has the link in it, and is locked
        PlaceTaken outcome = PlaceTaken.Taken;
        while (outcome != PlaceTaken.GroupFails && *link != null)
        {
            Ancestors* here = Retain(*link);
            LibraryBinding.Api->Lock(here->_lock);
            outcome = TakePlace(here->_group, task, taken);
            if (outcome == PlaceTaken.Taken)
            {
                Pass(holder);
                holder = here;
                link = &here->_rest;
                continue;
            }
            if (outcome == PlaceTaken.GroupIsDead)
            {
                *link = Retain(here->_rest);
                Release(here); // the link's reference
            }
            Pass(here);
        }
        Pass(holder);
        return outcome != PlaceTaken.GroupFails;
    }

    private static PlaceTaken TakePlace(TaskGroup* group, rust_task* task, Place** taken)
    {
        Place* place = Blocks.Make<Place>();
        *place = new() { Task = task, Group = TaskGroup.Retain(group), IsDescendant = true, Further = *taken };
        PlaceTaken outcome = TaskGroup.Take(place);
        if (outcome == PlaceTaken.Taken) *taken = place;
        else Abandon(place);
        return outcome;
    }

    /// <summary>Leaves all of a task's places in groups above it.</summary>
    public static void LeavePlaces(Place* places)
    {
        while (places != null)
        {
            Place* left = places;
            places = places->Further;
            Abandon(left);
        }
    }

    private static void Abandon(Place* place)
    {
        TaskGroup.Leave(place);
        Blocks.Free(place);
    }

    private static void Pass(Ancestors* node)
    {
        if (node == null) return;
        LibraryBinding.Api->Unlock(node->_lock);
        Release(node);
    }
}
