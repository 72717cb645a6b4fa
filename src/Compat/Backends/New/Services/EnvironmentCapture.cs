using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Takes arguments and variables before any task exists (legacy-runtime.md section 2). Nothing is validated: a bad number
/// is what strtol makes of it.</summary>
internal static unsafe class EnvironmentCapture
{
    private const int OnlineProcessors = 84;
    private const nuint DefaultMinStack = 0x300, DefaultMaxStack = 8 << 20;

    private struct Record
    {
        public rustrt_environment Environment;
        public Record* Around;
    }

    private static Record* s_latest;

    /// <summary>Of the run that began last and has not ended; null: there is none.</summary>
    public static rustrt_environment* Latest => (rustrt_environment*)s_latest;

    /// <summary>The record of a new run; arrays and texts are the process's own.</summary>
    public static rustrt_environment* Make(int argc, byte** argv)
    {
        if (Improvements.Chosen.StrictEnvironment && StrictEnvironment.Problems(EnvironmentText.Get).ToList() is { Count: > 0 } problems)
            Refusal.Exit(problems);
        byte* threads = Get("RUST_THREADS"u8);
        int wanted = threads == null ? 0 : (int)LibC.ParseLong(threads, null, 10);
        Record* made = (Record*)NativeMemory.Alloc((nuint)sizeof(Record));
        *made = new Record
        {
            Environment = new rustrt_environment
            {
                argc = argc,
                argv = argv,
                num_threads = wanted > 0 ? (nuint)wanted : (nuint)LibC.Configuration(OnlineProcessors),
                min_stack_size = Size("RUST_MIN_STACK"u8, DefaultMinStack),
                max_stack_size = Size("RUST_MAX_STACK"u8, DefaultMaxStack),
                log_spec = Get("RUST_LOG"u8),
                seed = Get("RUST_SEED"u8),
                poison_on_free = Get("RUST_POISON_ON_FREE"u8) == null ? 0 : 1,
            },
            Around = s_latest,
        };
        s_latest = made;
        return &made->Environment;
    }

    /// <summary>At the end of the run, which lies within the one around it.</summary>
    public static void Release(rustrt_environment* environment)
    {
        s_latest = ((Record*)environment)->Around;
        NativeMemory.Free(environment);
    }

    private static nuint Size(ReadOnlySpan<byte> name, nuint otherwise)
    {
        byte* text = Get(name);
        return text == null ? otherwise : (nuint)LibC.ParseLong(text, null, 0);
    }

    private static byte* Get(ReadOnlySpan<byte> name)
    {
        Span<byte> terminated = stackalloc byte[name.Length + 1];
        name.CopyTo(terminated);
        terminated[name.Length] = 0;
        fixed (byte* p = terminated) return LibC.GetEnvironment(p);
    }
}
