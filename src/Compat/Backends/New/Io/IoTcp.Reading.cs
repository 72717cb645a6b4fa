using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// What is read from a connection: into a buffer of the caller's, which is asked for before each read.
internal sealed unsafe partial class IoTcp
{
    private const nint Suggested = 64 * 1024;
    // One stream shall not starve the others.
    private const int MostReads = 32;

    private nint _allocate, _onRead;
    private bool _isReading, _wasPartial;

    /// <summary>Other callbacks for a stream that is being read are taken. One without a socket is an assertion.</summary>
    public nint StartReading(nint allocate, nint callback)
    {
        if (!IsClosing && !HasSocket)
            Fatal.Assertion("(tcp->closing || !libuv::uv_fileno(&tcp->uv.handle, &fd)) && \"reading from a stream without a socket\"", "rust_uv.cpp", 0, "int rust_uv_read_start(uv_stream_t*, uv_alloc_cb, uv_read_cb)");
        _allocate = allocate;
        _onRead = callback;
        if (IsClosing) return -Errno.EINVAL;
        if (_isReading) return 0;
        return _mayRead ? Resume() : -Errno.ENOTCONN;
    }

    public void StopReading()
    {
        if (!_isReading) return;
        _isReading = false;
        DoNotWant(IoEvents.Readable);
        IsActive = false;
    }

    private nint Resume()
    {
        _isReading = true;
        Want(IoEvents.Readable);
        IsActive = true;
        return 0;
    }

    private IEnumerable<Callback> Read()
    {
        _wasPartial = false;
        for (int i = 0; i < MostReads && _isReading; i++)
        {
            yield return new Callback(_allocate, Address, Suggested);
            uv_buf_t buffer = TakeBuffer();
            nint count = Fill(buffer);
            if (count == -Errno.EOF)
            {
                StopReading();
            }
            else if (count is < 0 and not -Errno.EAGAIN)
            {
                _mayRead = _mayWrite = false;
            }
            yield return Told(count, buffer);
            if (count is < 0 and not -Errno.EAGAIN) StopReading();
            if (count < 0) yield break;
            if (count < (nint)buffer.len)
            {
                _wasPartial = true;
                yield break;
            }
        }
    }

    // libuv 1.x saves the read after a hang-up, and calls it the end; it may have been a reset. As a rule of 0.9 the caller
    // gets a buffer for it. docs/protocols/io-proxies.md.
    private IEnumerable<Callback> ReadAfterHangUp()
    {
        StopReading();
        yield return new Callback(_allocate, Address, Suggested);
        uv_buf_t buffer = TakeBuffer();
        nint count = Fill(buffer);
        if (count >= 0 || count == -Errno.EAGAIN) _ = StartReading(_allocate, _onRead);
        yield return Told(count, buffer);
    }

    private uv_buf_t TakeBuffer()
    {
        uv_buf_t buffer = Loop.Answer;
        if (buffer.@base == null)
            Fatal.Assertion("buffer.base && \"alloc callback gave no buffer\"", "rust_uv.cpp", 0, "uv_buf_t current_alloc_cb(uv_handle_t*, size_t)");
        if (buffer.len == 0)
            Fatal.Assertion("buffer.len > 0 && \"alloc callback gave an empty buffer\"", "rust_uv.cpp", 0, "uv_buf_t current_alloc_cb(uv_handle_t*, size_t)");
        // The callback has closed the stream that it is asked to give a buffer for.
        if (!HasSocket) Fatal.Assertion("uv__stream_fd(stream) >= 0", "src/unix/stream.c", 0, "uv__read");
        return buffer;
    }

    private nint Fill(uv_buf_t buffer)
    {
        nint count = Sockets.Read(_socket, buffer.@base, buffer.len);
        return count == 0 ? -Errno.EOF : count;
    }

    // Count 0 is nothing there after all: the error is noted, though it is none.
    private Callback Told(nint count, uv_buf_t buffer)
    {
        nint told = count >= 0 ? count : Loop.Status(count);
        if (count == -Errno.EAGAIN) told = 0;
        return new Callback(_onRead, Address, told, (nint)buffer.@base, (nint)buffer.len);
    }
}
