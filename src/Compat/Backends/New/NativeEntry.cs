using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The frame around what native code calls in C#, but for the exports, whose frames are generated: the stack invariants hold,
/// and an exception ends the process here, since native frames know nothing of it.</summary>
internal static unsafe class NativeEntry
{
    internal delegate ulong TaskBody(rustrt_task_block* task, ulong first, ulong second, ulong third);

    internal delegate nint WordBody(nint first, nint second, nint third);

    /// <summary>For a task, which the body may answer (<see cref="Answer"/>); the name is whose pointer was bad, or what failed.</summary>
    public static ulong Run(string name, TaskBody body, rustrt_task_block* task, ulong first = 0, ulong second = 0, ulong third = 0)
    {
        try
        {
            UpcallChecks.Enter();
            return body(task, first, second, third);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, name);
            return 0;
        }
    }

    /// <summary>For anybody.</summary>
    public static nint Run(string name, WordBody body, nint first = 0, nint second = 0, nint third = 0)
    {
        try
        {
            UpcallChecks.Enter();
            return body(first, second, third);
        }
        catch (Exception e)
        {
            Fatal.Unhandled(e, name);
            return 0;
        }
    }

    /// <summary>A function of a seam: one more call of the unit.</summary>
    public static nint Seam(rustrt_unit unit, string name, WordBody body, nint first = 0, nint second = 0, nint third = 0)
    {
        InternalCalls.Count(unit);
        return Run(name, body, first, second, third);
    }
}
