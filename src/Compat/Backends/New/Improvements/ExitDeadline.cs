using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// exit-deadline: the old runtime waited for ever for a weak task that does not listen, and for a scheduler that never gets a
/// task. With a deadline the process ends, with the exit status that it would have had, and says what held it up.
/// </summary>
internal sealed class ExitDeadline
{
    private const int MostLines = 20;

    private readonly object _gate = new(); // a Monitor: it is waited on
    private readonly RuntimeRun _run;
    private readonly TimeSpan _time;
    private bool _ended;

    private ExitDeadline(RuntimeRun run, TimeSpan time)
    {
        _run = run;
        _time = time;
    }

    /// <summary>Null without one.</summary>
    public static ExitDeadline? For(RuntimeRun run) =>
        Improvements.Chosen.ExitDeadline is { } time ? new ExitDeadline(run, time) : null;

    /// <summary>A phase of the run begins: the time runs from the end of its last ordinary task to its own.</summary>
    public void Enter(FederationPhase phase)
    {
        if (phase == FederationPhase.ShuttingDown) new Thread(Watch) { IsBackground = true, Name = "exit-deadline" }.Start();
        if (phase != FederationPhase.Ended) return;
        lock (_gate)
        {
            _ended = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Watch()
    {
        lock (_gate)
        {
            if (!_ended) Monitor.Wait(_gate, _time);
            if (_ended) return;
        }
        int status = _run.Federation.Kernel.ExitStatus;
        Fatal.Write(string.Create(CultureInfo.InvariantCulture,
            $"rustrt: not ended {_time.TotalSeconds} s after its last ordinary task (exit-deadline); exiting with status {status}. Still there:\n"));
        List<string> left = [.. _run.Federation.Registry.Groups.Where(IsUnused).Select(group => $"scheduler {group.Id}, which never got a task"),
            .. TaskTable.Started(_run).Select(Describe)];
        foreach (string line in left.Take(MostLines)) Fatal.Write($"rustrt:   {line}\n");
        if (left.Count > MostLines) Fatal.Write($"rustrt:   and {left.Count - MostLines} more\n");
        LibC.Exit(status);
    }

    private static bool IsUnused(SchedulerGroup group) => group.LiveTasks == 0;

    private static unsafe string Describe(NativeTask task)
    {
        byte* name = (byte*)task.Block->name;
        string text = name == null ? "" : " " + Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
        string state = (Volatile.Read(ref task.Words->State) & (TaskState.Waiting | TaskState.Blocked)) switch
        {
            TaskState.Waiting => "waits for an event",
            0 => "runs, or is ready to",
            _ => "is blocked in a call",
        };
        return $"task {task.Block->id}{text} on scheduler {task.Group.Id}: {state}";
    }
}
