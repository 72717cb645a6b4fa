namespace Rustrt.Federation.Pipes;

/// <summary>A wait that is over, of a waiter that has not been told yet.</summary>
internal readonly struct PendingWake(Waiter waiter, uint number, int which)
{
    private readonly Waiter? _waiter = waiter;
    private readonly uint _number = number;
    private readonly int _which = which;

    internal bool IsForSomebody => _waiter is not null;

    internal void Send(Place? current) => _waiter?.Wake(_number, WaitStatus.Completed, _which, current);
}
