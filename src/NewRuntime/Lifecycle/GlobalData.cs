using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>Data of which a federation has one of each type. Any thread or task.</summary>
[DebuggerDisplay("{_values.Count} types")]
public sealed class GlobalData
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _values = new();
    private readonly Stack<object> _made = new(); // those that are disposed of in the end
    private bool _closed;

    internal GlobalData()
    {
    }

    /// <summary>The value of a type; the first who asks makes it, and others wait for that. If making it fails, all who asked are
    /// told, and so is whoever asks later.</summary>
    /// <typeparam name="T">The key. A value that is <see cref="IDisposable"/>, or else <see cref="IAsyncDisposable"/>, is disposed of when
    /// all tasks have ended, the last made first (<see cref="FederationOptions.GlobalDataFailed"/>).</typeparam>
    /// <param name="make">Makes it. Must not ask for the same type.</param>
    /// <exception cref="InvalidOperationException">The federation has ended.</exception>
    [Service("global data", ServiceNeeds.Federation)]
    public T GetOrMake<T>(Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        if (Volatile.Read(ref _closed)) ThrowClosed(typeof(T));
        return (T)_values.GetOrAdd(typeof(T), static (_, data) => new Lazy<object>(() => data.Global.Keep(data.Make())), (Global: this, Make: make)).Value;
    }

    /// <summary>All tasks have ended. Returns what could not be disposed of; the calling thread waits for what does that asynchronously.</summary>
    internal List<GlobalDataFailure> Close()
    {
        lock (_made) _closed = true;
        var failures = new List<GlobalDataFailure>();
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // a foreign loop's would send the rest of an asynchronous disposal to this thread
        while (_made.TryPop(out object? value))
        {
            try
            {
                if (value is IDisposable disposable) disposable.Dispose();
                else ((IAsyncDisposable)value).DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
            catch (Exception e)
            {
                failures.Add(new GlobalDataFailure(value.GetType(), e));
            }
        }
        SynchronizationContext.SetSynchronizationContext(context);
        return failures;
    }

    private object Keep(object value)
    {
        lock (_made)
        {
            if (_closed) ThrowClosed(value.GetType());
            if (value is IDisposable or IAsyncDisposable) _made.Push(value);
            return value;
        }
    }

    private static void ThrowClosed(Type type) =>
        throw new InvalidOperationException($"The federation has ended: there is no global {type.Name} any more.");
}
