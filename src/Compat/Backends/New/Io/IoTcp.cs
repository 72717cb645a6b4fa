using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using Uv = Rustrt.Federation.Uv;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// A TCP socket: how it comes to be, what it is watched for, and its end. It behaves as a stream of libuv does, but each step
/// is taken when its callback is due and not before, so that earlier callbacks of the turn have their say. Results of calls
/// are those of libuv 1.x: 0, or an error number negated.
/// </summary>
internal sealed unsafe partial class IoTcp : IoHandle, IReported
{
    private const int None = -1;

    private int _socket = None;
    private bool _mayRead, _mayWrite;
    // What binding or connecting found out and the next step tells.
    private nint _delayedError;
    private Uv.uv_poll_s* _poll;
    private IoEvents _wanted, _watched;
    private bool _isChanged;
    private IoRequest? _connect;

    public IoTcp(IoLoop loop, uv_tcp_s* proxy) : base(loop, (uv_handle_s*)proxy, rustrt_uv_handle_type.RUSTRT_UV_TCP) =>
        loop.Emergency.Reserve();

    /// <summary>Among those that have work put off to the next turn.</summary>
    public bool IsPutOff { get; set; }

    public bool HasSocket => _socket != None;

    // ---- calls

    /// <summary>That the address is in use is only told by listening.</summary>
    public nint Bind(sockaddr_in* address)
    {
        if (IsClosing) return -Errno.EINVAL;
        nint error = NeedSocket(address->sin_family);
        if (error == 0) error = Sockets.Share(_socket, address->sin_family);
        if (error < 0) return error;
        error = Sockets.Bind(_socket, address, LengthOf(address));
        if (error is < 0 and not -Errno.EADDRINUSE) return error == -Errno.EAFNOSUPPORT ? -Errno.EINVAL : error;
        _delayedError = error;
        return 0;
    }

    public nint Connect(uv_connect_s* proxy, nint callback, sockaddr_in* address)
    {
        if (_connect != null) return -Errno.EALREADY;
        if (_delayedError == 0)
        {
            nint error = NeedSocket(address->sin_family);
            if (error < 0) return error;
            _mayRead = _mayWrite = true;
            error = Sockets.Connect(_socket, address, LengthOf(address));
            if (error == -Errno.ECONNREFUSED) _delayedError = error;
            else if (error is < 0 and not -Errno.EINPROGRESS) return error;
        }
        _connect = new IoRequest(Loop, proxy, callback);
        proxy->handle = (uv_stream_s*)Proxy;
        _connect.Publish(rustrt_uv_req_type.RUSTRT_UV_CONNECT);
        Want(IoEvents.Writable);
        if (_delayedError != 0) Loop.PutOff(this);
        return 0;
    }

    public nint PeerName(void* name, uint length) =>
        _delayedError != 0 ? _delayedError : HasSocket ? Sockets.PeerName(_socket, name, length) : -Errno.EINVAL;

    private nint NeedSocket(int family)
    {
        if (HasSocket) return 0;
        int socket = Sockets.New(family);
        if (socket < 0) return socket;
        _socket = socket;
        return 0;
    }

