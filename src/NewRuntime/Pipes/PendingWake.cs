namespace Rustrt.Federation.Pipes;

/// <summary>A wait that is over, of a task that has not been told yet.</summary>
internal readonly struct PendingWake(Frame task, uint number, int which)
{
    private readonly Frame? _task = task;
    private readonly uint _number = number;
    private readonly int _which = which;

    internal void Send(Scheduler? current) => _task?.Wake(_number, WaitStatus.Completed, _which, current);
}
