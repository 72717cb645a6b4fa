namespace Rustrt.Compat.Backends.New;

/// <summary>What rust_start captures before any task exists: arguments and variables (legacy-runtime.md section 2).</summary>
internal sealed unsafe class RuntimeEnvironment
{
    private const int OnlineProcessors = 84;
    private const nuint DefaultMinStack = 0x300, DefaultMaxStack = 8 << 20, LeastMinStack = 256;

    /// <summary>Of the running, or the last, rust_start.</summary>
    public static RuntimeEnvironment Current { get; private set; } = new(0, null);

    private RuntimeEnvironment(int argc, byte** argv)
    {
        Argc = argc;
        Argv = argv;
        int threads = Get("RUST_THREADS"u8) is var t && t == null ? 0 : (int)LibC.ParseLong(t, null, 10);
        Threads = threads > 0 ? threads : (int)LibC.Configuration(OnlineProcessors);
        MinStack = Stack("RUST_MIN_STACK"u8, DefaultMinStack);
        MaxStack = Stack("RUST_MAX_STACK"u8, DefaultMaxStack);
        if (Get("RUST_SEED"u8) is var seed && seed != null) Seed = (int)LibC.ParseLong(seed, null, 10);
        PoisonOnFree = Get("RUST_POISON_ON_FREE"u8) != null;
        LogSpec = Get("RUST_LOG"u8);
        RoundRobin = ReadPlacement();
    }

    public int Argc { get; }

    /// <summary>The very array given to rust_start.</summary>
    public byte** Argv { get; }

    /// <summary>RUST_THREADS where positive, else the online processors.</summary>
    public int Threads { get; }

    /// <summary>User bytes of a task's Rust stack.</summary>
    public nuint MinStack { get; }

    public nuint MaxStack { get; }

    /// <summary>RUST_SEED, or null: then generators are seeded from /dev/urandom.</summary>
    public int? Seed { get; }

    public bool PoisonOnFree { get; }

    /// <summary>RUST_LOG or null.</summary>
    public byte* LogSpec { get; }

    /// <summary>RUSTRT_PLACEMENT=round-robin: task k on thread k mod n, as the old runtime placed them.</summary>
    public bool RoundRobin { get; }

    public static RuntimeEnvironment Capture(int argc, byte** argv)
    {
        if (Improvements.Chosen.StrictEnvironment && StrictEnvironment.Problems(EnvironmentText.Get).ToList() is { Count: > 0 } problems)
            Refusal.Exit(problems);
        Current = new(argc, argv);
        if (Current.MinStack < LeastMinStack)
            Fatal.Assertion("min_stack_size >= LIMIT_OFFSET && \"Stack size must be greater than LIMIT_OFFSET\"", "rust_env.cpp", 0, "size_t get_min_stk_size()");
        // The first segment was larger than all segments together might be: the main task failed before it had a stack.
        if (Current.MinStack > Current.MaxStack) Fatal.Die("rust: task 1 ran out of stack");
        return Current;
    }

    /// <summary>Nothing is validated: a negative number is a very large size.</summary>
    private static nuint Stack(ReadOnlySpan<byte> name, nuint otherwise)
    {
        byte* text = Get(name);
        return text == null ? otherwise : (nuint)LibC.ParseLong(text, null, 0);
    }

    private static bool ReadPlacement()
    {
        string? placement = EnvironmentText.Get("RUSTRT_PLACEMENT");
        if (placement is null or "" or "stealing") return false;
        if (placement != "round-robin")
            Refusal.Exit($"RUSTRT_PLACEMENT={placement}: unknown placement; valid are stealing and round-robin");
        return true;
    }

    private static byte* Get(ReadOnlySpan<byte> name)
    {
        Span<byte> terminated = stackalloc byte[name.Length + 1];
        name.CopyTo(terminated);
        terminated[name.Length] = 0;
        fixed (byte* p = terminated) return LibC.GetEnvironment(p);
    }
}
