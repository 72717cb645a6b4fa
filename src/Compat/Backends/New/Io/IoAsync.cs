using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Whom a wake-up calls.</summary>
internal enum WakeKind
{
    Plain,
    HighLevel,
    Operation,
}

/// <summary>A wake-up of the loop from any thread. It keeps the loop running until it is closed.</summary>
internal sealed unsafe class IoAsync : IoHandle
{
    private readonly nint _callback;
    private readonly WakeKind _kind;
    private int _isPending;

    public IoAsync(IoLoop loop, uv_async_s* proxy, nint callback, WakeKind kind)
        : base(loop, (uv_handle_s*)proxy, rustrt_uv_handle_type.RUSTRT_UV_ASYNC)
    {
        _callback = callback;
        _kind = kind;
        Place = loop.Asyncs.Add(this);
        IsActive = true;
    }

    /// <summary>Where it is in the loop's list.</summary>
    public LinkedListNode<IoAsync> Place { get; }

    /// <summary>What a wake-up calls.</summary>
    public Callback Waking => _kind switch
    {
        WakeKind.HighLevel => HighLevel.WakeCallback(Proxy),
        WakeKind.Operation => HighLevel.OperationCallback(Proxy),
        _ => new Callback(_callback, Address, 0),
    };

    /// <summary>From any thread. Sends are one until the callback begins.</summary>
    public void Send()
    {
        if (Interlocked.Exchange(ref _isPending, 1) == 0) Loop.RingBell();
    }

    /// <summary>Takes the sends up to now: was there one?</summary>
    public bool TakeSends() => Interlocked.Exchange(ref _isPending, 0) != 0;

    protected override void Stop() => Place.List?.Remove(Place);
}
