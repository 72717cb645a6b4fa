// A block of the exchange heap, and whose it is.
//
//   _life    counts up whenever the block is freed or goes its way to an unknown owner. A handle names the life that it was made
//            for, so every earlier copy of a handle is void, and whoever still uses one is told.
//   _owner   who may use it: a task, or a thread; null while it is on its way. Changed by the owner, and by compare-exchange from
//            null: of two who use a released handle at the same moment one becomes the owner, the other is told.
//
// A task's blocks are in a list that the task alone touches (TaskExtras.Memory), and a spawner before the task starts; they are
// freed when it ends. A thread's are in none: nothing is told when a thread ends, and what it leaves behind is found by the
// finalizer, which reports and frees nothing.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Memory;

/// <summary>What is known of a block. Used for one after the other.</summary>
internal sealed class ExchangeBlock : Possession
{
    /// <summary>Neighbours in the owner's list, or in the pool.</summary>
    internal ExchangeBlock? Next, Previous;

    private Waiter? _owner;
    private int _life;
    private long _bytes;
    private Type? _type;
    private string _file = "";
    private int _line;
    private ExchangeLedger? _ledger;

    ~ExchangeBlock()
    {
        if (Address != 0) ExchangeHeap.LeakFound(Describe());
    }

    /// <summary>Where the memory is; 0 if there is none.</summary>
    internal nint Address { get; private set; }

    /// <summary>How many elements it has.</summary>
    internal int Length { get; private set; }

    /// <summary>Whether a handle is still good for somebody.</summary>
    internal bool IsInLife(int life) => Volatile.Read(ref _life) == life && Address != 0;

    /// <summary>Takes charge of memory that has just been allocated, for the caller. Returns the life.</summary>
    internal int Begin(nint address, int length, long bytes, Type type, string file, int line)
    {
        Address = address;
        Length = length;
        _bytes = bytes;
        _type = type;
        _file = file;
        _line = line;
        ExchangeHeap.Count.Add(1, bytes);
        _ledger = Scheduler.Current?.Group.Federation.Ledger;
        _ledger?.Add(this);
        BecomeOf(User());
        return _life;
    }

    /// <summary>Throws unless the caller owns the block, or may become its owner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Use(int life)
    {
        var user = User();
        if (Volatile.Read(ref _owner) != user) Adopt(user, life);
        else if (_life != life) ThrowVoid();
    }

    /// <summary>The owner, who has just used it, gives it up to whoever comes with the returned life.</summary>
    internal int Leave()
    {
        Unlist();
        int life = ++_life; // before the owner goes: a handle of the old life must not become the owner's
        Volatile.Write(ref _owner, null);
        return life;
    }

    /// <summary>It could not be given away after all: the handle before is good again. Unless somebody peeked and has it by now.</summary>
    internal void Return(int life)
    {
        var user = User();
        if (Interlocked.CompareExchange(ref _owner, user, null) is not null) return;
        _life = life;
        List(user);
    }

    /// <summary>Frees the memory if the caller owns it.</summary>
    internal void FreeIfMine(int life)
    {
        if (Volatile.Read(ref _owner) == User() && _life == life) Free();
        else if (Volatile.Read(ref _owner) is null && IsInLife(life)) FreeUnreceived(life);
    }

    /// <summary>Nobody will use a handle that is on its way.</summary>
    internal void FreeUnreceived(int life)
    {
        Adopt(User(), life);
        Free();
    }

    /// <summary>Frees the memory: the owner, or the end of the owner.</summary>
    internal void Free()
    {
        Unlist();
        nint address = Address;
        Address = 0;
        _life++;
        Volatile.Write(ref _owner, null);
        _ledger?.Remove(this);
        _ledger = null;
        ExchangeHeap.Count.Add(-1, -_bytes);
        NativeBlock.Free(address);
        ExchangeBlockPool.Return(this);
    }

    /// <inheritdoc/>
    internal override void CheckOwner()
    {
        if (Volatile.Read(ref _owner) != User()) ThrowForeign(User());
    }

    /// <inheritdoc/>
    internal override void HandOver(Waiter task)
    {
        Unlist();
        BecomeOf(task); // the handles that its method was called with stay good
    }

    /// <summary>What a report says of it.</summary>
    internal ExchangeLeak Describe() => new(_type!.Name, Length, _bytes, $"{Path.GetFileName(_file)}:{_line}");

    /// <inheritdoc/>
    public override string ToString() => $"{_type?.Name}[{Length}] of the exchange heap";

    private static Waiter User() => Place.Here is { Running: { } task } ? task : ThreadWaiter.Current;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Adopt(Waiter user, int life)
    {
        if (Volatile.Read(ref _life) != life || Address == 0) ThrowVoid();
        if (Interlocked.CompareExchange(ref _owner, user, null) is not null) ThrowForeign(user);
        if (_life != life) // it has had an owner in between, who gave it to another
        {
            Volatile.Write(ref _owner, null);
            ThrowVoid();
        }
        List(user);
    }

    private void BecomeOf(Waiter owner)
    {
        List(owner);
        Volatile.Write(ref _owner, owner);
    }

    private void List(Waiter owner)
    {
        if (owner is not Frame task) return;
        var extras = task.Extras;
        Next = extras.Memory;
        if (Next is not null) Next.Previous = this;
        extras.Memory = this;
    }

    private void Unlist()
    {
        if (_owner is not Frame task) return;
        if (Previous is null) task.Extras.Memory = Next;
        else Previous.Next = Next;
        if (Next is not null) Next.Previous = Previous;
        Next = Previous = null;
    }

    [DoesNotReturn]
    private void ThrowForeign(Waiter user) => throw new InvalidOperationException(
        $"{this} belongs to {Volatile.Read(ref _owner)?.ToString() ?? "nobody yet"}, and {user} used it. Memory has one owner, which hands it "
        + "over: to a task that it spawns, through a pipe, or by Release.");

    [DoesNotReturn]
    private static void ThrowVoid() => throw new InvalidOperationException(
        "This handle is void: the memory has been disposed of, or given away. What was sent belongs to whoever receives it.");
}
