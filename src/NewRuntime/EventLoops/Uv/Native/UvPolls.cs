// The descriptors that a loop watches: a poll handle each, for as long as it is watched. libuv checks a descriptor when the
// handle is made, so a handle does not outlive one use of its number. The memory of a handle goes when the loop has let
// go of it, which is in a later turn. libuv makes watched descriptors non-blocking.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Federation.Uv;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Federation;

/// <summary>The poll handles of one libuv loop.</summary>
internal sealed unsafe class UvPolls(uv_loop_s* loop)
{
    private readonly uv_loop_s* _loop = loop;
    private readonly Dictionary<int, Entry> _entries = [];

    private sealed class Entry(int descriptor, IReadinessTarget target, uv_poll_s* handle)
    {
        internal int Descriptor => descriptor;
        internal IReadinessTarget Target => target;
        internal uv_poll_s* Handle => handle;
    }

    /// <summary><see cref="IEventLoop.Watch"/>.</summary>
    internal void Watch(int descriptor, Readiness what, IReadinessTarget target)
    {
        if (_entries.TryGetValue(descriptor, out var entry) && (what == Readiness.None || entry.Target != target))
        {
            Close(entry);
            entry = null;
        }
        if (what == Readiness.None) return;
        entry ??= Open(descriptor, target);
        var events = ((what & Readiness.Readable) != 0 ? uv_poll_event.UV_READABLE : 0)
            | ((what & Readiness.Writable) != 0 ? uv_poll_event.UV_WRITABLE : 0);
        UvResult.Check(uv_poll_start(entry.Handle, (int)events, &Ready), nameof(uv_poll_start));
    }

    /// <summary>Closes all handles; the loop has to run until it has let go of them.</summary>
    internal void CloseAll()
    {
        foreach (var entry in _entries.Values.ToArray()) Close(entry);
    }

    private Entry Open(int descriptor, IReadinessTarget target)
    {
        var handle = (uv_poll_s*)NativeMemory.AllocZeroed(uv_handle_size(uv_handle_type.UV_POLL));
        int result = uv_poll_init(_loop, handle, descriptor);
        if (result < 0)
        {
            NativeMemory.Free(handle);
            throw new InvalidOperationException(
                $"Descriptor {descriptor} cannot be watched: {Marshal.PtrToStringUTF8((nint)uv_strerror(result))}.");
        }
        var entry = new Entry(descriptor, target, handle);
        uv_handle_set_data((uv_handle_s*)handle, (void*)GCHandle.ToIntPtr(GCHandle.Alloc(entry)));
        _entries.Add(descriptor, entry);
        return entry;
    }

    private void Close(Entry entry)
    {
        _entries.Remove(entry.Descriptor);
        uv_close((uv_handle_s*)entry.Handle, &Closed);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ready(uv_poll_s* handle, int status, int events)
    {
        var entry = (Entry)GCHandle.FromIntPtr((nint)uv_handle_get_data((uv_handle_s*)handle)).Target!;
        var what = (((uv_poll_event)events & uv_poll_event.UV_READABLE) != 0 ? Readiness.Readable : 0)
            | (((uv_poll_event)events & uv_poll_event.UV_WRITABLE) != 0 ? Readiness.Writable : 0);

        // An error is something that a read or a write will tell.
        entry.Target.Ready(entry.Descriptor, status < 0 ? Readiness.Readable | Readiness.Writable : what);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Closed(uv_handle_s* handle)
    {
        GCHandle.FromIntPtr((nint)uv_handle_get_data(handle)).Free();
        NativeMemory.Free(handle);
    }
}
