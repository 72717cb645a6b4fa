using System.Diagnostics;

namespace Rustrt.Compat.Managed;

/// <summary>One thread that waits for tasks with C# bodies and starts a thread for each.</summary>
internal static unsafe class TaskThreads
{
    private const int Probes = 16;

    private static readonly object s_gate = new();
    private static bool s_isOpen;
    private static int s_costTold;

    /// <summary>Before a task can want a thread.</summary>
    public static void Open()
    {
        lock (s_gate)
        {
            if (s_isOpen) return;
            new Thread(Serve) { IsBackground = true, Name = "rustrt task threads" }.Start();
            s_isOpen = true;
        }
    }

    /// <summary>What calls out of a body cost, by a call that does nothing; the first body of a process tells it.</summary>
    public static void TellCostOnce(TaskThread thread)
    {
        if (Interlocked.Exchange(ref s_costTold, 1) != 0) return;
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Probes; i++) thread.Call(TaskHelper.Nothing, "nothing", onTaskStack: true, []);
        double microseconds = Stopwatch.GetElapsedTime(began).TotalMicroseconds / Probes;
        ManagedTasks.Tell(FormattableString.Invariant(
            $"task bodies in C# run on an OS thread each, and their scheduler waits for them: a call costs {microseconds:0} us more here; async bodies (ManagedTasks.Spawn) do not"));
    }

    private static void Serve()
    {
        for (;;)
        {
            for (TaskBlock* block = TaskHelper.Accept(); block != null;)
            {
                TaskBlock* next = block->Next; // the block is the thread's from its start on
                TaskThread.Start(block);
                block = next;
            }
        }
    }
}
