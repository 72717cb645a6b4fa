namespace Rustrt.Federation.Memory;

/// <summary>Things that count the references to them, as <see cref="CycleCollector{TNode}"/> sees them.</summary>
/// <typeparam name="TNode">What stands for one: an object, or an address.</typeparam>
internal interface ICountedGraph<TNode>
{
    /// <summary>How many references there are.</summary>
    int ReferencesTo(TNode node);

    /// <summary>Adds what a node refers to, once for each reference that is counted there.</summary>
    void Trace(TNode node, List<TNode> into);

    /// <summary>Where the collector keeps what it knows of a node; -1 before and after a collection.</summary>
    int PlaceOf(TNode node);

    /// <summary>Remembers that.</summary>
    void SetPlace(TNode node, int place);

    /// <summary>What to throw for a node to which more references have been traced than are counted.</summary>
    Exception MoreTracedThanCounted(TNode node);
}
