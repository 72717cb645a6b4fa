using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// Deflate streams in one call, memory to memory, over zlib, which is opened by the first of them. Callers speak of flags as the
/// original's compressor knew them; what zlib has no counterpart for is served by the nearest it has.
/// </summary>
internal static unsafe partial class Deflate
{
    private const int ProbesMask = 0xfff, WriteHeader = 0x1000, GreedyParsing = 0x4000, RunLengthMatches = 0x10000, FilterMatches = 0x20000,
        OnlyStaticBlocks = 0x40000, OnlyRawBlocks = 0x80000, ParseHeader = 1;

    private const int WindowBits = 15, RawWindowBits = -WindowBits, MemoryLevel = 8, Method = 8;
    private const int Filtered = 1, HuffmanOnly = 2, RunLength = 3, Fixed = 4;
    private const int NoFlush = 0, Finish = 4;
    private const int Ok = 0, StreamEnd = 1, BufferError = -5;

    /// <summary>With its check bits, behind 0x78: whatever the effort, the original's header named the least.</summary>
    private const byte LeastEffort = 0x01;

    private const nuint SmallestOutput = 128;

    // The original named its levels by their probes; more than 512 are the highest. zlib's first three are greedy.
    private static readonly (int Probes, int Level)[] s_greedy = [(1, 1), (6, 2), (int.MaxValue, 3)];
    private static readonly (int Probes, int Level)[] s_lazy = [(16, 4), (32, 5), (128, 6), (256, 7), (512, 8), (int.MaxValue, 9)];

    /// <summary>A block of the C library, which the caller frees, with its length; null and 0 on failure; null where nobody wants the
    /// length.</summary>
    public static void* Compress(void* source, nuint length, nuint* outLength, int flags)
    {
        if (outLength == null) return null;
        *outLength = 0;
        if (source == null && length != 0) return null;
        ZStream stream = default;
        int bits = (flags & WriteHeader) != 0 ? WindowBits : RawWindowBits;
        fixed (byte* version = "1\0"u8)
            if (DeflateInit(&stream, LevelOf(flags), Method, bits, MemoryLevel, StrategyOf(flags), version, sizeof(ZStream)) != Ok) return null;
        byte* result = Run(&stream, source, length, outLength, &DeflateStep);
        _ = DeflateEnd(&stream);
        if (result != null && (flags & WriteHeader) != 0) result[1] = LeastEffort;
        return result;
    }

    /// <summary>The same way back. Null for what is no stream, for one that is cut off, and for an empty one: the original only allocated
    /// when the first byte came out. Bytes behind the end are ignored.</summary>
    public static void* Decompress(void* source, nuint length, nuint* outLength, int flags)
    {
        *outLength = 0;
        ZStream stream = default;
        fixed (byte* version = "1\0"u8)
            if (InflateInit(&stream, (flags & ParseHeader) != 0 ? WindowBits : RawWindowBits, version, sizeof(ZStream)) != Ok) return null;
        byte* result = Run(&stream, source, length, outLength, &InflateStep);
        _ = InflateEnd(&stream);
        if (*outLength != 0) return result;
        LibC.Free(result);
        return null;
    }

    /// <summary>Drives a stream from one whole input to one output that grows. zlib counts in unsigned int, so that both are handed over in
    /// parts.</summary>
    private static byte* Run(ZStream* stream, void* source, nuint length, nuint* outLength, delegate*<ZStream*, int, int> step)
    {
        byte* input = (byte*)source, output = null;
        nuint used = 0, capacity = 0;
        while (true)
        {
            if (used == capacity)
            {
                capacity = Math.Max(capacity * 2, SmallestOutput);
                byte* larger = (byte*)LibC.Reallocate(output, capacity);
                if (larger == null) break;
                output = larger;
            }
            uint inPart = (uint)Math.Min(length, uint.MaxValue), outPart = (uint)Math.Min(capacity - used, uint.MaxValue);
            stream->NextIn = input;
            stream->AvailableIn = inPart;
            stream->NextOut = output + used;
            stream->AvailableOut = outPart;
            int result = step(stream, inPart == length ? Finish : NoFlush);
            // A buffer error with room left means that the input ended before the stream did.
            if (result is not (Ok or StreamEnd) && !(result == BufferError && stream->AvailableOut == 0)) break;
            input += inPart - stream->AvailableIn;
            length -= inPart - stream->AvailableIn;
            used += outPart - stream->AvailableOut;
            if (result != StreamEnd) continue;
            *outLength = used;
            return output;
        }
        LibC.Free(output);
        return null;
    }

    private static int LevelOf(int flags)
    {
        if ((flags & OnlyRawBlocks) != 0) return 0;
        return ((flags & GreedyParsing) != 0 ? s_greedy : s_lazy).First(step => step.Probes >= (flags & ProbesMask)).Level;
    }

    private static int StrategyOf(int flags)
    {
        if ((flags & OnlyStaticBlocks) != 0) return Fixed;
        if ((flags & ProbesMask) == 0) return HuffmanOnly;
        if ((flags & RunLengthMatches) != 0) return RunLength;
        return (flags & FilterMatches) != 0 ? Filtered : 0;
    }

    private const string Zlib = "libz.so.1";

    /// <summary>z_stream of zlib.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ZStream
    {
        public byte* NextIn;
        public uint AvailableIn;
        public nuint TotalIn;
        public byte* NextOut;
        public uint AvailableOut;
        public nuint TotalOut;
        public nint Message, State, Allocate, Free, Opaque;
        public int DataType;
        public nuint Adler, Reserved;
    }

    [LibraryImport(Zlib, EntryPoint = "deflateInit2_")]
    private static partial int DeflateInit(ZStream* stream, int level, int method, int windowBits, int memoryLevel, int strategy, byte* version, int size);

    [LibraryImport(Zlib, EntryPoint = "deflate")]
    private static partial int DeflateStep(ZStream* stream, int flush);

    [LibraryImport(Zlib, EntryPoint = "deflateEnd")]
    private static partial int DeflateEnd(ZStream* stream);

    [LibraryImport(Zlib, EntryPoint = "inflateInit2_")]
    private static partial int InflateInit(ZStream* stream, int windowBits, byte* version, int size);

    [LibraryImport(Zlib, EntryPoint = "inflate")]
    private static partial int InflateStep(ZStream* stream, int flush);

    [LibraryImport(Zlib, EntryPoint = "inflateEnd")]
    private static partial int InflateEnd(ZStream* stream);
}
