using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// Socket addresses and name look-ups.
internal sealed unsafe partial class IoService
{
    public sockaddr_in rust_uv_ip4_addr(byte* ip, int port, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        Log($"rust_uv_ip4_addr: {Text(ip)} port {port}");
        return Addresses.Ip4(ip, port);
    }

    public sockaddr_in6 rust_uv_ip6_addr(byte* ip, int port, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        Log($"rust_uv_ip6_addr: {Text(ip)} port {port}");
        return Addresses.Ip6(ip, port);
    }

    public int rust_uv_ip4_name(sockaddr_in* src, byte* dst, nuint size, rustrt_task_block* caller) => Addresses.TextOf(src, dst, size);

    public int rust_uv_ip6_name(sockaddr_in6* src, byte* dst, nuint size, rustrt_task_block* caller) => Addresses.TextOf(src, dst, size);

    public uint rust_uv_ip4_port(sockaddr_in* src, rustrt_task_block* caller) => Addresses.Swapped(src->sin_port);

    public uint rust_uv_ip6_port(sockaddr_in6* src, rustrt_task_block* caller) => Addresses.Swapped(src->sin6_port);

    public int rust_uv_getaddrinfo(uv_loop_s* loop, uv_getaddrinfo_s* req, delegate* unmanaged[Cdecl]<uv_getaddrinfo_s*, int, addrinfo*, void> cb, byte* node, byte* service, addrinfo* hints, rustrt_task_block* caller) =>
        LookUp.Begin(IoLoop.Of(loop), req, (nint)cb, node, service, (AddressEntry*)hints);

    public void rust_uv_freeaddrinfo(addrinfo* res, rustrt_task_block* caller) => LookUp.Free((AddressEntry*)res);

    public byte rust_uv_is_ipv4_addrinfo(addrinfo* ai, rustrt_task_block* caller) => Is(ai, Sockets.Ip4);

    public byte rust_uv_is_ipv6_addrinfo(addrinfo* ai, rustrt_task_block* caller) => Is(ai, Sockets.Ip6);

    public addrinfo* rust_uv_get_next_addrinfo(addrinfo* ai, rustrt_task_block* caller) => (addrinfo*)((AddressEntry*)ai)->Next;

    public sockaddr_in* rust_uv_addrinfo_as_sockaddr_in(addrinfo* ai, rustrt_task_block* caller) => (sockaddr_in*)((AddressEntry*)ai)->Address;

    public sockaddr_in6* rust_uv_addrinfo_as_sockaddr_in6(addrinfo* ai, rustrt_task_block* caller) => (sockaddr_in6*)((AddressEntry*)ai)->Address;

    private static byte Is(addrinfo* entry, int family) => ((AddressEntry*)entry)->Family == family ? (byte)1 : (byte)0;
}
