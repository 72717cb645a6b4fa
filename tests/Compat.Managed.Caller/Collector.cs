namespace Rustrt.Compat.Managed.Caller;

/// <summary>Collects garbage on a thread of its own: every stack with C# on it is walked again and again.</summary>
internal sealed class Collector : IDisposable
{
    // Without any, threads that come back from native code hardly ever get past the next collection.
    private const int Breath = 2000;

    private readonly Thread _thread;
    private volatile bool _ends;

    public Collector()
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>How often it has collected.</summary>
    public static int Rounds => GC.CollectionCount(2);

    public void Dispose()
    {
        _ends = true;
        _thread.Join();
    }

    private void Run()
    {
        while (!_ends)
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            Thread.SpinWait(Breath);
        }
    }
}
