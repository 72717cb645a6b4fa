using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using Uv = Rustrt.Federation.Uv;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// A name look-up, on a thread of libuv. Not with libuv 1.x's own request for this: that one rewrites names and results. The
/// status of a failure is the resolver's own number.
/// </summary>
internal sealed unsafe partial class LookUp : IReported
{
    private const int UnknownName = -2, NoAddress = -5, NoSuchEntry = 2;

    private readonly IoLoop _loop;
    private readonly IoRequest _request;
    private readonly nint _word;
    private readonly Uv.uv_work_s* _work;
    private readonly byte* _node, _service;
    private readonly AddressEntry* _hints;
    private int _status;
    private AddressEntry* _list;

    private LookUp(IoLoop loop, IoRequest request, byte* node, byte* service, AddressEntry* hints)
    {
        _loop = loop;
        _request = request;
        _node = Copy(node);
        _service = Copy(service);
        if (hints != null)
        {
            _hints = (AddressEntry*)NativeMemory.Alloc((nuint)sizeof(AddressEntry));
            *_hints = *hints;
        }
        _word = IoObject.Keep(this);
        _work = (Uv.uv_work_s*)NativeMemory.AllocZeroed(uv_req_size(Uv.uv_req_type.UV_WORK));
        uv_req_set_data((Uv.uv_req_s*)_work, (void*)_word);
    }

    /// <summary>Names and hints may be null (not both names) and are copied. 0 if begun; the list is then the caller's to
    /// free.</summary>
    public static int Begin(IoLoop loop, uv_getaddrinfo_s* proxy, nint callback, byte* node, byte* service, AddressEntry* hints)
    {
        if (proxy == null || callback == 0 || (node == null && service == null)) return loop.Note(new uv_err_t { code = IoErrors.Invalid });
        IoRequest request = new(loop, proxy, callback);
        LookUp begun = new(loop, request, node, service, hints);
        request.Publish(rustrt_uv_req_type.RUSTRT_UV_GETADDRINFO);
        LibUv.Check(uv_queue_work(loop.Native, begun._work, &Resolve, &Resolved), nameof(uv_queue_work));
        return 0;
    }

    /// <summary>A list that a look-up gave.</summary>
    public static void Free(AddressEntry* list)
    {
        if (list != null) FreeList(list);
    }

    /// <inheritdoc/>
    public IEnumerable<Callback> Deliver(IoEvents events)
    {
        _request.Settle();
        if (_status is UnknownName or NoAddress) _loop.Note(new uv_err_t { code = IoErrors.NoEntry, sys_errno = NoSuchEntry });
        else if (_status != 0) _loop.Note(new uv_err_t { code = IoErrors.AddrInfo, sys_errno = _status });
        return [Complete()];
    }

    /// <summary>The loop is being deleted.</summary>
    public void Drop() => Free(_list);

    private Callback Complete() => _request.Complete(_status, (nint)_list);

    // On a thread of libuv.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Resolve(Uv.uv_work_s* work)
    {
        LookUp self = Of(work);
        AddressEntry* list = null;
        self._status = GetAddresses(self._node, self._service, self._hints, &list);
        self._list = list;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Resolved(Uv.uv_work_s* work, int status)
    {
        LookUp self = Of(work);
        NativeMemory.Free(self._node);
        NativeMemory.Free(self._service);
        NativeMemory.Free(self._hints);
        NativeMemory.Free(self._work);
        IoObject.Drop(self._word);
        if (self._loop.IsDeleting) self.Drop();
        else self._loop.Report(self, IoEvents.None);
    }

    private static LookUp Of(Uv.uv_work_s* work) => IoObject.At<LookUp>((nint)uv_req_get_data((Uv.uv_req_s*)work));

    private static byte* Copy(byte* text)
    {
        if (text == null) return null;
        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        byte* copy = (byte*)NativeMemory.AllocZeroed((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(copy, bytes.Length));
        return copy;
    }

    [LibraryImport("libc", EntryPoint = "getaddrinfo")]
    private static partial int GetAddresses(byte* node, byte* service, AddressEntry* hints, AddressEntry** list);

    [LibraryImport("libc", EntryPoint = "freeaddrinfo")]
    private static partial void FreeList(AddressEntry* list);
}
