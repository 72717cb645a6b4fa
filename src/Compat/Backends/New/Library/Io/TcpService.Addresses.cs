using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

// Addresses and their text, names, and blocks of bytes.
internal sealed unsafe partial class TcpService
{
    private struct Lookup
    {
        public nuint* Count;
        public rustcore_tcp_error* Error;
        public IpList Found;
    }

    /// <summary>The old functions take bad text for some address, so they only get good one.</summary>
    public byte rustcore_ip_parse(byte* text, ushort port, rustcore_ip* @out, rustrt_task_block* caller)
    {
        byte* address = stackalloc byte[16];
        if (ParseAddress(Sockets.Ip4, text, address) == 1) @out->v4 = LibraryBinding.Api->Uv->Ip4Address(text, port);
        else if (ParseAddress(Sockets.Ip6, text, address) == 1) @out->v6 = LibraryBinding.Api->Uv->Ip6Address(text, port);
        else return 0;
        return 1;
    }

    public byte rustcore_ip_format(rustcore_ip* address, byte* text, nuint size, rustrt_task_block* caller)
    {
        rustcore_ip copy = *address;
        return copy.family switch
        {
            Sockets.Ip4 => LibraryBinding.Api->Uv->Ip4Name(&copy.v4, text, size) == 0 ? (byte)1 : (byte)0,
            Sockets.Ip6 => LibraryBinding.Api->Uv->Ip6Name(&copy.v6, text, size) == 0 ? (byte)1 : (byte)0,
            _ => 0,
        };
    }

    public void rustcore_bytes_drop(rustcore_bytes bytes, rustrt_task_block* caller)
    {
        if (bytes.data != null) LibraryBinding.Api->Uv->ExchangeFree(bytes.data);
    }

    public rustcore_ip* rustcore_ip_resolve(rustcore_iotask* io, byte* node, nuint* count, rustcore_tcp_error* error, rustrt_task_block* caller)
    {
        Lookup* lookup = (Lookup*)NativeMemory.Alloc((nuint)sizeof(Lookup));
        *lookup = new() { Count = count, Error = error };
        IoJob* job = Resolving.Job(node, out Resolving* resolving);
        Asking.Ask(Failure.Needed(caller), io, job, &resolving->Answer, Resolving.ListType, &lookup->Found, &Resolved, lookup);
        return null;
    }

    private static ulong Resolved(rustrt_task_block* task, nint with, bool answered, bool failed)
    {
        Lookup lookup = *(Lookup*)with;
        NativeMemory.Free((void*)with);
        if (failed) return Answer.Fail(task);
        if (!answered) lookup.Found = new() { Error = TcpErrors.LoopHasEnded };
        *lookup.Count = lookup.Found.Count;
        *lookup.Error = lookup.Found.Error;
        return (ulong)lookup.Found.First;
    }

    [LibraryImport("libc", EntryPoint = "inet_pton")]
    private static partial int ParseAddress(int family, byte* text, byte* address);
}
