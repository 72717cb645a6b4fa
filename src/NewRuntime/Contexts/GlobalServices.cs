using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Rustrt.Federation.Memory;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>What needs neither a federation nor a task (<see cref="RuntimeService.Global"/>).</summary>
[DebuggerDisplay("what is there everywhere")]
[SuppressMessage("Performance", "CA1822", Justification = "Whoever has a value may call its members; that is what the value is for.")]
public readonly struct GlobalServices
{
    /// <inheritdoc cref="Pipe.Stream{T}"/>
    [Service("pipes", ServiceNeeds.Nothing)]
    public (Sender<T> Sender, Receiver<T> Receiver) Stream<T>() => Pipe.Stream<T>();

    /// <inheritdoc cref="Pipe.Bounded{T}"/>
    [Service("pipes", ServiceNeeds.Nothing)]
    public (Sender<T> Sender, Receiver<T> Receiver) Bounded<T>(int capacity) => Pipe.Bounded<T>(capacity);

    /// <inheritdoc cref="Pipe.Rendezvous{T}"/>
    [Service("pipes", ServiceNeeds.Nothing)]
    public (Sender<T> Sender, Receiver<T> Receiver) Rendezvous<T>() => Pipe.Rendezvous<T>();

    /// <inheritdoc cref="Pipe.Shared{T}"/>
    [Service("pipes", ServiceNeeds.Nothing)]
    public (SharedSender<T> Sender, Receiver<T> Receiver) Shared<T>(int capacity = int.MaxValue) => Pipe.Shared<T>(capacity);

    /// <inheritdoc cref="Pipe.OneShot{T}"/>
    [Service("pipes", ServiceNeeds.Nothing)]
    public (OneShotSender<T> Sender, OneShotReceiver<T> Receiver) OneShot<T>() => Pipe.OneShot<T>();

    /// <inheritdoc cref="Pipe.Select"/>
    [Service("pipes", ServiceNeeds.Nothing)]
    public Selection Select(params Receiver[] receivers) => Pipe.Select(receivers);

    /// <inheritdoc cref="ExchangeHeap.Allocate{T}"/>
    [Service("exchange heap", ServiceNeeds.Nothing)]
    public Owned<T> Allocate<T>(int length = 1, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : unmanaged => ExchangeHeap.Allocate<T>(length, file, line);

    /// <inheritdoc cref="GreenTask.RunBlocking(Action)"/>
    [Service("calls that block", ServiceNeeds.Nothing)]
    public RunBlockingAwaitable RunBlocking(Action body) => GreenTask.RunBlocking(body);

    /// <inheritdoc cref="GreenTask.RunBlocking{TResult}(Func{TResult})"/>
    [Service("calls that block", ServiceNeeds.Nothing)]
    public RunBlockingAwaitable<TResult> RunBlocking<TResult>(Func<TResult> body) => GreenTask.RunBlocking(body);
}
