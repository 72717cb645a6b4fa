// Tasks on their way to one scheduler, from any thread: many producers, one consumer, no lock.
//
// A stack of tasks chained through their own link. Producers push by compare-exchange, the consumer takes everything by one
// exchange and turns it round, which restores the order of arrival. Tasks are only ever taken all at once, so the stack
// knows no ABA problem. The push is a full fence: a producer may read the park word right after it (Parker, step w2).
namespace Rustrt.Federation;

/// <summary>The inbox of a scheduler.</summary>
internal sealed class Inbox
{
    private GreenTask? _newest;

    internal bool IsEmpty => Volatile.Read(ref _newest) is null;

    internal void Push(GreenTask task)
    {
        var newest = Volatile.Read(ref _newest);
        while (true)
        {
            task.Next = newest;
            var seen = Interlocked.CompareExchange(ref _newest, task, newest);
            if (seen == newest) return;
            newest = seen;
        }
    }

    /// <summary>Takes everything, oldest first; the caller follows the links.</summary>
    internal GreenTask? TakeAll()
    {
        var task = Interlocked.Exchange(ref _newest, null);
        GreenTask? oldest = null;
        while (task is not null)
        {
            var older = task.Next;
            task.Next = oldest;
            oldest = task;
            task = older;
        }
        return oldest;
    }
}
