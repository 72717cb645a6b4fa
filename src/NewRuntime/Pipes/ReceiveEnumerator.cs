using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>The values of a pipe for <c>await foreach</c>.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReceiveEnumerator<T>
{
    private readonly Receiver<T> _receiver;

    internal ReceiveEnumerator(Receiver<T> receiver) => _receiver = receiver;

    /// <summary>The value that was received last.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>Waits for the next value; false: there will be none.</summary>
    public MoveNextAwaitable MoveNextAsync() => new(this, _receiver.Receive());

    /// <summary>Awaits the next value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public readonly struct MoveNextAwaitable : ICriticalNotifyCompletion, IFrameAwaiter
    {
        private readonly ReceiveEnumerator<T> _values;
        private readonly ReceiveAwaitable<T> _receive;

        internal MoveNextAwaitable(ReceiveEnumerator<T> values, ReceiveAwaitable<T> receive)
        {
            _values = values;
            _receive = receive;
        }

        /// <inheritdoc cref="ReceiveAwaitable{T}.IsCompleted"/>
        public bool IsCompleted => _receive.IsCompleted;

        /// <summary>Itself.</summary>
        public MoveNextAwaitable GetAwaiter() => this;

        /// <summary>Whether there is another value.</summary>
        /// <exception cref="TaskCancelledException">The task has been cancelled.</exception>
        public bool GetResult()
        {
            var received = _receive.GetResult();
            if (received.TryGet(out var value))
            {
                _values.Current = value;
                return true;
            }
            return received.Status == WaitStatus.Closed ? false : throw new TaskCancelledException();
        }

        /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
        public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("a Receiver", continuation);

        /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
        public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("a Receiver", continuation);

        void IFrameAwaiter.Suspend(Frame frame) => _receive.Suspend(frame);
    }
}
