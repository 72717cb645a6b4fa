/* I/O of the library half: what C# asks of the functions of rustrt.h, and the steps of a loop that need native code. The imports are
 * weak, so that programs which do no I/O run where nobody serves these functions. Compile with -fexceptions: failures pass. */
#include "rustcore_router.h"
#include <signal.h>
#include <stddef.h>

/* In the order of LibraryUv in Backends/New/Library/Io/LibraryUv.cs. */
#define UV_FUNCTIONS(X)                                                                                                         \
    X(rust_uv_loop_new) X(rust_uv_last_error) X(rust_uv_err_name) X(rust_uv_strerror) X(rust_uv_close)                          \
    X(rust_uv_get_loop_for_uv_handle) X(rust_uv_set_data_for_uv_handle) X(rust_uv_get_data_for_uv_handle)                       \
    X(rust_uv_set_data_for_req) X(rust_uv_get_data_for_req) X(rust_uv_async_init) X(rust_uv_async_send) X(rust_uv_timer_init)   \
    X(rust_uv_timer_start) X(rust_uv_tcp_init) X(rust_uv_tcp_bind) X(rust_uv_tcp_bind6) X(rust_uv_listen) X(rust_uv_accept)     \
    X(rust_uv_tcp_connect) X(rust_uv_tcp_connect6) X(rust_uv_tcp_getpeername) X(rust_uv_tcp_getpeername6)                       \
    X(rust_uv_get_stream_handle_from_connect_req) X(rust_uv_get_stream_handle_from_write_req) X(rust_uv_read_start)             \
    X(rust_uv_read_stop) X(rust_uv_write) X(rust_uv_buf_init) X(rust_uv_malloc_buf_base_of) X(rust_uv_get_base_from_buf)        \
    X(rust_uv_free_base_of_buf) X(rust_uv_getaddrinfo) X(rust_uv_freeaddrinfo) X(rust_uv_get_next_addrinfo)                     \
    X(rust_uv_is_ipv4_addrinfo) X(rust_uv_is_ipv6_addrinfo) X(rust_uv_addrinfo_as_sockaddr_in)                                  \
    X(rust_uv_addrinfo_as_sockaddr_in6) X(rust_uv_ip4_addr) X(rust_uv_ip6_addr) X(rust_uv_ip4_name) X(rust_uv_ip6_name)         \
    X(rust_uv_current_kernel_malloc) X(rust_uv_current_kernel_free)

#define WEAK(name) extern __typeof__(name) name __attribute__((weak));
UV_FUNCTIONS(WEAK)
WEAK(rust_uv_run)
WEAK(rust_uv_walk)
WEAK(rust_uv_loop_delete)

#define ADDRESS(name) (void *)name,
void *const library_uv[] = {UV_FUNCTIONS(ADDRESS) NULL};

typedef struct rust_call {
    void (*function)(void *);
    void *argument;
} rust_call;

static void call_on_rust(void *p) {
    rust_call *c = p;
    c->function(c->argument);
}

/* From a callback that the runtime makes on the C stack. A failure aborts. */
void library_on_rust(void (*function)(void *), void *argument) {
    rust_call c = {function, argument};
    upcall_call_shim_on_rust_stack(&c, (void *)call_on_rust);
}

/* On the C stack of the I/O task, which is alone on its thread: there a write to a peer that has gone is an error, not the end. */
uint64_t library_run_loop(uv_loop_t *loop) {
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, NULL);
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
    return 0;
}

static void count(uv_handle_t *handle, void *sum) {
    (void)handle;
    ++*(uint64_t *)sum;
}

/* On the C stack. */
uint64_t library_open_handles(uv_loop_t *loop) {
    uint64_t open = 0;
    rust_uv_walk(loop, count, &open);
    return open;
}

static void drop_builder(rustcore_builder **builder) { rustcore_builder_drop(*builder); }

/* A task with a thread of its own. Takes the body. */
void library_spawn_on_thread(rustcore_linkage linkage, rustcore_closure *body) {
    rustcore_builder *builder __attribute__((cleanup(drop_builder))) = rustcore_builder_new();
    rustcore_builder_linkage(builder, linkage);
    rustcore_builder_scheduler(builder, RUSTCORE_SINGLE_THREADED, 0);
    rustcore_builder_spawn(builder, *body);
}

void library_spawn(rustcore_closure *body) { rustcore_spawn(*body); }

void library_spawn_unlinked(rustcore_closure *body) { rustcore_spawn_unlinked(*body); }
