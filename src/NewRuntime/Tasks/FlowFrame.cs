// A task with an execution context of its own. To give one to every task would cost 2 ns a turn, a fifth of a yield, for what few
// ask for: so it is a frame below the call's own that they get, and nobody else knows of it.
//
// The context is put on the thread for each turn and taken back behind it. All methods of the task share it, as if they were one: what
// a callee sets its caller finds.
namespace Rustrt.Federation;

/// <summary>The root of such a task: it makes the call and ends as that does.</summary>
internal sealed class FlowFrame<TResult> : Frame<TResult>
{
    private Frame<TResult>? _call;
    private ExecutionContext? _context;
    private bool _hasCalled;

    /// <summary>What is to be spawned with these options: the call, or a frame that makes it in the caller's context.</summary>
    internal static Frame<TResult> OrItself(Frame<TResult> call, SpawnOptions? options)
    {
        if (options is not { FlowExecutionContext: true } || ExecutionContext.Capture() is not { } context) return call;
        var frame = (FlowFrame<TResult>?)FramePool<FlowFrame<TResult>>.Here.Take() ?? new FlowFrame<TResult>();
        frame._call = call;
        frame._context = context;
        frame._hasCalled = false;
        frame.Called();
        return frame;
    }

    internal override bool HasExecutionContext => true;

    internal override Type Method => _call?.Method ?? GetType();

    protected internal override Turn RunTurn(Scheduler scheduler)
    {
        var threads = ExecutionContext.Capture();
        ExecutionContext.Restore(_context!);
        var turn = base.RunTurn(scheduler);
        if (ExecutionContext.IsFlowSuppressed()) ExecutionContext.RestoreFlow(); // the task forgot to
        _context = ExecutionContext.Capture();
        if (threads is not null) ExecutionContext.Restore(threads);
        return turn;
    }

    protected override void MoveNext()
    {
        if (!_hasCalled)
        {
            _hasCalled = true;
            Call(_call!);
            return;
        }
        try
        {
            Complete(_call!.TakeResult());
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    internal override void Recycle()
    {
        if (!_hasCalled) _call!.Recycle();
        Reset();
        _call = null;
        _context = null;
        Result = default;
        FramePool<FlowFrame<TResult>>.Here.Return(this);
    }
}
