namespace Rustrt.Federation.Memory;

/// <summary>Which blocks the tasks of a federation have allocated and nobody has freed; kept where somebody wants to know.</summary>
internal sealed class ExchangeLedger
{
    private readonly HashSet<ExchangeBlock> _blocks = [];

    internal void Add(ExchangeBlock block)
    {
        lock (_blocks) _blocks.Add(block);
    }

    internal void Remove(ExchangeBlock block)
    {
        lock (_blocks) _blocks.Remove(block);
    }

    internal IReadOnlyList<ExchangeLeak> Left()
    {
        lock (_blocks) return [.. _blocks.Select(static block => block.Describe())];
    }
}
