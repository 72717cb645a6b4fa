// A managed task is a stack of frames: one for each async method that has been called and has not ended. The frame of the
// spawned method is the root, and stands for the task in all queues. The scheduler runs the frame on top:
//
//   call       a frame awaits a cold one: that goes on top, and runs next
//   return     the top frame ends: its caller is the top again, and runs next
//   suspend    the top frame stays where it is; the turn is over
//
// Each of the three returns to RunTurn, which is the only caller of MoveNext. So the thread's stack does not grow with the
// depth of calls, a wake never runs anybody's code, and at any time exactly one frame of a task can go on.
//
//   _link     root: the frame on top; callee: the root
//   _caller   callee: who awaits it; root: the task that joins it (from TaskWord.Joined on)
//   Word      root only: TaskWord
//
// The parts: Frame.cs, the stack; Frame.Waits.cs, parking and waking; Frame.Joins.cs, the end of a task;
// Frame.Timers.cs, time limits; Frame.Diagnostics.cs, what reports say of it.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>The frame of an async method that returns a green task. Pooled.</summary>
internal abstract partial class Frame : TaskCell
{
    private Frame? _link;
    private Frame? _caller;
    private TaskExtras? _extras;

    /// <summary>Which life of the pooled object this is: a handle of an earlier one is stale.</summary>
    internal int Generation;

