using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>How the end of a handle is told.</summary>
internal enum Farewell
{
    /// <summary>To the callback in the proxy, if there is one.</summary>
    Plain,
    /// <summary>To the callback in the id record (<see cref="HighLevel"/>).</summary>
    HighLevel,
    /// <summary>To nobody; the proxy goes back to the exchange heap.</summary>
    Operation,
}

/// <summary>
/// The runtime's side of a handle whose storage is the caller's: its place in the loop, and its end. The proxy (rustrt_uv.h)
/// points here until the closing callback begins.
/// </summary>
internal abstract unsafe class IoHandle
{
    private readonly LinkedListNode<IoHandle> _place;
    private readonly nint _word;
    private Farewell _farewell;
    private bool _isActive;

    protected IoHandle(IoLoop loop, uv_handle_s* proxy, rustrt_uv_handle_type type)
    {
        Loop = loop;
        Proxy = proxy;
        proxy->close_cb = null;
        proxy->data = null;
        proxy->loop = loop.Proxy;
        proxy->type = (uint)type;
        proxy->padding = 0;
        _word = IoObject.Keep(this);
        proxy->owned = (void*)_word;
        _place = loop.Handles.AddLast(this);
    }

    public IoLoop Loop { get; }

    public uv_handle_s* Proxy { get; }

    /// <summary>The proxy's address, as a callback gets it.</summary>
    public nint Address => (nint)Proxy;

    public bool IsClosing { get; private set; }

    /// <summary>An active handle keeps its loop running.</summary>
    protected bool IsActive
    {
        get => _isActive;
        set
        {
            if (value != _isActive) Loop.Active += value ? 1 : -1;
            _isActive = value;
        }
    }

    /// <summary>The handle behind a proxy.</summary>
    public static T Of<T>(void* proxy) where T : IoHandle => IoObject.At<T>((nint)((uv_handle_s*)proxy)->owned);

    /// <summary>From now on no callback but those of unfinished requests and the closing one. Twice is an assertion.</summary>
    public static void Close(uv_handle_s* proxy, delegate* unmanaged[Cdecl]<uv_handle_s*, void> callback, Farewell farewell)
    {
        IoHandle? handle = proxy->owned == null ? null : Of<IoHandle>(proxy);
        if (handle == null || handle.IsClosing)
            Fatal.Assertion("handle && !handle->closing && \"handle is closed already\"", "rust_uv.cpp", 0, "void rust_uv_close(uv_handle_t*, uv_close_cb)");
        proxy->close_cb = callback;
        handle._farewell = farewell;
        handle.IsClosing = true;
        handle.Stop();
        handle.IsActive = false;
        handle.Loop.Close(handle);
    }

    /// <summary>The end of a closed handle, in the loop's closing phase.</summary>
    public IEnumerable<Callback> FinishClosing()
    {
        foreach (Callback callback in EndRequests()) yield return callback;
        Stop(); // what calls on the closing handle have begun
        Callback last = Leave();
        if (last.Function != 0) yield return last;
    }

    /// <summary>The loop is being deleted: the proxy may be gone and is not touched.</summary>
    public void Abandon()
    {
        if (!IsClosing) Stop();
        IoObject.Drop(_word);
    }

    /// <summary>Closing or being abandoned: nothing is to be reported any more.</summary>
    protected abstract void Stop();

    /// <summary>Tells the unfinished requests.</summary>
    protected virtual IEnumerable<Callback> EndRequests() => [];

    private Callback Leave()
    {
        Loop.Handles.Remove(_place);
        IoObject.Drop(_word);
        Proxy->owned = null;
        switch (_farewell)
        {
            case Farewell.HighLevel:
                return HighLevel.ClosedCallback(Proxy);
            case Farewell.Operation:
                HighLevel.Release(Proxy);
                return default;
            default:
                return new Callback((nint)Proxy->close_cb, Address);
        }
    }
}
