using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What a name stands for: an exchange block, or why there is none.</summary>
internal unsafe struct IpList
{
    public rustcore_ip* First;
    public nuint Count;
    public rustcore_tcp_error Error;
}

/// <summary>A name look-up, from its start to its callback. What fails at once has no callback.</summary>
internal unsafe struct Resolving
{
    private const int StreamSocket = 1;

    /// <summary>First, for its alignment.</summary>
    private uv_getaddrinfo_s _request;
    private byte* _node;
    public rustcore_chan_one* Answer;
    private uv_loop_s* _loop;
    private AddressEntry _hints;
    private IpList _found;
    /// <summary>While it is finished.</summary>
    private delegate*<rustrt_task_block*, nint, ulong> _then;
    private nint _with;

    private static readonly nint s_resolved = Descriptors.Native((nint)(delegate* unmanaged<void*, int, addrinfo*, void>)&Resolved);
    private static readonly nint s_finish = Descriptors.Native((nint)(delegate* unmanaged<Resolving*, void>)&FinishCalledBack);

    /// <summary>Of the messages with what was found.</summary>
    public static type_desc* ListType { get; } = Descriptors.Make<IpList>(&ListDropped);

    public static IoJob* Job(byte* node, out Resolving* resolving)
    {
        ReadOnlySpan<byte> text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(node);
        resolving = Blocks.Make<Resolving>();
        resolving->_node = (byte*)NativeMemory.AllocZeroed((nuint)text.Length + 1);
        text.CopyTo(new Span<byte>(resolving->_node, text.Length));
        resolving->_hints.SocketType = StreamSocket; // each address once
        IoJob* job = Blocks.Make<IoJob>();
        *job = new() { Run = &Start, DropSubject = &Drop, Subject = resolving };
        return job;
    }

    private static ulong Drop(rustrt_task_block* task, IoJob* job, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        rustcore_chan_one* answer = ((Resolving*)job->Subject)->Answer;
        Free((Resolving*)job->Subject);
        return answer != null ? Steps.Drop(task, LibraryBinding.Api->ChanOneDrop, answer, then, with) : then(task, (nint)with);
    }

    private static void Free(Resolving* resolving)
    {
        NativeMemory.Free(resolving->_node);
        Blocks.Free(resolving);
    }

    private static ulong Start(rustrt_task_block* task, IoJob* job)
    {
        Resolving* resolving = (Resolving*)job->Subject;
        job->DropSubject = null;
        resolving->_loop = job->Loop->Uv;
        LibraryBinding.Api->Uv->SetRequestData(resolving, resolving);
        int status = LibraryBinding.Api->Uv->GetAddrInfo(resolving->_loop, &resolving->_request, s_resolved, resolving->_node, null, (addrinfo*)&resolving->_hints);
        resolving->_found.Error = TcpErrors.OfStatus(status, resolving->_loop);
        return resolving->_found.Error.name == null ? IoLoop.Done(task, job) : Finish(task, resolving, &JobDone, job);
    }

    private static ulong JobDone(rustrt_task_block* task, nint job) => IoLoop.Done(task, (IoJob*)job);

    [UnmanagedCallersOnly]
    private static void Resolved(void* request, int status, addrinfo* list)
    {
        Resolving* resolving = (Resolving*)LibraryBinding.Api->Uv->RequestData(request);
        resolving->_found.Error = TcpErrors.OfStatus(status, resolving->_loop);
        if (resolving->_found.Error.name == null) Copy(list, ref resolving->_found);
        if (list != null) LibraryBinding.Api->Uv->FreeAddrInfo(list);
        Steps.OnRust(Descriptors.Caller, s_finish, resolving);
    }

    private static void Copy(addrinfo* list, ref IpList found)
    {
        LibraryUv* uv = LibraryBinding.Api->Uv;
        nuint all = 0;
        for (addrinfo* one = list; one != null; one = uv->NextAddrInfo(one)) all++;
        found.First = (rustcore_ip*)uv->ExchangeAllocate(all * (nuint)sizeof(rustcore_ip));
        for (addrinfo* one = list; one != null; one = uv->NextAddrInfo(one))
            if (uv->IsIp4(one) != 0) found.First[found.Count++].v4 = *uv->AsIp4(one);
            else if (uv->IsIp6(one) != 0) found.First[found.Count++].v6 = *uv->AsIp6(one);
    }

    [UnmanagedCallersOnly]
    private static void FinishCalledBack(Resolving* resolving) => Finish(Descriptors.Caller, resolving, &Nothing, null);

    private static ulong Nothing(rustrt_task_block* task, nint with) => 0;

    private static ulong Finish(rustrt_task_block* task, Resolving* resolving, delegate*<rustrt_task_block*, nint, ulong> then, void* with)
    {
        resolving->_then = then;
        resolving->_with = (nint)with;
        return Steps.Call(task, LibraryBinding.Api->SendOne, [(ulong)resolving->Answer, (ulong)&resolving->_found], &Told, resolving);
    }

    private static ulong Told(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        Resolving told = *(Resolving*)with;
        Free((Resolving*)with);
        return failed ? Steps.End(task, failed) : told._then(task, told._with);
    }

    [UnmanagedCallersOnly]
    private static void ListDropped(void* result, void* env, type_desc** types, void* value)
    {
        rustcore_ip* first = ((IpList*)value)->First;
        if (first != null) LibraryBinding.Api->Uv->ExchangeFree(first);
    }
}
