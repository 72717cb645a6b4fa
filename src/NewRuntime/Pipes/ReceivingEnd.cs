using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Pipes;

/// <summary>The receiving end of one pipe.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class ReceivingEnd<T> : Receiver
{
    private readonly PipeCore<T> _core;

    private protected ReceivingEnd(PipeCore<T> core)
        : base(core) => _core = core;

    /// <summary>The shared part, with its values.</summary>
    private protected PipeCore<T> Values => _core;

    /// <summary>Waits for a value.</summary>
    /// <exception cref="InvalidOperationException">This end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">This end is closed.</exception>
    public ReceiveAwaitable<T> Receive()
    {
        Use();
        return new ReceiveAwaitable<T>(_core);
    }

    /// <summary>Takes a value if there is one.</summary>
    public bool TryReceive([MaybeNullWhen(false)] out T value) => _core.TryReceive(out value, Use());

    /// <summary>Waits for a value on a thread that runs no scheduler, which blocks meanwhile.</summary>
    /// <param name="limit">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="InvalidOperationException">Called by a task, which must not block its scheduler.</exception>
    public Received<T> ReceiveBlocking(TimeSpan? limit = null)
    {
        Use();
        Receiving.Block(_core, limit ?? Timeout.InfiniteTimeSpan);
        return Receiving.Finish(_core);
    }
}
