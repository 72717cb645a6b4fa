// Memory that any thread may allocate, hand over and free, with a federation or without. Each block has one owner, which is what
// makes it safe to free it without asking anybody: the rules are those of pipe ends. A block is known by a small managed object
// (ExchangeBlock), which is used again and again, so that in steady state nothing is left for the collector.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Memory;

/// <summary>The exchange heap: unmanaged memory that is handed from owner to owner.</summary>
[Service("exchange heap", ServiceNeeds.Nothing)]
public static class ExchangeHeap
{
    private static readonly ExchangeCount s_count = new();

    private static Action<ExchangeLeak> s_leakFound = static leak => Console.Error.WriteLine($"rustrt: {leak}; nobody can free it any more");

    /// <summary>
    /// Allocates elements that are all zero. They belong to the running task, which frees them at its end at the latest; where no
    /// task runs, to the thread, which frees them itself.
    /// </summary>
    /// <param name="length">How many elements; none is allowed.</param>
    /// <param name="file">The compiler's: the place goes into reports.</param>
    /// <param name="line">The compiler's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public static Owned<T> Allocate<T>(int length = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        nint address = NativeBlock.Allocate<T>(length);
        var block = ExchangeBlockPool.Take() ?? new ExchangeBlock();
        return new Owned<T>(block, block.Begin(address, length, NativeBlock.BytesOf<T>(length), typeof(T), file, line));
    }

    /// <summary>How many blocks have been allocated and not freed, in the whole process. Roughly while others allocate.</summary>
    public static long LiveBlocks => s_count.Blocks;

    /// <summary>How many bytes they have.</summary>
    public static long LiveBytes => s_count.Bytes;

    /// <summary>
    /// Told of each block that has been lost: nobody owns it, no pipe holds it, and nobody has a handle. The block stays
    /// allocated, for foreign code may use it. By default a line on stderr. Called by the finalizer's thread; must not throw.
    /// </summary>
    public static Action<ExchangeLeak> LeakFound
    {
        get => s_leakFound;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            s_leakFound = value;
        }
    }

    internal static ExchangeCount Count => s_count;
}
