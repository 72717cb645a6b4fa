namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The wake-ups of a loop, in the order in which they were made. One bell, a wake-up of libuv, stands for all of them: when
/// it rings, each is looked at in turn, so that one that is sent during the pass comes in the same pass if its turn is still
/// to come.
/// </summary>
internal sealed class AsyncList : IReported
{
    private readonly LinkedList<IoAsync> _all = new();

    public LinkedListNode<IoAsync> Add(IoAsync async) => _all.AddLast(async);

    // As libuv does it: those of the pass are set aside, and each goes back to the end when its turn comes; one that is made
    // meanwhile waits for the next pass.
    public IEnumerable<Callback> Deliver(IoEvents events)
    {
        LinkedList<IoAsync> pass = new();
        while (_all.First is { } node) Move(node, pass);
        try
        {
            while (pass.First is { } node)
            {
                Move(node, _all);
                if (node.Value.TakeSends()) yield return node.Value.Waking;
            }
        }
        finally
        {
            if (pass.First is { } left) left.Value.Loop.RingBell();
            while (pass.First is { } node) Move(node, _all);
        }
    }

    private static void Move(LinkedListNode<IoAsync> node, LinkedList<IoAsync> to)
    {
        node.List!.Remove(node);
        to.AddLast(node);
    }
}
