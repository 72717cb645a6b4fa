namespace Rustrt.Federation.Tests;

/// <summary>
/// The real threads behind the modelled ones, kept for all schedules of a search. Each goes on when it is resumed and until
/// it resumes another.
/// </summary>
internal sealed class ModelWorkers : IDisposable
{
    /// <summary>No thread's index.</summary>
    public const int Nobody = -1;

    private readonly SemaphoreSlim[] _turns;
    private readonly Thread[] _threads;
    private readonly bool[] _playing;
    private readonly SemaphoreSlim _done = new(0);
    private Action<int>? _body;

    public ModelWorkers(int count)
    {
        _turns = [.. Enumerable.Range(0, count).Select(_ => new SemaphoreSlim(0))];
        _playing = new bool[count];
        _threads = [.. Enumerable.Range(0, count).Select(i => new Thread(() => Work(i), 256 << 10) { IsBackground = true })];
        foreach (var thread in _threads) thread.Start();
    }

    /// <summary>Plays all threads to their end, <paramref name="first"/> first.</summary>
    public void Play(int count, int first, Action<int> body)
    {
        _body = body;
        Array.Fill(_playing, true, 0, count);
        Resume(first);
        _done.Wait();
    }

    public void Resume(int index) => _turns[index].Release();

    public void Await(int index) => _turns[index].Wait();

    /// <summary>
    /// The thread has ended; <paramref name="next"/> goes on. Nobody: all have ended, or those left are to be unwound one by one.
    /// </summary>
    public void Ended(int index, int next)
    {
        _playing[index] = false;
        if (next == Nobody) next = Array.IndexOf(_playing, true);
        if (next == Nobody) _done.Release();
        else Resume(next);
    }

    public void Dispose()
    {
        _body = null;
        foreach (var turn in _turns) turn.Release();
        foreach (var thread in _threads) thread.Join();
        foreach (var turn in _turns) turn.Dispose();
        _done.Dispose();
    }

    private void Work(int index)
    {
        while (true)
        {
            _turns[index].Wait();
            if (_body is not { } body) return;
            body(index);
        }
    }
}
