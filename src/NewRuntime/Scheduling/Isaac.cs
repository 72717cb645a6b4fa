// ISAAC with the word sizes of the old runtime: state words of 64 bits, results of 32. Seeding mixes unmasked words, one
// generation masks to 32 bits. That is not the published sequence of either width, but it is the one that RUST_SEED has
// always given (tests/conformance, d_rand.*).
//
// The context is caller memory of Words words, laid out as the old callers saw it:
//   0 count of results not yet handed out | 1..256 results | 257..512 memory | 513 a | 514 b | 515 c
using System.Buffers.Binary;
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>The random generator of the old runtime, over its own memory or over a caller's.</summary>
[DebuggerDisplay("{_context.Length} words")]
public sealed class Isaac
{
    /// <summary>Size of a context in words of 8 bytes.</summary>
    public const int Words = 516;

    /// <summary>Bytes of a seed that are used; shorter ones are filled up with zeroes.</summary>
    public const int SeedBytes = Size * 8;

    private const int Size = 256;
    private const int Results = 1;
    private const int Memory = Results + Size;
    private const int A = Memory + Size;
    private const int B = A + 1;
    private const int C = A + 2;
    private const ulong GoldenRatio = 0x9e3779b9;
    private const ulong SeedStep = 0x7ed55d16;
    private const ulong ResultMask = 0xffffffff;

    private readonly ulong[] _context = new ulong[Words];

    /// <summary>A generator expanded from an integer, as RUST_SEED is.</summary>
    public Isaac(int seed) => Initialize(_context, seed);

    /// <summary>A generator from up to <see cref="SeedBytes"/> bytes; none at all is valid too.</summary>
    public Isaac(ReadOnlySpan<byte> seed) => Initialize(_context, seed);

    /// <summary>The next result: 32 bits.</summary>
    public ulong Next() => Next(_context);

    /// <summary>Fills a context from an integer.</summary>
    public static void Initialize(Span<ulong> context, int seed)
    {
        Clear(context);
        ulong x = (ulong)(long)seed;
        foreach (ref ulong word in context.Slice(Results, Size))
        {
            word = x;
            x = unchecked(x + SeedStep + (x << 12));
        }
        Mix(context);
    }

    /// <summary>Fills a context from bytes, of which <see cref="SeedBytes"/> count.</summary>
    public static void Initialize(Span<ulong> context, ReadOnlySpan<byte> seed)
    {
        Clear(context);
        Span<byte> padded = stackalloc byte[SeedBytes];
        padded.Clear();
        seed[..Math.Min(seed.Length, SeedBytes)].CopyTo(padded);
        for (int i = 0; i < Size; i++)
            context[Results + i] = BinaryPrimitives.ReadUInt64LittleEndian(padded[(i * 8)..]);
        Mix(context);
    }

    /// <summary>The next result of a context: 32 bits.</summary>
    public static ulong Next(Span<ulong> context)
    {
        if (context[0] == 0)
        {
            Generate(context);
            context[0] = Size;
        }
        return context[Results + (int)--context[0]];
    }

    private static void Clear(Span<ulong> context)
    {
        if (context.Length < Words)
            throw new ArgumentException($"An ISAAC context has {Words} words, this memory has {context.Length}.", nameof(context));
        context[..Words].Clear();
    }

    private static void Mix(Span<ulong> context)
    {
        Span<ulong> lanes = stackalloc ulong[8];
        lanes.Fill(GoldenRatio);
        for (int i = 0; i < 4; i++) Scramble(lanes);

        // Two passes, so that every word of the seed reaches every word of the memory.
        Span<ulong> memory = context.Slice(Memory, Size);
        Absorb(lanes, context.Slice(Results, Size), memory);
        Absorb(lanes, memory, memory);

        Generate(context);
        context[0] = Size;
    }

    private static void Absorb(Span<ulong> lanes, ReadOnlySpan<ulong> source, Span<ulong> memory)
    {
        for (int i = 0; i < Size; i += lanes.Length)
        {
            for (int j = 0; j < lanes.Length; j++) lanes[j] += source[i + j];
            Scramble(lanes);
            lanes.CopyTo(memory[i..]);
        }
    }

    private static void Scramble(Span<ulong> v)
    {
        v[0] ^= v[1] << 11; v[3] += v[0]; v[1] += v[2];
        v[1] ^= v[2] >> 2; v[4] += v[1]; v[2] += v[3];
        v[2] ^= v[3] << 8; v[5] += v[2]; v[3] += v[4];
        v[3] ^= v[4] >> 16; v[6] += v[3]; v[4] += v[5];
        v[4] ^= v[5] << 10; v[7] += v[4]; v[5] += v[6];
        v[5] ^= v[6] >> 4; v[0] += v[5]; v[6] += v[7];
        v[6] ^= v[7] << 8; v[1] += v[6]; v[7] += v[0];
        v[7] ^= v[0] >> 9; v[2] += v[7]; v[0] += v[1];
    }

    private static void Generate(Span<ulong> context)
    {
        Span<ulong> memory = context.Slice(Memory, Size);
        Span<ulong> results = context.Slice(Results, Size);
        ulong a = context[A];
        ulong b = context[B] + ++context[C];
        for (int i = 0; i < Size; i++)
        {
            ulong x = memory[i];
            ulong shifted = (i & 3) switch { 0 => a << 13, 1 => a >> 6, 2 => a << 2, _ => a >> 16 };
            a = ((a ^ shifted) + memory[(i + Size / 2) % Size]) & ResultMask;
            ulong y = (Indirect(memory, x) + a + b) & ResultMask;
            memory[i] = y;
            b = (Indirect(memory, y >> 8) + x) & ResultMask;
            results[i] = b;
        }
        context[A] = a;
        context[B] = b;
    }

    // The old runtime derived the index from 4-byte words although its words have 8.
    private static ulong Indirect(ReadOnlySpan<ulong> memory, ulong x) => memory[(int)((x >> 2) % Size)];
}
