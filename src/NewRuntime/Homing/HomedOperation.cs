// An operation that one scheduler is to run for a task of another: the operation goes there, not the task.
//
//   1. The task sends it (Delivery) and waits.
//   2. Its home runs it when it takes in what has been sent: Sent -> Begun, by compare-exchange.
//   3. At its end the task is woken, and goes on where it began to wait. If any scheduler of its group may run it, it would otherwise
//      go on at the operation's home: whatever works with one home would gather there.
//
// A task that is cancelled takes the operation back: Sent -> TakenBack, by compare-exchange. If that comes too late it waits for
// the end. A home that has left runs nothing: the wait ends as Closed.
//
// The object is the task's, and is used again for each of its operations. One that was taken back still lies in the inbox of its
// home: the task lets go of it.
namespace Rustrt.Federation;

/// <summary>An operation of a task that one scheduler alone may run.</summary>
internal abstract class HomedOperation : RemoteCall
{
    private const int Sent = 0, Begun = 1, TakenBack = 2;

    private int _stage;
    private bool _refused;

    /// <summary>Who is to run it.</summary>
    internal Scheduler? Home { get; private set; }

    /// <summary>It has been delivered: by its home's thread, or any other if the home has left.</summary>
    internal void Arrive(Scheduler home)
    {
        if (Interlocked.CompareExchange(ref _stage, Begun, Sent) != Sent) return;
        if (home.HasLeft)
        {
            _refused = true;
            End();
            return;
        }
        home.Running = null; // what runs here is no green task, and not the one before
        Make();
    }

    /// <summary>The task does not want it any more. False: it has begun.</summary>
    internal bool TryTakeBack(Frame task)
    {
        if (Interlocked.CompareExchange(ref _stage, TakenBack, Sent) != Sent) return false;
        task.Extras.Operation = null;
        return true;
    }

    /// <summary>How it ended.</summary>
    internal WaitStatus TakeStatus()
    {
        Forget();
        ThrowIfFailed();
        return _refused ? WaitStatus.Closed : WaitStatus.Completed;
    }

    /// <summary>Sends it to its home.</summary>
    private protected void Send(Frame task, Scheduler home)
    {
        Reset();
        _refused = false;
        Volatile.Write(ref _stage, Sent);
        Home = home;
        home.Post(Delivery.Operation(task, this));
    }

    /// <summary>What was to be done is kept no longer.</summary>
    private protected abstract void Forget();

    private protected override void Wake(Frame task, uint number, Scheduler from) => task.WakeAt(from, number, WaitStatus.Completed);
}

/// <summary>An operation on a state.</summary>
internal sealed class HomedOperation<TState> : HomedOperation
{
    private Action<TState>? _body;
    private TState? _state;

    /// <summary>Sends an operation of the running task to its home.</summary>
    internal static HomedOperation Send(Frame task, Scheduler home, Action<TState> body, TState state)
    {
        var extras = task.Extras;
        if (extras.Operation is not HomedOperation<TState> operation) extras.Operation = operation = new HomedOperation<TState>();
        (operation._body, operation._state) = (body, state);
        operation.Send(task, home);
        return operation;
    }

    private protected override void Invoke() => _body!(_state!);

    private protected override void Forget() => (_body, _state) = (null, default);
}
