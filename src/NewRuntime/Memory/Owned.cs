using System.Diagnostics;
using System.Runtime.CompilerServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Memory;

/// <summary>
/// Memory outside of the managed heap that has one owner, a task or a thread (<see cref="ExchangeHeap"/>). This is a handle: copies of
/// it mean the same memory. When that is sent through a pipe or released, all earlier copies are void, and using one is told.
/// </summary>
/// <typeparam name="T">Type of the elements.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Owned<T> : IDisposable, IMoved<Owned<T>>, IEquatable<Owned<T>>
    where T : unmanaged
{
    private readonly ExchangeBlock? _block;
    private readonly int _life;

    internal Owned(ExchangeBlock block, int life)
    {
        _block = block;
        _life = life;
    }

    /// <summary>How many elements there are.</summary>
    /// <exception cref="InvalidOperationException">The memory belongs to somebody else, or has been disposed of or given away.</exception>
    public int Length => Use().Length;

    /// <summary>The elements. Not to be used any more once the memory has been disposed of or given away: a span cannot tell.</summary>
    /// <inheritdoc cref="Length"/>
    public Span<T> Span
    {
        get
        {
            var block = Use();
            return NativeBlock.AsSpan<T>(block.Address, block.Length);
        }
    }

    /// <summary>The first element. The reference lasts as long as a <see cref="Span"/>.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="Length"/>; or there is no element.</exception>
    public ref T Value
    {
        get
        {
            var block = Use();
            if (block.Length == 0) throw new InvalidOperationException($"{block} has no first element.");
            return ref NativeBlock.AsReference<T>(block.Address);
        }
    }

    /// <summary>Where the memory is, for foreign code: aligned to 16 bytes. Lasts as long as a <see cref="Span"/>.</summary>
    /// <inheritdoc cref="Length"/>
    public nint Address => Use().Address;

    /// <summary>
    /// Gives the memory up to whoever uses the returned handle first, on any thread: for handles that travel inside of something else.
    /// One that is itself sent through a pipe, or is handed to a task by Spawn, needs no release.
    /// </summary>
    /// <inheritdoc cref="Length"/>
    public Owned<T> Release() => new(Use(), _block!.Leave());

    /// <summary>Frees the memory, if the caller owns it; else does nothing, so that <c>using</c> goes well with giving it away.</summary>
    public void Dispose() => _block?.FreeIfMine(_life);

    /// <summary>The memory as what Spawn hands to the new task.</summary>
    public static implicit operator Possession(Owned<T> memory) => memory.ToPossession();

    /// <summary>The memory as what Spawn hands to the new task.</summary>
    /// <inheritdoc cref="Length"/>
    public Possession ToPossession() => Use();

    /// <summary>Whether two handles mean the same memory, for the same owner.</summary>
    public bool Equals(Owned<T> other) => _block == other._block && _life == other._life;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Owned<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_block, _life);

    /// <inheritdoc cref="Equals(Owned{T})"/>
    public static bool operator ==(Owned<T> left, Owned<T> right) => left.Equals(right);

    /// <inheritdoc cref="Equals(Owned{T})"/>
    public static bool operator !=(Owned<T> left, Owned<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() =>
        _block is null ? "no memory" : _block.IsInLife(_life) ? _block.ToString() : $"{typeof(T).Name}s that were disposed of or given away";

    Owned<T> IMoved<Owned<T>>.Leave() => Release();

    void IMoved<Owned<T>>.Return() => _block!.Return(_life - 1);

    void IMoved<Owned<T>>.Arrive() => _block!.Use(_life);

    void IMoved<Owned<T>>.BeLost() => _block!.FreeUnreceived(_life);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExchangeBlock Use()
    {
        if (_block is null) ThrowDefault();
        _block.Use(_life);
        return _block;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowDefault() => throw new InvalidOperationException(
        $"This is default(Owned<{typeof(T).Name}>), not memory: {nameof(ExchangeHeap)}.{nameof(ExchangeHeap.Allocate)} makes some.");
}
