using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// The sizes that callers allocate by: those of libuv 0.9, which rustrt_uv.h asserts.
internal sealed unsafe partial class IoService
{
    public nuint rust_uv_helper_uv_tcp_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_tcp_s);

    public nuint rust_uv_helper_uv_connect_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_connect_s);

    public nuint rust_uv_helper_uv_buf_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_buf_t);

    public nuint rust_uv_helper_uv_write_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_write_s);

    public nuint rust_uv_helper_uv_err_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_err_t);

    public nuint rust_uv_helper_sockaddr_in_size(rustrt_task_block* caller) => (nuint)sizeof(sockaddr_in);

    public nuint rust_uv_helper_sockaddr_in6_size(rustrt_task_block* caller) => (nuint)sizeof(sockaddr_in6);

    // Of the IPv6 address too, in spite of the name.
    public nuint rust_uv_helper_addr_in_size(rustrt_task_block* caller) => (nuint)sizeof(sockaddr_in6);

    public nuint rust_uv_helper_addrinfo_size(rustrt_task_block* caller) => (nuint)sizeof(AddressEntry);

    public nuint rust_uv_helper_uv_getaddrinfo_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_getaddrinfo_s);

    public nuint rust_uv_helper_uv_async_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_async_s);

    public nuint rust_uv_helper_uv_timer_t_size(rustrt_task_block* caller) => (nuint)sizeof(uv_timer_s);

    public uint rust_uv_helper_get_INADDR_NONE(rustrt_task_block* caller) => uint.MaxValue;
}
