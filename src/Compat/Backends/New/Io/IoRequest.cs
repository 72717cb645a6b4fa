using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// A request whose storage is the caller's, from the call that takes it until just before its callback, which may free the
/// storage. Nothing of the proxy but the named fields is written (rustrt_uv.h).
/// </summary>
internal unsafe class IoRequest
{
    private readonly IoLoop _loop;
    private readonly uv_req_s* _proxy;
    private readonly nint _callback;

    public IoRequest(IoLoop loop, void* proxy, nint callback)
    {
        _loop = loop;
        _proxy = (uv_req_s*)proxy;
        _callback = callback;
    }

    /// <summary>It is taken: counted among the unfinished ones of its loop.</summary>
    public void Publish(rustrt_uv_req_type type)
    {
        _loop.Requests++;
        _proxy->type = (uint)type;
        _proxy->owned = _loop.Proxy->owned;
    }

    /// <summary>It is done: no longer counted.</summary>
    public void Settle() => _loop.Requests--;

    /// <summary>Its callback, which is the last that is done with it; none if the caller gave none.</summary>
    public Callback Complete(int status, nint more = 0)
    {
        _proxy->owned = null;
        return _callback == 0 ? default : new Callback(_callback, (nint)_proxy, status, more);
    }
}
