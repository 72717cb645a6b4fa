namespace Rustrt.Federation;

/// <summary>Readiness as poll(2) and io_uring put it.</summary>
internal static class UringEvents
{
    private const uint In = 1, Out = 4, Error = 8, HangUp = 16, ReadHangUp = 0x2000;

    internal static uint Of(Readiness what) =>
        ((what & Readiness.Readable) != 0 ? In | ReadHangUp : 0) | ((what & Readiness.Writable) != 0 ? Out : 0);

    /// <summary>What the result of a poll means. An error is something that a read or a write will tell.</summary>
    internal static Readiness Meaning(int result)
    {
        if (result < 0 || (result & (Error | HangUp)) != 0) return Readiness.Readable | Readiness.Writable;
        return ((result & (In | ReadHangUp)) != 0 ? Readiness.Readable : 0) | ((result & Out) != 0 ? Readiness.Writable : 0);
    }
}