    // Addresses of either family begin alike.
    private static uint LengthOf(sockaddr_in* address) =>
        (uint)(address->sin_family == Sockets.Ip6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in));

    // ---- what it is watched for

    private void Want(IoEvents events) => SetWanted(_wanted | events);

    private void DoNotWant(IoEvents events) => SetWanted(_wanted & ~events);

    private void SetWanted(IoEvents events)
    {
        _wanted = events;
        NoteChange();
    }

    private void NoteChange()
    {
        if (_isChanged || _wanted == _watched) return;
        _isChanged = true;
        Loop.Changed(this);
    }

    /// <summary>Before the loop polls: tells libuv what is wanted.</summary>
    public void Watch()
    {
        _isChanged = false;
        if (_wanted == _watched || !HasSocket) return;
        _watched = _wanted;
        if (_poll == null)
        {
            _poll = (Uv.uv_poll_s*)NativeMemory.AllocZeroed(uv_handle_size(Uv.uv_handle_type.UV_POLL));
            LibUv.Check(uv_poll_init(Loop.Native, _poll, _socket), nameof(uv_poll_init));
            uv_handle_set_data((Uv.uv_handle_s*)_poll, Proxy->owned);
        }
        Uv.uv_poll_event events = 0;
        if ((_wanted & IoEvents.Readable) != 0) events |= Uv.uv_poll_event.UV_READABLE | Uv.uv_poll_event.UV_DISCONNECT;
        if ((_wanted & IoEvents.Writable) != 0) events |= Uv.uv_poll_event.UV_WRITABLE;
        LibUv.Check(uv_poll_start(_poll, (int)events, &Polled), nameof(uv_poll_start));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Polled(Uv.uv_poll_s* poll, int status, int reported)
    {
        IoTcp tcp = IoObject.At<IoTcp>((nint)uv_handle_get_data((Uv.uv_handle_s*)poll));
        IoEvents events = status < 0 ? IoEvents.Error : IoEvents.None;
        if (((Uv.uv_poll_event)reported & Uv.uv_poll_event.UV_READABLE) != 0) events |= IoEvents.Readable;
        if (((Uv.uv_poll_event)reported & Uv.uv_poll_event.UV_WRITABLE) != 0) events |= IoEvents.Writable;
        if (((Uv.uv_poll_event)reported & Uv.uv_poll_event.UV_DISCONNECT) != 0) events |= IoEvents.PeerEnded;
        if (status < 0)
        {
            // libuv stops watching a socket with an error.
            tcp._watched = IoEvents.None;
            tcp.NoteChange();
        }
        tcp.Loop.Report(tcp, events);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Unwatched(Uv.uv_handle_s* poll) => NativeMemory.Free(poll);

    // ---- what is delivered

    /// <inheritdoc/>
    public IEnumerable<Callback> Deliver(IoEvents events)
    {
        // An earlier callback may have closed it, or lost interest.
        if (_wanted == IoEvents.None) return [];
        // Connecting a closing handle is taken.
        if (IsClosing) Fatal.Assertion("!(stream->flags & UV_HANDLE_CLOSING)", "src/unix/stream.c", 0, "uv__stream_io");
        if ((events & IoEvents.Error) != 0) events |= _wanted;
        events &= _wanted | IoEvents.Error | IoEvents.PeerEnded;
        return _onConnection != 0 ? DeliverConnections() : DeliverStream(events);
    }

    /// <summary>What was put off to this turn.</summary>
    public IEnumerable<Callback> DeliverPutOff()
    {
        if (!IsPutOff) return [];
        IsPutOff = false;
        return DeliverStream(IoEvents.Writable);
    }

    private IEnumerable<Callback> DeliverStream(IoEvents events)
    {
        if (_connect != null)
        {
            foreach (Callback callback in DeliverConnect(_connect)) yield return callback;
            yield break;
        }
        if ((events & (IoEvents.Readable | IoEvents.Error)) != 0)
            foreach (Callback callback in Read()) yield return callback;
        if (!HasSocket) yield break;
        if ((events & (IoEvents.PeerEnded | IoEvents.Error)) != 0 && _isReading && _wasPartial && Sockets.HasHungUp(_socket))
            foreach (Callback callback in ReadAfterHangUp()) yield return callback;
        if (!HasSocket || (events & (IoEvents.Writable | IoEvents.Error)) == 0) yield break;
        Write();
        foreach (Callback callback in TellWrites()) yield return callback;
        if (_writes.Count == 0) DoNotWant(IoEvents.Writable);
    }

    private IEnumerable<Callback> DeliverConnect(IoRequest connect)
    {
        nint error = _delayedError != 0 ? _delayedError : Sockets.PendingError(_socket);
        _delayedError = 0;
        if (error == -Errno.EINPROGRESS) yield break;
        _connect = null;
        connect.Settle();
        if (error < 0 || _writes.Count == 0) DoNotWant(IoEvents.Writable);
        if (connect.Complete(Loop.Status(error)) is { Function: not 0 } told) yield return told;
        if (!HasSocket || error == 0) yield break;
        CancelWrites();
        foreach (Callback callback in TellWrites()) yield return callback;
    }

    // ---- the end

    /// <inheritdoc/>
    protected override void Stop()
    {
        _isReading = _mayRead = _mayWrite = false;
        _wanted = IoEvents.None;
        IsPutOff = false;
        if (_poll != null) uv_close((Uv.uv_handle_s*)_poll, &Unwatched);
        _poll = null;
        if (HasSocket) Sockets.Close(_socket);
        _socket = None;
        if (_accepted != None) Sockets.Close(_accepted);
        _accepted = None;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Callback> EndRequests()
    {
        if (_connect is { } connect)
        {
            connect.Settle();
            Callback told = connect.Complete(Loop.Status(-Errno.ECANCELED));
            if (told.Function != 0) yield return told;
            _connect = null;
        }
        CancelWrites();
        foreach (Callback callback in TellWrites()) yield return callback;
        while (_stranded.TryDequeue(out WriteRequest? write))
            if (write.Complete(Loop.Status(-Errno.ECANCELED)) is { Function: not 0 } told) yield return told;
    }
}
