namespace Rustrt.Federation;

/// <summary>
/// The free frames of one async method, per thread. A frame ends on the thread that it ran on last, so a thread whose tasks
/// are stolen would run dry while another drowns in frames: what is beyond a batch goes to a shelf that all share.
/// </summary>
internal static class FramePool<TFrame>
    where TFrame : TaskCell
{
    [ThreadStatic]
    private static TaskCell? t_free;

    internal static TFrame? Take()
    {
        var frame = t_free;
        if (frame is null) return null;
        t_free = frame.Next;
        return (TFrame)frame;
    }

    internal static void Return(TFrame frame)
    {
        frame.Next = t_free;
        t_free = frame;
    }
}
