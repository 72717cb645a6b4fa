using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// What is written to a connection. A write is tried at once if nothing is before it; its callback comes on a later turn.
internal sealed unsafe partial class IoTcp
{
    // One stream shall not starve the others.
    private const int MostWrites = 32;

    private readonly Queue<WriteRequest> _writes = [];
    private Queue<WriteRequest> _written = [];
    // Queued behind a connect which failed: libuv 0.9 left them unfinished until the close.
    private readonly Queue<WriteRequest> _stranded = [];
    private nuint _bytesToWrite;

    public nint Write(uv_write_s* proxy, uv_buf_t* buffers, int count, nint callback)
    {
        if (count <= 0) Fatal.Assertion("nbufs > 0", "src/unix/stream.c", 0, "uv_write2");
        if (!HasSocket) return -Errno.EBADF;
        if (!_mayWrite) return -Errno.EPIPE;
        WriteRequest request = new(Loop, proxy, callback, new ReadOnlySpan<uv_buf_t>(buffers, count));
        proxy->handle = (uv_stream_s*)Proxy;
        request.Publish(rustrt_uv_req_type.RUSTRT_UV_WRITE);
        bool isFirst = _bytesToWrite == 0;
        _bytesToWrite += request.LeftBytes;
        _writes.Enqueue(request);
        if (_connect != null) return 0;
        if (isFirst) Write();
        else Want(IoEvents.Writable);
        return 0;
    }

    private void Write()
    {
        for (int i = 0; _writes.TryPeek(out WriteRequest? request); i++)
        {
            nint count = Sockets.Write(_socket, request.Left);
            if (count is < 0 and not -Errno.EAGAIN)
            {
                Finish(count);
                DoNotWant(IoEvents.Writable);
                return;
            }
            if (count >= 0)
            {
                _bytesToWrite -= (nuint)count;
                if (request.Advance((nuint)count))
                {
                    Finish(0);
                    if (i < MostWrites) continue;
                    return;
                }
            }
            Want(IoEvents.Writable);
            return;
        }
    }

    private void Finish(nint outcome)
    {
        WriteRequest request = _writes.Dequeue();
        request.Outcome = outcome;
        _written.Enqueue(request);
        Loop.PutOff(this);
    }

    private void CancelWrites()
    {
        while (_writes.TryDequeue(out WriteRequest? request))
        {
            request.Outcome = -Errno.ECANCELED;
            _written.Enqueue(request);
        }
    }

    private IEnumerable<Callback> TellWrites()
    {
        Queue<WriteRequest> taken = _written;
        _written = [];
        try
        {
            while (taken.TryDequeue(out WriteRequest? request))
            {
                request.Settle();
                _bytesToWrite -= request.LeftBytes;
                if (request.Outcome == -Errno.ECANCELED && !IsClosing) _stranded.Enqueue(request);
                else if (request.Complete(Loop.Status(request.Outcome)) is { Function: not 0 } told) yield return told;
            }
        }
        finally
        {
            while (taken.TryDequeue(out WriteRequest? request)) _written.Enqueue(request);
            if (_written.Count > 0 && !IsClosing) Loop.PutOff(this);
        }
    }
}
