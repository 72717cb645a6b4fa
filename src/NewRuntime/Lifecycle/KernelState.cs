using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>
/// What the groups of a federation share besides the live count and the registry: the exit status, the killed flag and the
/// next task id. There is no kernel.
/// </summary>
[DebuggerDisplay("exit status {ExitStatus}, killed: {Killed}")]
public sealed class KernelState
{
    /// <summary>The exit status that a failure leaves behind, and that nothing changes any more.</summary>
    public const int FailureStatus = 101;

    private readonly Lock _statusLock = new();
    private int _exitStatus;
    private int _killed;
    private long _lastTaskId;

    internal KernelState()
    {
    }

    /// <summary>The next task id: 1, 2, 3 ... in the order of the calls, never reused.</summary>
    public long NextTaskId() => Interlocked.Increment(ref _lastTaskId);

    /// <summary>The exit status. The last writer wins, until somebody writes <see cref="FailureStatus"/>: that stays.</summary>
    [Service("exit status", ServiceNeeds.Federation)]
    public int ExitStatus
    {
        get { lock (_statusLock) return _exitStatus; }
        set
        {
            lock (_statusLock)
            {
                if (_exitStatus != FailureStatus) _exitStatus = value;
            }
        }
    }

    /// <summary>Whether everything has been killed: tasks that start from now on are born killed.</summary>
    public bool Killed => Volatile.Read(ref _killed) != 0;

    /// <summary>Sets the failure status and <see cref="Killed"/>. True for the first caller.</summary>
    public bool Kill()
    {
        ExitStatus = FailureStatus;
        return Interlocked.Exchange(ref _killed, 1) == 0;
    }
}
