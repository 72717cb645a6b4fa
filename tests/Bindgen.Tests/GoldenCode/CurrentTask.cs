namespace Rustrt.Compat.Interop;

// What the generated facade of a library with tasks asks of the code beside it.
public static unsafe partial class NativeMethods
{
    /// <summary>Which task calls, for tests to say.</summary>
    [field: ThreadStatic]
    internal static small_task_block* Task { get; set; }

    private static partial small_task_block* CurrentTask() => Task;
}
