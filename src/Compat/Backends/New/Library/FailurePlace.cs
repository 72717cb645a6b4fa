namespace Rustrt.Compat.Backends.New.Library;

/// <summary>A failure of the services beside pipes: the old library's text, and the place in its sources that it is told with.</summary>
internal readonly ref struct FailurePlace(ReadOnlySpan<byte> text, ReadOnlySpan<byte> file, uint line)
{
    public readonly ReadOnlySpan<byte> Text = text, File = file;
    public readonly uint Line = line;

    public static FailurePlace BuilderHasSpawned => new("this builder has spawned its task"u8, Builder, 12);

    public static FailurePlace BuilderHasResult => new("this builder has a result port already"u8, Builder, 38);

    public static FailurePlace KilledInYield => new("killed"u8, "core/src/tasks/control.cpp"u8, 10);

    public static FailurePlace NoSuchLinkage => new("no such linkage"u8, "core/src/tasks/control_block.cpp"u8, 65);

    public static FailurePlace NoThread => new("a scheduler needs a thread"u8, Schedulers, 17);

    public static FailurePlace ThreadPerTask => new("a thread per task is not implemented"u8, Schedulers, 19);

    public static FailurePlace NoSuchMode => new("no such scheduler mode"u8, Schedulers, 22);

    public static FailurePlace NoSuchScheduler => new("there is no scheduler with this id"u8, Schedulers, 31);

    public static FailurePlace PoisonedExclusive => new("poisoned exclusive: a task failed inside"u8, "core/src/shared/exclusive.cpp"u8, 30);

    public static FailurePlace UnwrappedAlready => new("another task unwraps this already"u8, SharedBlock, 66);

    public static FailurePlace PoisonedBlock => new("poisoned: a task failed inside"u8, SharedBlock, 77);

    public static FailurePlace WeakTwice => new("a task is weak twice"u8, "core/src/exit/weak_tasks.cpp"u8, 94);

    public static FailurePlace SleepInterrupted => new("the I/O task ended before the time had passed"u8, "core/src/io/timers.cpp"u8, 51);

    public static FailurePlace HandlesOpen => new("an I/O task was told to exit while handles were open on its loop"u8, "core/src/io/io_task.cpp"u8, 95);

    public static FailurePlace GlobalsGone => new("the global data of this runtime is gone"u8, "core/src/global/map.cpp"u8, 48);

    private static ReadOnlySpan<byte> SharedBlock => "core/src/shared/shared_block.cpp"u8;

    private static ReadOnlySpan<byte> Builder => "core/src/tasks/builder.cpp"u8;

    private static ReadOnlySpan<byte> Schedulers => "core/src/tasks/schedulers.cpp"u8;
}
