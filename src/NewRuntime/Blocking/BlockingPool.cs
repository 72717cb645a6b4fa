// Threads for calls that block. They are started as calls come, up to a maximum; then calls wait in a queue, which has a limit,
// too: a program that blocks faster than it gets on must learn of it instead of growing. A thread that has had nothing to do for
// a while ends. Everything here is guarded by one lock, which is nothing beside a call that is worth a thread.
//
// A federation ends with its last task, and a task waits for the call that it has begun however it is cancelled, or has given it up within
// a time limit. So when the pool is closed nothing is queued, and what still runs nobody waits for but the end of the federation.
namespace Rustrt.Federation;

/// <summary>The threads of a federation that may block.</summary>
internal sealed class BlockingPool(Federation federation)
{
    private readonly LinkedList<BlockingCall> _queue = new();
    private readonly List<Thread> _threads = [];
    private int _idle; // threads that wait for a call; those that have been roused for one still count
    private int _lastNumber;
    private bool _closed;

    /// <summary>How many threads there are.</summary>
    internal int Threads
    {
        get { lock (_queue) return _threads.Count; }
    }

    /// <summary>How many of them have no call and none that is about to be theirs.</summary>
    internal int Idle
    {
        get { lock (_queue) return Math.Max(0, _idle - _queue.Count); }
    }

    /// <summary>How many calls wait for a thread.</summary>
    internal int Queued
    {
        get { lock (_queue) return _queue.Count; }
    }

    /// <summary>Has a call made by some thread, soon.</summary>
    /// <exception cref="BlockingPoolFullException">All threads are busy and the queue is full.</exception>
    internal void Add(BlockingCall call)
    {
        lock (_queue)
        {
            if (_closed) throw new InvalidOperationException("The federation has ended: nothing can block in it.");
            int waiting = _queue.Count - _idle;
            if (waiting >= 0 && _threads.Count < federation.Options.BlockingThreads) StartThread();
            else if (waiting >= federation.Options.BlockingQueueLength) throw new BlockingPoolFullException(_threads.Count, federation.Options.BlockingQueueLength);
            call.Place = _queue.AddLast(call);
            Monitor.Pulse(_queue);
        }
    }

    /// <summary>Whether a call waits for a thread that a task waits for.</summary>
    internal bool Queues(Frame task)
    {
        lock (_queue) return _queue.Any(call => call.IsOf(task));
    }

    /// <summary>Takes a call back. False: it has begun.</summary>
    internal bool TryRemove(BlockingCall call)
    {
        lock (_queue)
        {
            if (call.Place!.List is null) return false;
            _queue.Remove(call.Place);
            return true;
        }
    }

    /// <summary>Ends the threads and waits for them, and for calls that have been given up. No task is left that could make others.</summary>
    internal void Close()
    {
        Thread[] threads;
        lock (_queue)
        {
            _closed = true;
            threads = [.. _threads];
            Monitor.PulseAll(_queue);
        }
        foreach (var thread in threads) thread.Join();
    }

    private void StartThread()
    {
        var thread = new Thread(MakeCalls) { Name = $"rustrt-blocking-{++_lastNumber}", IsBackground = true };
        _threads.Add(thread);
        thread.UnsafeStart();
    }

    private void MakeCalls()
    {
        federation.ClaimBlockingThread();
        while (NextCall() is { } call) call.Make();
    }

    // Null: the thread is not needed any more.
    private BlockingCall? NextCall()
    {
        lock (_queue)
        {
            while (_queue.Count == 0)
            {
                _idle++;
                bool roused = !_closed && Monitor.Wait(_queue, federation.Options.BlockingKeepAlive);
                _idle--;
                if (roused || _queue.Count > 0) continue;
                _threads.Remove(Thread.CurrentThread);
                return null;
            }
            var call = _queue.First!.Value;
            _queue.RemoveFirst();
            return call;
        }
    }
}
