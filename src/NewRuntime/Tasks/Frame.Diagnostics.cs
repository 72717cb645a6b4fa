namespace Rustrt.Federation;

internal abstract partial class Frame
{
    /// <summary>Whether a scheduler may give the task a turn: it does not wait, and has not ended.</summary>
    internal bool MayRun => Life == FrameLife.Root && !IsComplete && (Word & TaskWord.WaitMask) is TaskWord.None or TaskWord.Woken;

    /// <summary>The task that waits for the end of this one.</summary>
    internal Frame? Joiner => (Word & (TaskWord.Joined | TaskWord.Complete)) == TaskWord.Joined ? _caller : null;

    /// <summary>The name of a task, and the methods that it is in, the outermost first.</summary>
    internal string Describe()
    {
        var methods = new Stack<string>();
        for (var frame = _link; frame is not null && frame != this; frame = frame._caller) methods.Push(MethodName.Of(frame.Method));
        string stack = string.Join(" > ", methods.Prepend(MethodName.Of(Method)));
        return _extras?.Name is { } name ? $"{name} ({stack})" : stack;
    }
}
