using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>A write: what is left of it, and how it ended. The array is the runtime's copy, the data is the caller's.</summary>
internal sealed unsafe class WriteRequest(IoLoop loop, uv_write_s* proxy, nint callback, ReadOnlySpan<uv_buf_t> buffers)
    : IoRequest(loop, proxy, callback)
{
    private readonly uv_buf_t[] _buffers = buffers.ToArray();
    private int _next;

    /// <summary>The result of libuv 1.x that it ended with.</summary>
    public nint Outcome { get; set; }

    public ReadOnlySpan<uv_buf_t> Left => _buffers.AsSpan(_next);

    public nuint LeftBytes
    {
        get
        {
            nuint sum = 0;
            foreach (uv_buf_t buffer in Left) sum += buffer.len;
            return sum;
        }
    }

    /// <summary>So much was written; true when nothing is left. Of empty buffers each takes a write of its own.</summary>
    public bool Advance(nuint count)
    {
        do
        {
            ref uv_buf_t buffer = ref _buffers[_next];
            nuint part = Math.Min(count, buffer.len);
            buffer.@base += part;
            buffer.len -= part;
            if (buffer.len == 0) _next++;
            count -= part;
        }
        while (count > 0);
        return _next == _buffers.Length;
    }
}
