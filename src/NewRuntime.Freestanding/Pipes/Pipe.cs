namespace Rustrt.Federation.Pipes;

/// <summary>
/// Makes pipes. The task or thread that makes one owns both ends until somebody else uses one (<see cref="PipeEnd"/>). Pipes need
/// no federation: threads use them alone, too.
/// </summary>
[Service("pipes", ServiceNeeds.Nothing)]
public static class Pipe
{
    private static Action<PipeLeak> s_leakFound = static leak => Console.Error.WriteLine($"rustrt: {leak}");

    /// <summary>
    /// Told of each end that has been lost while the pipe was in use: nobody has closed it, and nobody can reach it any more. It has been
    /// closed by then, so that the other end learns of it, though late. By default a line on stderr. Called by the finalizer's thread;
    /// must not throw. What tasks own is closed when they end and is never lost.
    /// </summary>
    public static Action<PipeLeak> LeakFound
    {
        get => s_leakFound;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            s_leakFound = value;
        }
    }

    /// <summary>A pipe without a limit: a send never waits.</summary>
    public static (Sender<T> Sender, Receiver<T> Receiver) Stream<T>() => Make<T>(int.MaxValue);

    /// <summary>A pipe that holds so many values: whoever sends more waits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public static (Sender<T> Sender, Receiver<T> Receiver) Bounded<T>(int capacity) => Make<T>(Checked(capacity));

    /// <summary>A pipe that holds nothing: a send waits until the value has been received.</summary>
    public static (Sender<T> Sender, Receiver<T> Receiver) Rendezvous<T>() => Make<T>(0);

    /// <summary>A pipe with as many sending ends as there are clones of the first.</summary>
    /// <param name="capacity">How many values it holds; no limit if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public static (SharedSender<T> Sender, Receiver<T> Receiver) Shared<T>(int capacity = int.MaxValue)
    {
        var core = new PipeCore<T>(Checked(capacity));
        return (new SharedSender<T>(core), new Receiver<T>(core));
    }

    /// <summary>A pipe for one value.</summary>
    public static (OneShotSender<T> Sender, OneShotReceiver<T> Receiver) OneShot<T>()
    {
        var core = new PipeCore<T>(1);
        return (new OneShotSender<T>(core), new OneShotReceiver<T>(core));
    }

    /// <summary>
    /// What can be received from first, of several pipes of whatever types: a green task awaits it, a thread asks it to
    /// <see cref="Selection.Block"/>. Nothing is taken: the next receive from that pipe does not wait. Of several that are ready the
    /// first in the given order is chosen; a <see cref="PortSet{T}"/> takes turns. Passed an array that is used again, this
    /// allocates nothing.
    /// </summary>
    /// <exception cref="ArgumentException">There are no receivers, or more than 65,535.</exception>
    public static Selection Select(params Receiver[] receivers)
    {
        ArgumentNullException.ThrowIfNull(receivers);
        if (receivers.Length is 0 or > ushort.MaxValue)
            throw new ArgumentException($"A select waits for 1 to {ushort.MaxValue} pipes, not {receivers.Length}.", nameof(receivers));
        return new Selection(receivers);
    }

    private static (Sender<T>, Receiver<T>) Make<T>(int capacity)
    {
        var core = new PipeCore<T>(capacity);
        return (new Sender<T>(core), new Receiver<T>(core));
    }

    private static int Checked(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return capacity;
    }
}
