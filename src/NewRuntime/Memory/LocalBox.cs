using System.Diagnostics;

namespace Rustrt.Federation.Memory;

/// <summary>A box of a task's local heap, whatever is in it. It counts the references to it.</summary>
[DebuggerDisplay("{ToString(),nq}, {References} references")]
public abstract class LocalBox : IDisposable
{
    private LocalBoxState _state;

    private protected LocalBox(LocalHeap heap) => Heap = heap;

    /// <summary>How many references there are. None: the value has been released, or is being released.</summary>
    public int References { get; internal set; } = 1;

    /// <summary>The heap that it is in.</summary>
    internal LocalHeap Heap { get; }

    /// <summary>The value.</summary>
    internal abstract object Content { get; }

    /// <summary>How many boxes of the heap are older.</summary>
    internal long Number { get; init; }

    /// <summary>Neighbours in the heap's list.</summary>
    internal LocalBox? Older, Newer;

    /// <summary>For <see cref="CycleCollector{TNode}"/>.</summary>
    internal int Place { get; set; } = -1;

    /// <summary>Whether the heap looks for cycles from here next time.</summary>
    internal bool IsSuspect { get; set; }

    internal LocalBoxState State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>
    /// Drops a reference. With the last one the value is released before this returns, or, if this is called while another
    /// value is released, soon after.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no reference left to drop, or another task called.</exception>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Heap.Drop(this);
    }

    /// <summary>Throws unless a value of a heap may hold a reference to the box.</summary>
    internal void CheckTraced(LocalHeap heap)
    {
        if (Heap != heap) throw new InvalidOperationException($"{this} is in the local heap of another task than the value that refers to it.");
        if (_state == LocalBoxState.Released) throw IsReleased();
    }

    /// <summary>What to throw when a box is used whose value has been released.</summary>
    internal InvalidOperationException IsReleased() => new(
        $"{this} has been released: its last reference was dropped, a collection found that only garbage refers to it, or its task has ended.");

    /// <inheritdoc/>
    public override string ToString() => $"LocalBox<{Content.GetType().Name}>";

    /// <summary>Adds a reference.</summary>
    private protected void Add() => Heap.Add(this);
}

/// <summary>What has become of a box.</summary>
internal enum LocalBoxState : byte
{
    /// <summary>It is in use, or its value is about to be released.</summary>
    Present,

    /// <summary>It is released together with others; until all are, those can look at its value.</summary>
    Condemned,

    /// <summary>Its value has been released.</summary>
    Released,
}

/// <summary>
/// A value of the running task, which is released when nobody refers to it any more: at once and in a defined order, not when the
/// collector comes by. References are counted: <see cref="Share"/> adds one, <see cref="LocalBox.Dispose"/> drops one. Made by
/// <see cref="LocalHeap.Box"/>; only its task can use it.
/// </summary>
/// <typeparam name="T">Type of the value. If it is <see cref="IDisposable"/> that is called once; if it refers to other boxes it
/// says so by <see cref="ILocalReferences"/>.</typeparam>
public sealed class LocalBox<T> : LocalBox
    where T : class
{
    private readonly T _value;

    internal LocalBox(LocalHeap heap, T value)
        : base(heap) => _value = value;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It has been released, or another task asked.</exception>
    public T Value
    {
        get
        {
            Heap.CheckUser();
            return State == LocalBoxState.Released ? throw IsReleased() : _value;
        }
    }

    internal override object Content => _value;

    /// <summary>Adds a reference, for whoever is given the result.</summary>
    /// <returns>The box itself.</returns>
    /// <exception cref="InvalidOperationException">The value has been released or is being released, or another task called.</exception>
    public LocalBox<T> Share()
    {
        Add();
        return this;
    }
}