    /// <summary>The task that this frame is part of.</summary>
    internal Frame Root
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Life == FrameLife.Callee ? _link! : this;
    }

    /// <summary>Whether the frame has been called and is neither awaited nor spawned yet.</summary>
    internal bool IsCold => Life == FrameLife.Cold;

    /// <summary>What few tasks have; made when it is asked for.</summary>
    internal TaskExtras Extras => _extras ??= new TaskExtras();

    /// <summary>The running task's token.</summary>
    internal CancellationToken CancellationToken => (Extras.Cancellation ??= new TaskCancellation(this)).Token;

    /// <inheritdoc/>
    internal sealed override bool Own(Pipes.PipeEnd end)
    {
        Extras.Own(end, this);
        return true;
    }

    /// <inheritdoc/>
    internal sealed override void Disown(Pipes.PipeEnd end) => Extras.Disown(end);

    protected internal sealed override bool StaysWhereItRan => false;

    /// <summary>The type that the compiler made of the async method.</summary>
    internal virtual Type Method => GetType();

    /// <summary>Whether the task has an execution context of its own.</summary>
    internal virtual bool HasExecutionContext => false;

    /// <summary>What the task is called in messages: the name that it was given, else that of its method.</summary>
    internal string Name => _extras?.Name ?? MethodName.Of(Method);

    /// <inheritdoc/>
    public override string ToString() => $"task {Name}";

    /// <summary>Of a task: the method on top of its stack, as seen from any thread.</summary>
    internal Type TopMethod => (Volatile.Read(ref _link) ?? this).Method;

    /// <summary>The extras, if there are any.</summary>
    internal TaskExtras? ExtrasOrNull => _extras;

    /// <summary>Whether the frame is a task that has not ended.</summary>
    internal bool IsLiveTask => Life == FrameLife.Root;

    /// <summary>Whether the method, or the task, has ended by an exception.</summary>
    internal bool HasFailed => Life == FrameLife.Failed;

    /// <summary>Runs the async method until it suspends, calls another or ends.</summary>
    protected abstract void MoveNext();

    /// <summary>Gives the frame back to its pool; every handle to it is stale from now on.</summary>
    internal abstract void Recycle();

    protected internal override Turn RunTurn(Scheduler scheduler)
    {
        CheckIsHome(scheduler);
        if (scheduler.Running != this) scheduler.Running = this; // cheaper than a write barrier
        scheduler.BeginBudget();
        Step = FrameStep.Continue;
        do
        {
            _link!.MoveNext();
        }
        while (Step <= FrameStep.ContinueAtomic);
        return (Turn)(Step - FrameStep.Yielded);
    }

    // Debug builds catch a task that is run anywhere else than by the scheduler that it is with.
    [System.Diagnostics.Conditional("DEBUG")]
    private void CheckIsHome(Scheduler scheduler)
    {
        if (Scheduler.Current == scheduler && scheduler.Group == Group && (Home ?? scheduler) == scheduler) return;
        throw new InvalidOperationException($"A task of {Home?.ToString() ?? Group.ToString()} is run as if on {scheduler}, by a thread of "
            + $"{Scheduler.Current?.ToString() ?? "no scheduler"}: it has escaped.");
    }

    /// <summary>The frame has just been taken from the pool for a call of its method.</summary>
    private protected void Called() => Life = FrameLife.Cold;

    /// <summary>Puts a cold frame on top of this one.</summary>
    internal void Call(Frame callee)
    {
        var root = Root;
        callee.Life = FrameLife.Callee;
        callee._link = root;
        callee._caller = this;
        root._link = callee;
    }

    /// <summary>The method has ended: its caller goes on, or the task is over.</summary>
    private protected void Ended(FrameLife how)
    {
        if (Life == FrameLife.Callee)
        {
            _link!._link = _caller;
        }
        else
        {
            Step = FrameStep.Finished;
        }
        Life = how;
    }

    /// <summary>The method has ended by an exception.</summary>
    internal void Fail(Exception exception)
    {
        Extras.Failure = exception;
        Ended(FrameLife.Failed);
    }

    /// <summary>Throws what ended the method, if an exception did.</summary>
    internal void ThrowIfFailed()
    {
        if (Life == FrameLife.Failed) ThrowFailure();
    }

    /// <summary>The task gives way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Yield() => Root.Step = FrameStep.Yielded;

    /// <summary>Whether the running task must not end its turn.</summary>
    internal bool IsAtomic => Step == FrameStep.ContinueAtomic;

    /// <summary>The running task must not end its turn from now on. Returns what to restore (<see cref="EndAtomic"/>).</summary>
    internal bool BeginAtomic()
    {
        bool outer = Step == FrameStep.ContinueAtomic;
        Step = FrameStep.ContinueAtomic;
        return outer;
    }

    /// <summary>It may again. False: it did. Each turn begins as an ordinary one, so the mark is gone then.</summary>
    internal bool EndAtomic(bool outer)
    {
        bool kept = Step == FrameStep.ContinueAtomic;
        if (kept && !outer) Step = FrameStep.Continue;
        return kept;
    }

    private protected void Reset()
    {
        Life = FrameLife.Free;
        _link = null;
        _caller = null;
        _extras = null;
        WaitTransitions<HardwareAtomics>.Rebirth(ref Word, ref Generation);
        _timer = 0;
    }

    /// <summary>What ended the task or the method, once; the frame goes back to its pool.</summary>
    internal Exception TakeFailure()
    {
        var extras = _extras!;
        extras.Unobserved?.Observed();
        Recycle();
        return extras.Failure!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowFailure()
    {
        bool cancelled = _extras!.EndedCancelled;
        var failure = TakeFailure();
        if (cancelled) throw new TaskCancelledException(failure);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}

/// <summary>A frame whose method has a result.</summary>
internal abstract class Frame<TResult> : Frame
{
    private protected TResult? Result;

    /// <summary>The method has ended with a result.</summary>
    internal void Complete(TResult result)
    {
        Result = result;
        Ended(FrameLife.Completed);
    }

    /// <summary>The result, once; the frame goes back to its pool.</summary>
    /// <exception cref="Exception">The one that ended the method.</exception>
    internal TResult TakeResult()
    {
        ThrowIfFailed();
        var result = Result!;
        Recycle();
        return result;
    }
}

/// <summary>The frame of one async method.</summary>
internal sealed class Frame<TStateMachine, TResult> : Frame<TResult>
    where TStateMachine : IAsyncStateMachine
{
    private TStateMachine? _stateMachine;

    /// <summary>Takes a frame from the pool; <see cref="Begin"/> makes it whole.</summary>
    internal static Frame<TStateMachine, TResult> Rent() =>
        (Frame<TStateMachine, TResult>?)FramePool<TStateMachine>.Here.Take() ?? new Frame<TStateMachine, TResult>();

    /// <summary>Moves the call into the frame. The copy holds the frame already, through its builder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(ref TStateMachine stateMachine)
    {
        _stateMachine = stateMachine;
        Called();
    }

    internal override Type Method => typeof(TStateMachine);

    /// <inheritdoc/>
    protected override void MoveNext() => _stateMachine!.MoveNext();

    internal override void Recycle()
    {
        Reset();
        _stateMachine = default; // or the pool would keep alive what the method's variables held
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TResult>()) Result = default;
        FramePool<TStateMachine>.Here.Return(this);
    }
}
