using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The chans of weak tasks by task id. Its order is that of the C++ library's hash map, in which the old service kept them: weak tasks
/// hear of the shutdown in it, so a program's output depends on it. One list in which the ids of a bucket stand together; a new id
/// comes first in its bucket, a new bucket first in the list.
/// </summary>
internal unsafe struct WeakTaskMap
{
    public struct Node
    {
        public Node* Next;
        public nint Task;
        public rustcore_chan_one* Chan;
    }

    /// <summary>That library's primes: each is the first one that is no smaller than twice the one before, of its table.</summary>
    private static ReadOnlySpan<uint> Sizes =>
    [
        1, 13, 29, 59, 127, 257, 541, 1109, 2357, 5087, 10273, 20753, 42043, 85229, 172933, 351061, 712697, 1447153, 2938679, 5967347,
        12117689, 24607243, 49969847, 101473717, 206062531, 418450093, 849760439, 1725606181,
    ];

    private Node* _first;
    private nuint _count;
    private int _size;
    /// <summary>What stands before a bucket's first node, whose link is what counts: the head of the list is taken for a node. One block
    /// of the exchange heap, none as long as there is one bucket.</summary>
    private Node** _before;

    public readonly Node* First => _first;

    /// <summary>False: the task is in already.</summary>
    public static bool Add(WeakTaskMap* map, nint task, rustcore_chan_one* chan)
    {
        Node* node = Blocks.Make<Node>();
        *node = new() { Task = task, Chan = chan };
        if (map->Find(task) != null)
        {
            Blocks.Free(node);
            return false;
        }
        if (map->_count + 1 > Sizes[map->_size] || map->_before == null) Widen(map);
        Link(map, node);
        map->_count++;
        return true;
    }

    /// <summary>Takes a task out that is in.</summary>
    public static rustcore_chan_one* Take(WeakTaskMap* map, nint task)
    {
        nuint bucket = map->BucketOf(task);
        Node* before = map->_before[bucket];
        while (before->Next->Task != task) before = before->Next;
        Node* node = before->Next, next = node->Next;
        bool ends = next == null || map->BucketOf(next->Task) != bucket;
        if (next != null && ends) map->_before[map->BucketOf(next->Task)] = before;
        if (ends && map->_before[bucket] == before) map->_before[bucket] = null;
        before->Next = next;
        map->_count--;
        return Free(node);
    }

    /// <summary>Takes the first one out, when the others are to follow; null: there is none.</summary>
    public static rustcore_chan_one* TakeFirst(WeakTaskMap* map)
    {
        Node* node = map->_first;
        if (node == null) return null;
        map->_first = node->Next;
        return Free(node);
    }

    /// <summary>Of an empty one.</summary>
    public static void End(WeakTaskMap* map)
    {
        if (map->_before != null) Blocks.Free(map->_before);
        map->_before = null;
    }

    private readonly nuint BucketOf(nint task) => (nuint)task % Sizes[_size];

    private readonly Node* Find(nint task)
    {
        if (_before == null) return null;
        nuint bucket = BucketOf(task);
        Node* node = _before[bucket] != null ? _before[bucket]->Next : null;
        while (node != null && node->Task != task && BucketOf(node->Task) == bucket) node = node->Next;
        return node != null && node->Task == task ? node : null;
    }

    private static void Link(WeakTaskMap* map, Node* node)
    {
        Node* head = (Node*)&map->_first;
        ref Node* before = ref map->_before[map->BucketOf(node->Task)];
        if (before == null)
        {
            before = head;
            if (map->_first != null) map->_before[map->BucketOf(map->_first->Task)] = node;
        }
        node->Next = before->Next;
        before->Next = node;
    }

    private static void Widen(WeakTaskMap* map)
    {
        Node* next = map->_first;
        nuint size = Sizes[++map->_size];
        if (map->_before != null) Blocks.Free(map->_before);
        map->_before = (Node**)Blocks.Allocate(size * (nuint)sizeof(nint));
        map->_first = null;
        while (next != null)
        {
            Node* node = next;
            next = node->Next;
            Link(map, node);
        }
    }

    private static rustcore_chan_one* Free(Node* node)
    {
        rustcore_chan_one* chan = node->Chan;
        Blocks.Free(node);
        return chan;
    }
}
