namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The phases of a loop's turn, in libuv's order: timers, what was put off, what the poller reports, closing. Each element is
/// a callback to be made now; what follows it is decided when it has returned. An enumerator that is given up in the middle
/// (its callback failed) leaves what it had taken to the next run.
/// </summary>
internal static class IoTurns
{
    /// <summary>Until no handle is active, no request unfinished and no closing callback due.</summary>
    public static IEnumerator<Callback> Run(IoLoop loop)
    {
        loop.Runs++;
        try
        {
            if (!loop.IsAlive) loop.UpdateTime();
            while (loop.IsAlive)
            {
                loop.UpdateTime();
                foreach (Callback callback in loop.Timers.Ring(loop)) yield return callback;
                foreach (Callback callback in PutOff(loop)) yield return callback;
                foreach (Callback callback in Reported(loop)) yield return callback;
                foreach (Callback callback in Closing(loop)) yield return callback;
            }
        }
        finally
        {
            loop.Runs--;
        }
    }

    /// <summary>All handles, closing ones too, in the order in which they were made. Those that the callback makes are met.</summary>
    public static IEnumerator<Callback> Walk(IoLoop loop, nint function, nint argument)
    {
        for (LinkedListNode<IoHandle>? node = loop.Handles.First; node != null; node = node.Next)
            yield return new Callback(function, node.Value.Address, argument);
    }

    private static IEnumerable<Callback> PutOff(IoLoop loop)
    {
        Queue<IoTcp> taken = loop.TakePutOff();
        try
        {
            while (taken.TryDequeue(out IoTcp? tcp))
                foreach (Callback callback in tcp.DeliverPutOff()) yield return callback;
        }
        finally
        {
            while (taken.TryDequeue(out IoTcp? tcp)) loop.PutOff(tcp);
        }
    }

    private static IEnumerable<Callback> Reported(IoLoop loop)
    {
        Queue<Report> reports = loop.Poll();
        try
        {
            while (reports.TryDequeue(out Report report))
                foreach (Callback callback in report.Source.Deliver(report.Events)) yield return callback;
        }
        finally
        {
            while (reports.TryDequeue(out Report report)) loop.KeepForNextPoll(report);
        }
    }

    // Last closed, first served.
    private static IEnumerable<Callback> Closing(IoLoop loop)
    {
        Stack<IoHandle> taken = loop.TakeClosing();
        try
        {
            while (taken.TryPop(out IoHandle? handle))
                foreach (Callback callback in handle.FinishClosing()) yield return callback;
        }
        finally
        {
            while (taken.TryPop(out IoHandle? handle)) loop.Close(handle);
        }
    }
}
