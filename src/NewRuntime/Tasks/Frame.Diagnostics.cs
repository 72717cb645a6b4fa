namespace Rustrt.Federation;

internal abstract partial class Frame
{
    /// <summary>Whether a scheduler may give the task a turn: it does not wait, and has not ended.</summary>
    internal bool MayRun => Life == FrameLife.Root && !IsComplete && (Word & TaskWord.WaitMask) is TaskWord.None or TaskWord.Woken;

    /// <summary>The task that waits for the end of this one.</summary>
    internal Frame? Joiner => (Word & (TaskWord.Joined | TaskWord.Complete)) == TaskWord.Joined ? _caller : null;

    /// <summary>Whether a wait of a task is for the end of this one.</summary>
    internal bool IsJoinedBy(Frame task, uint number) => Joiner == task && _joinNumber == number;

    /// <summary>How long it is until a wait ends by itself; null: it does not. Any thread.</summary>
    internal TimeSpan? TimeLeft(uint number)
    {
        int timer = Volatile.Read(ref _timer);
        if (timer == 0) return null;
        (int position, int index) = Math.DivRem(timer - 1, Group.MaximumSchedulers);
        return Group.Schedulers[index].TimeLeft(position, this, number);
    }

    /// <summary>The name of a task, and the methods that it is in, the outermost first.</summary>
    internal string Describe()
    {
        var methods = new Stack<string>();
        for (var frame = _link; frame is not null && frame != this; frame = frame._caller) methods.Push(MethodName.Of(frame.Method));
        string stack = string.Join(" > ", methods.Prepend(MethodName.Of(Method)));
        return _extras?.Name is { } name ? $"{name} ({stack})" : stack;
    }
}
