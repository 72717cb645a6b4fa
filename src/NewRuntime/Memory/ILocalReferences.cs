namespace Rustrt.Federation.Memory;

/// <summary>
/// A value in a <see cref="LocalBox{T}"/> that holds references to other boxes, and leaves it to the heap to find cycles of them and
/// to drop them when the value is released.
/// </summary>
public interface ILocalReferences
{
    /// <summary>
    /// Names each box to which the value holds a counted reference, once for each. It does nothing else: what it uses of the
    /// heap is refused. The value drops none of these references when it is disposed of.
    /// </summary>
    void Trace(LocalTracer tracer);
}
