namespace Rustrt.Federation.Pipes;

/// <summary>What becomes of values that nobody will receive.</summary>
internal static class Dropped
{
    /// <summary>A pipe's end in a message that is lost is closed, so that its peer learns of it.</summary>
    internal static void Value<T>(T value)
    {
        if (value is PipeEnd end) end.CloseUnreceived();
    }
}
