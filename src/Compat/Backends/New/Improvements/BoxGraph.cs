// Which boxes of a task are garbage: cycles that only refer to each other. A box's references are known to its type's glue alone,
// which cannot be asked for them; what can be seen are words that look like addresses of boxes. So it is done twice:
//
//   1. Conservatively. A box whose address, or one inside it, is a word of the task's stack or registers is alive: compiled code may
//      just be filling it. So is what can be reached from there, word by word. A stale or accidental word keeps a box that nobody
//      needs, no more.
//   2. Exactly, for the others. The take glue of a type counts one reference more to whatever a copy of its value refers to. It is
//      called once for a copy of each box that is left; by how much the count of a box has grown is the number of references from
//      within. Counts are put back; a box with more references than that is alive, and so is what can be reached from it.
//
// A box that owns other memory is never looked into, since its take glue would copy that too: it is alive. It is known by a word
// that may be the address of a block of the heap.
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The boxes of a task at one moment, and which of them are alive.</summary>
internal sealed unsafe class BoxGraph
{
    /// <summary>The mark of compiled code for a box that is borrowed.</summary>
    private const long Frozen = long.MinValue;

    private const ulong LeastHeapAddress = 1 << 16, AfterHeapAddresses = 1UL << 47, HeapAlignment = 16;

    private static readonly HashSet<nint> s_neverLookedInto = [];

    private readonly List<Entry> _boxes = []; // by address
    private readonly Dictionary<nint, bool> _inImage = [];
    private readonly Queue<int> _toSpread = new();

    /// <summary>The boxes, from the head of the list in the task block.</summary>
    public BoxGraph(rust_opaque_box* newest)
    {
        for (rust_opaque_box* box = newest; box != null; box = box->next)
            _boxes.Add(new Entry { Box = box, Body = (byte*)box + LocalHeapService.HeaderFor(box->td->align), Count = box->ref_count });
        _boxes.Sort(static (a, b) => ((nuint)a.Box).CompareTo((nuint)b.Box));
    }

    /// <summary>Boxes that nothing has been seen to keep alive.</summary>
    public IEnumerable<BoxRef> Unmarked => _boxes.Where(static entry => !entry.IsAlive).Select(static entry => new BoxRef(entry.Box, entry.Body));

    /// <summary>Step 1: what these words refer to is alive. Boxes that cannot be looked into are, too.</summary>
    public void MarkFrom(params ReadOnlySpan<Words> roots)
    {
        foreach (Words words in roots)
            for (nint* word = words.First; word < words.End; word++) MarkTarget(*word);
        for (int i = 0; i < _boxes.Count; i++)
            if (!CanBeLookedInto(_boxes[i])) Mark(i);
        Spread();
    }

    /// <summary>Step 2, after the take glue has run for a copy of each unmarked box: puts the counts back and marks what has
    /// references from outside.</summary>
    public void MarkReferredToFromOutside()
    {
        for (int i = 0; i < _boxes.Count; i++)
        {
            Entry entry = _boxes[i];
            nint within = entry.Box->ref_count - entry.Count;
            entry.Box->ref_count = entry.Count;
            if (entry.Count != within) Mark(i);
        }
        Spread();
    }

    /// <summary>Boxes of this type turned out to own memory that their take glue copies.</summary>
    public static void NeverLookInto(type_desc* type)
    {
        lock (s_neverLookedInto) s_neverLookedInto.Add((nint)type);
    }

    /// <summary>Puts the counts back when step 2 cannot be finished.</summary>
    public void RestoreCounts()
    {
        foreach (Entry entry in _boxes) entry.Box->ref_count = entry.Count;
    }

    private void Spread()
    {
        while (_toSpread.TryDequeue(out int i))
        {
            Words body = _boxes[i].Content;
            for (nint* word = body.First; word < body.End; word++) MarkTarget(*word);
        }
    }

    private void MarkTarget(nint word)
    {
        if (IndexOf(word) is var i and >= 0) Mark(i);
    }

    private void Mark(int i)
    {
        Entry entry = _boxes[i];
        if (entry.IsAlive) return;
        entry.IsAlive = true;
        _toSpread.Enqueue(i);
    }

    private bool CanBeLookedInto(Entry entry)
    {
        type_desc* td = entry.Box->td;
        if (td->take == null || td->drop == null || (entry.Count & Frozen) != 0) return false;
        lock (s_neverLookedInto)
            if (s_neverLookedInto.Contains((nint)td)) return false;
        Words body = entry.Content;
        for (nint* word = body.First; word < body.End; word++)
            if (MayOwn(*word)) return false;
        return true;
    }

    private bool MayOwn(nint word) =>
        (ulong)word is >= LeastHeapAddress and < AfterHeapAddresses && (ulong)word % HeapAlignment == 0 && IndexOf(word) < 0 && !IsInImage(word);

    private bool IsInImage(nint address)
    {
        if (_inImage.TryGetValue(address, out bool known)) return known;
        ImageInfo unused;
        return _inImage[address] = LibC.FindImage(address, &unused) != 0;
    }

    /// <summary>The box that an address lies in; -1: none.</summary>
    private int IndexOf(nint address)
    {
        int low = 0, high = _boxes.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            Entry entry = _boxes[middle];
            if ((nuint)address < (nuint)entry.Box) high = middle - 1;
            else if ((nuint)address >= Math.Max((nuint)entry.Body + entry.Box->td->size, (nuint)entry.Body + 1)) low = middle + 1;
            else return middle;
        }
        return -1;
    }

    private sealed class Entry
    {
        public rust_opaque_box* Box;
        public byte* Body;
        public nint Count;
        public bool IsAlive;

        public Words Content => new((nint*)Body, (nint*)Body + Box->td->size / (nuint)sizeof(nint));
    }
}

/// <summary>A box and where its value begins.</summary>
internal readonly unsafe struct BoxRef(rust_opaque_box* box, byte* body)
{
    public readonly rust_opaque_box* Box = box;
    public readonly byte* Body = body;

    public type_desc* Type => Box->td;
}

/// <summary>Words of memory from an address to before another.</summary>
internal readonly unsafe struct Words(nint* first, nint* end)
{
    public readonly nint* First = first, End = end;
}
