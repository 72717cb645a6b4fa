using Microsoft.Win32.SafeHandles;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>ISAAC generators in the local heap of the task that made them (observed-behaviour.md section 11).</summary>
internal sealed unsafe class RandomService : IRandom
{
    private const int ContextBytes = Isaac.Words * sizeof(ulong);

    public rust_rng* rand_new(rustrt_task_block* caller)
    {
        ulong* context = NewContext(caller);
        if (RuntimeEnvironment.Seed(RuntimeEnvironment.Of(caller)) is { } seed)
        {
            Isaac.Initialize(Words(context), seed);
        }
        else
        {
            Span<byte> noise = stackalloc byte[Isaac.SeedBytes];
            ReadNoise(noise);
            Isaac.Initialize(Words(context), noise);
        }
        return (rust_rng*)context;
    }

    public rust_rng* rand_new_seeded(rust_vec_box* seed, rustrt_task_block* caller)
    {
        ulong* context = NewContext(caller);
        Isaac.Initialize(Words(context), new ReadOnlySpan<byte>(seed + 1, (int)Math.Min(seed->fill, Isaac.SeedBytes)));
        return (rust_rng*)context;
    }

    public rust_rng* rand_new_seeded2(rust_vec_box** seed, rustrt_task_block* caller) => rand_new_seeded(*seed, caller);

    public nuint rand_next(rust_rng* rng, rustrt_task_block* caller) => (nuint)Isaac.Next(Words((ulong*)rng));

    public void rand_free(rust_rng* rng, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        LocalHeap.Free(caller, rng);
    }

    /// <summary>Fresh noise as a bare vector in the exchange heap, in a block sized for a full header as well.</summary>
    public rust_vec* rand_seed(rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        rust_vec* vector = (rust_vec*)ExchangeHeap.AllocateZeroed((nuint)(sizeof(rust_vec_box) + Isaac.SeedBytes));
        vector->fill = vector->alloc = Isaac.SeedBytes;
        ReadNoise(new Span<byte>(vector + 1, Isaac.SeedBytes));
        return vector;
    }

    private static ulong* NewContext(rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        return (ulong*)LocalHeap.Allocate(caller, ContextBytes, zeroed: true);
    }

    private static Span<ulong> Words(ulong* context) => new(context, Isaac.Words);

    private static void ReadNoise(Span<byte> target)
    {
        try
        {
            using SafeFileHandle source = File.OpenHandle("/dev/urandom");
            for (int got = 0; got < target.Length;)
            {
                int more = RandomAccess.Read(source, target[got..], 0);
                if (more <= 0) throw new IOException("end of file");
                got += more;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fatal.Write($"error reading /dev/urandom: {e.Message}\n");
            LibC.Exit(1);
        }
    }
}
