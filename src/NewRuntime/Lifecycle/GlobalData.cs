using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>Data of which a federation has one of each type. Any thread or task.</summary>
[DebuggerDisplay("{_values.Count} types")]
public sealed class GlobalData
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _values = new();
    private readonly Stack<IDisposable> _made = new();
    private bool _closed;

    internal GlobalData()
    {
    }

    /// <summary>The value of a type; the first who asks makes it, and others wait for that. If making it fails, all who asked are
    /// told, and so is whoever asks later.</summary>
    /// <typeparam name="T">The key. Of a disposable type the value is disposed when all tasks have ended, the last made first.</typeparam>
    /// <param name="make">Makes it. Must not ask for the same type.</param>
    /// <exception cref="InvalidOperationException">The federation has ended.</exception>
    [Service("global data", ServiceNeeds.Federation)]
    public T GetOrMake<T>(Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return (T)_values.GetOrAdd(typeof(T), static (_, data) => new Lazy<object>(() => data.Global.Keep(data.Make())), (Global: this, Make: make)).Value;
    }

    /// <summary>All tasks have ended.</summary>
    internal void Close()
    {
        lock (_made) _closed = true;
        while (_made.TryPop(out var value)) value.Dispose();
    }

    private object Keep(object value)
    {
        lock (_made)
        {
            if (_closed) throw new InvalidOperationException($"The federation has ended: there is no global {value.GetType().Name} any more.");
            if (value is IDisposable disposable) _made.Push(disposable);
            return value;
        }
    }
}
