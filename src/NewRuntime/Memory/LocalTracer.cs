using System.Diagnostics;

namespace Rustrt.Federation.Memory;

/// <summary>Takes the references that a value names (<see cref="ILocalReferences.Trace"/>).</summary>
[DebuggerDisplay("{_into.Count} references named")]
public readonly ref struct LocalTracer
{
    private readonly LocalHeap _heap;
    private readonly List<LocalBox> _into;

    internal LocalTracer(LocalHeap heap, List<LocalBox> into)
    {
        _heap = heap;
        _into = into;
    }

    /// <summary>Names a reference; null is none.</summary>
    /// <exception cref="InvalidOperationException">The box is of another task's heap, or has been released.</exception>
    public void Visit(LocalBox? box)
    {
        if (box is null) return;
        box.CheckTraced(_heap);
        _into.Add(box);
    }
}
