// Trial deletion, after Bacon and Rajan ("Concurrent Cycle Collection in Reference Counted Systems", 2001, section 3). A cycle that
// nobody else refers to can only have come about when a count was lowered and did not reach zero; so it is looked for from the
// nodes to which that has happened, the suspects:
//
//   1. everything that can be reached from the suspects is listed, and each reference found on the way is subtracted from the
//      count of its target: what is left of a count is references from outside;
//   2. a node with references from outside is alive, and so is what can be reached from it;
//   3. the rest is garbage.
//
// What is left of a count is kept apart from the count, so an exception in between leaves the graph as it was, and nodes need no
// colours. Nothing here calls itself: the list of nodes is the queue.
namespace Rustrt.Federation.Memory;

/// <summary>Finds cycles of counted things that only refer to each other. What is to become of them is the caller's business.</summary>
internal sealed class CycleCollector<TNode>(ICountedGraph<TNode> graph)
{
    private const int Alive = int.MaxValue;

    private readonly List<TNode> _nodes = [];
    private readonly List<int> _outside = []; // references from outside, by place
    private readonly List<TNode> _targets = [];

    /// <summary>The nodes that are garbage, in the order in which they were reached.</summary>
    internal List<TNode> Find(IEnumerable<TNode> suspects)
    {
        try
        {
            foreach (var suspect in suspects) PlaceOf(suspect);
            SubtractReferences();
            SpreadLife();
            return [.. _nodes.Where((_, place) => _outside[place] != Alive)];
        }
        finally
        {
            foreach (var node in _nodes) graph.SetPlace(node, -1);
            _nodes.Clear();
            _outside.Clear();
        }
    }

    private void SubtractReferences()
    {
        for (int place = 0; place < _nodes.Count; place++)
        {
            foreach (var target in TargetsOf(_nodes[place]))
            {
                int placeOfTarget = PlaceOf(target);
                if (--_outside[placeOfTarget] < 0) throw graph.MoreTracedThanCounted(target);
            }
        }
    }

    private void SpreadLife()
    {
        var alive = new Queue<int>();
        for (int place = 0; place < _nodes.Count; place++)
        {
            if (_outside[place] > 0) Revive(place, alive);
        }
        while (alive.TryDequeue(out int place))
        {
            foreach (var target in TargetsOf(_nodes[place])) Revive(graph.PlaceOf(target), alive);
        }
    }

    private void Revive(int place, Queue<int> alive)
    {
        if (_outside[place] == Alive) return;
        _outside[place] = Alive;
        alive.Enqueue(place);
    }

    private int PlaceOf(TNode node)
    {
        int place = graph.PlaceOf(node);
        if (place >= 0) return place;
        graph.SetPlace(node, _nodes.Count);
        _nodes.Add(node);
        _outside.Add(graph.ReferencesTo(node));
        return _nodes.Count - 1;
    }

    private List<TNode> TargetsOf(TNode node)
    {
        _targets.Clear();
        graph.Trace(node, _targets);
        return _targets;
    }
}
