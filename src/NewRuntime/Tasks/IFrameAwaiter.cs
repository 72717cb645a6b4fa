namespace Rustrt.Federation;

/// <summary>
/// An awaiter of this runtime: it is told the frame that awaits instead of a callback. It may put another frame on top, give
/// way or begin a wait; if it does nothing, the frame goes on at once.
/// </summary>
internal interface IFrameAwaiter
{
    /// <summary>The frame awaits. The awaiter itself must not change: this may be a copy.</summary>
    void Suspend(Frame frame);
}
