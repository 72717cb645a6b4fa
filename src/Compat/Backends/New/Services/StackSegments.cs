using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The Rust stack of one task as a chain of segments (legacy-runtime.md section 8). The first lies in the task's reservation,
/// each that it grows is a block of its region. The truth is here: the headers that callers read are written anew whenever
/// they ask, since C code that ran in place, or a signal, may have been where one lies.
/// </summary>
internal sealed unsafe class StackSegments
{
    private const nuint RedZone = TaskStack.RedZone, LimitOffset = 256, LargestAutomatic = 1 << 20;
    private static readonly nuint s_canary = unchecked((nuint)0xABCDABCDABCDABCD);

    /// <summary>Room below a segment for a late signal of the garbage collector and for a passing failure.</summary>
    private const nuint Spare = 16 << 10;

    /// <summary>What a call of the service may have below the stack pointer that it was seen with.</summary>
    private const nint InUseBelow = 512;

    /// <summary>In the word spares.</summary>
    private const uint SpareSegments = 1;

    private readonly rustrt_task_block* _task;
    private readonly stk_seg* _ownHeader; // of the first segment, where frames lie on its place
    private readonly List<Segment> _chain = [];
    private int _current;
    private nuint _total;

    /// <summary>The segments of a task that has not grown its stack yet, with its live stack pointer.</summary>
    public StackSegments(rustrt_task_block* task, nint sp)
    {
        _task = task;
        StackWords* words = StackWords.Of(task);
        nint data = (nint)(words->RustLimit - LimitOffset - RedZone);
        nint lowest = (IsOnC(task) && words->RustSp != 0 ? words->RustSp : sp) - InUseBelow;
        if (lowest >= words->CLow && lowest < data) _ownHeader = (stk_seg*)LibC.AllocateZeroed((nuint)sizeof(stk_seg));
        _chain.Add(new(_ownHeader == null ? (stk_seg*)data - 1 : _ownHeader, data, words->Top, null));
        _total = First.UserSize;
        if (words->CSp == 0) words->CSp = Math.Min(words->CTop, lowest & -16);
        WriteHeaders();
    }

    /// <summary>The header of the segment that the task is on.</summary>
    public stk_seg* Top => Current.Header;

    /// <summary>The segments behind the first that are in use.</summary>
    public IEnumerable<Words> Grown => _chain.GetRange(1, _current).Select(segment => new Words((nint*)segment.Data, (nint*)(segment.End & -sizeof(nint))));

    /// <summary>Does C code call?</summary>
    public static bool IsOnC(rustrt_task_block* task) => StackWords.Of(task)->CDepth != 0 && Binding.Api->LimitWord() == 0;

    private Segment Current => _chain[_current];

    private Segment First => _chain[0];

    /// <summary>Writes the headers, and which is current into the task's block; one whose canary alone is damaged was damaged by the caller.</summary>
    public void WriteHeaders()
    {
        if (Top->task == _task && Top->canary != s_canary && Top != _ownHeader)
            Fatal.Assertion("segment->canary == stack_canary && \"Stack canary was overwritten\"", "rust_stack.cpp", 0, "void check_stack_canary(stk_seg*)");
        _task->stk = Top;
        for (int i = 0; i < _chain.Count; i++)
        {
            stk_seg* header = _chain[i].Header;
            header->prev = i == 0 ? null : _chain[i - 1].Header;
            header->next = i + 1 == _chain.Count ? null : _chain[i + 1].Header;
            header->end = (nuint)_chain[i].End;
            header->valgrind_id = 0;
            header->task = (rust_task*)_task;
            header->canary = s_canary;
        }
    }

    /// <summary>Makes a segment current that has room for that many user bytes: the first cached one that has, else a new one. False:
    /// the task would have more than it may.</summary>
    public bool TryGrow(nuint needed)
    {
        rustrt_environment* environment = RuntimeEnvironment.Of(_task);
        nuint size = Math.Max(environment->min_stack_size, needed);
        if (!TryReuse(size))
        {
            size = Math.Max(size, Math.Min(LargestAutomatic, Current.UserSize * 2));
            nuint allowed = StackWords.Of(_task)->Unwinding != 0 ? environment->max_stack_size * 2 : environment->max_stack_size;
            if (_total + size > allowed) return false;
            byte* block = (byte*)LocalHeap.Allocate(_task, Spare + (nuint)sizeof(stk_seg) + size + RedZone, zeroed: false);
            stk_seg* header = (stk_seg*)(block + Spare);
            *header = default; // what a segment of this task has left there is not damage that the caller did
            byte* data = (byte*)(header + 1);
            _chain.Add(new(header, (nint)data, (nint)(data + size + RedZone), block));
            _total += size;
            _current++;
        }
        Changed();
        return true;
    }

    /// <summary>Copies the stack arguments to the top of the current segment; where they begin, 16-aligned.</summary>
    public void* Push(void* arguments, nuint size)
    {
        void* sp = (void*)((nuint)Current.End - size & ~(nuint)15);
        Buffer.MemoryCopy(arguments, sp, size, size);
        return sp;
    }

    /// <summary>Back to the previous segment; false if there is none.</summary>
    public bool TryShrink()
    {
        if (_current == 0) return false;
        _current--;
        Changed();
        return true;
    }

    /// <summary>Back to the segment that a stack pointer lies in; false if it lies in none.</summary>
    public bool TryFind(nint sp)
    {
        int i = _current;
        while (i >= 0 && !(sp >= _chain[i].Data && sp <= _chain[i].End)) i--;
        // Code that was called back in place may be below the first segment; C code has been excluded.
        if (i < 0 && (sp < StackWords.Of(_task)->CLow || sp >= First.Data)) return false;
        _current = Math.Max(i, 0);
        Changed();
        return true;
    }

    /// <summary>Frees what is cached behind the current segment.</summary>
    public void FreeSpares()
    {
        while (_chain.Count > _current + 1) FreeNext();
        StackWords.Of(_task)->Spares &= ~SpareSegments;
        WriteHeaders();
    }

    /// <summary>At the task's death; the block is as if it had never asked.</summary>
    public void FreeAll()
    {
        _current = 0;
        while (_chain.Count > 1) FreeNext();
        LibC.Free(_ownHeader);
        StackWords* words = StackWords.Of(_task);
        _task->stk = null;
        words->RustLimit = First.Limit;
        words->Spares &= ~SpareSegments;
        words->CSp = Binding.Api->SegmentsImported != 0 ? words->CTop : 0;
    }

    private bool TryReuse(nuint size)
    {
        while (_chain.Count > _current + 1)
        {
            if (_chain[_current + 1].UserSize >= size)
            {
                _current++;
                return true;
            }
            FreeNext();
        }
        return false;
    }

    private void FreeNext()
    {
        Segment next = _chain[_current + 1];
        _chain.RemoveAt(_current + 1);
        _total -= next.UserSize;
        LocalHeap.Free(_task, next.Block);
    }

    private void Changed()
    {
        StackWords* words = StackWords.Of(_task);
        words->RustLimit = Current.Limit;
        words->Spares = _chain.Count > _current + 1 ? words->Spares | SpareSegments : words->Spares & ~SpareSegments;
        Binding.Api->SetLimitWord(words->RustLimit);
        WriteHeaders();
    }

    private readonly struct Segment(stk_seg* header, nint data, nint end, void* block)
    {
        public readonly stk_seg* Header = header;
        public readonly nint Data = data, End = end;
        public readonly void* Block = block;

        public nuint UserSize => (nuint)(End - Data) - RedZone;

        public ulong Limit => (ulong)Data + LimitOffset + RedZone;
    }
}
