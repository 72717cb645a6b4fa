/* The C API of librustrt.so, February 2013: the single source from which tools/bindgen writes everything mechanical.
 *
 * Every declaration carries an annotation, RUSTRT_API(service, context, blocks):
 *   service  the service it belongs to (docs/legacy/legacy-runtime.md section 13; docs/design.md section 4);
 *   context  where it may be called: global (any thread), kernel (any thread, with a task pointer), task (the current
 *            task is looked up; without one: assertion and abort);
 *   blocks   yes when the calling task may leave its thread before the call returns.
 * A C compiler sees plain declarations; bindgen parses with RUSTRT_BINDGEN defined and sees the annotations.
 * The behaviour of each function is in docs/legacy/legacy-api.tsv; observed-behaviour.md wins where they differ.
 * Layouts are those of x86-64 Linux (legacy-runtime.md section 1). */
#ifndef RUSTRT_H
#define RUSTRT_H
#include <netinet/in.h>
#include <netdb.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include <unwind.h>

#ifdef RUSTRT_BINDGEN
#define RUSTRT_API(service, context, blocks) \
    __attribute__((annotate("rustrt:service=" service ";context=" context ";blocks=" blocks)))
#else
#define RUSTRT_API(service, context, blocks)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- layouts that cross the ABI */

typedef intptr_t rust_task_id;
typedef intptr_t rust_sched_id;
typedef struct rust_task rust_task;             /* opaque to callers; rustrt_core.h has the block */
typedef struct rust_rng rust_rng;               /* an ISAAC generator in the task's local heap */
typedef struct rust_lock rust_lock;             /* a mutex with a condition variable */
typedef struct rust_raw_thread rust_raw_thread; /* an OS thread outside any task */

typedef struct type_desc type_desc;
/* The runtime passes NULL for the first three arguments; value is the body. */
typedef void (*glue_fn)(void *ret, void *env, const type_desc **tds, void *value);
struct type_desc {
    size_t size, align;
    glue_fn take, drop, free, visit;
    const void *unused1, *unused2;
};

typedef struct rust_opaque_box rust_opaque_box;
struct rust_opaque_box { /* header of a box; its body follows */
    intptr_t ref_count;
    type_desc *td;
    rust_opaque_box *prev, *next;
};

typedef struct rust_vec {
    size_t fill, alloc; /* bytes used, bytes allocated */
    uint8_t data[];
} rust_vec;

typedef struct rust_vec_box {
    rust_opaque_box header;
    size_t fill, alloc;
    uint8_t data[];
} rust_vec_box;
typedef rust_vec_box rust_str; /* fill counts the final NUL */

/* What a task runs. ret is always NULL; arg is NULL but for the exit runner, which gets an exit_functions. */
typedef void (*spawn_fn)(void *ret, rust_opaque_box *env, void *arg);
typedef struct fn_env_pair {
    spawn_fn f;
    rust_opaque_box *env;
} fn_env_pair;

typedef struct exit_functions {
    size_t count;
    fn_env_pair **start;
} exit_functions;

typedef struct mod_entry { /* a list of them ends with a NULL name */
    const char *name;
    uint32_t *state;
} mod_entry;

typedef struct crate_map { /* version 1; any other first word means {entries, children...} without an annihilator */
    int32_t version;
    void *annihilate;
    const mod_entry *entries;
    const struct crate_map *children[]; /* NULL-terminated; read from the SECOND slot on */
} crate_map;

typedef struct rust_tm {
    int32_t sec, min, hour, mday, mon, year, wday, yday, isdst, gmtoff;
    rust_str *zone; /* a live exchange string */
    int32_t nsec;
} rust_tm;

typedef struct stk_seg {
    struct stk_seg *prev, *next;
    uintptr_t end;
    uint32_t valgrind_id;
    rust_task *task;
    uintptr_t canary;
    uint8_t data[];
} stk_seg;

typedef struct debug_abi_quad {
    uint64_t a, b, c, d;
} debug_abi_quad;

typedef struct debug_abi_floats {
    double a;
    uint8_t b;
    double c;
} debug_abi_floats;

struct addrinfo;
/* ---- libuv of the 0.9 series: callers own the storage of these and know the old sizes */

#ifndef UV_H
typedef struct uv_loop_s uv_loop_t;
typedef struct uv_handle_s uv_handle_t;
typedef struct uv_stream_s uv_stream_t;
typedef struct uv_tcp_s uv_tcp_t;
typedef struct uv_async_s uv_async_t;
typedef struct uv_timer_s uv_timer_t;
typedef struct uv_req_s uv_req_t;
typedef struct uv_connect_s uv_connect_t;
typedef struct uv_write_s uv_write_t;
typedef struct uv_getaddrinfo_s uv_getaddrinfo_t;
typedef struct uv_buf_t {
    char *base;
    size_t len;
} uv_buf_t;
#endif
typedef struct uv_err_t {
    int32_t code, sys_errno;
} uv_err_t;
typedef void (*rust_uv_walk_cb)(uv_handle_t *handle, void *arg);
typedef void (*rust_uv_op_cb)(uv_loop_t *loop, void *data, uv_async_t *handle);
typedef void (*rust_uv_close_cb)(uv_handle_t *handle);
typedef void (*rust_uv_hilvl_close_cb)(uint8_t *id, void *handle, void *loop_data);
typedef void (*rust_uv_hilvl_cb)(uint8_t *id, void *loop_data);
typedef void (*rust_uv_async_cb)(uv_async_t *handle, int status);
typedef void (*rust_uv_timer_cb)(uv_timer_t *timer, int status);
typedef void (*rust_uv_connect_cb)(uv_connect_t *req, int status);
typedef void (*rust_uv_connection_cb)(uv_stream_t *server, int status);
typedef void (*rust_uv_write_cb)(uv_write_t *req, int status);
typedef uv_buf_t (*rust_uv_alloc_cb)(uv_handle_t *handle, size_t suggested);
typedef void (*rust_uv_read_cb)(uv_stream_t *stream, ssize_t nread, uv_buf_t buf);
typedef void (*rust_uv_getaddrinfo_cb)(uv_getaddrinfo_t *req, int status, struct addrinfo *list);
typedef void (*rust_tld_cleanup)(void *data);
typedef void *(*rust_dbg_callback)(void *data);
typedef void (*linenoise_completion)(const char *line, void *completions);

/* ---- default-sched */

RUSTRT_API("default-sched", "task", "no")
rust_task *new_task(void);
RUSTRT_API("default-sched", "global", "no")
int rust_start(uintptr_t entry, int argc, char **argv, void *map);

/* ---- sched-registry */

RUSTRT_API("sched-registry", "task", "no")
rust_sched_id rust_get_sched_id(void);
RUSTRT_API("sched-registry", "task", "no")
rust_sched_id rust_new_sched(uintptr_t threads);
RUSTRT_API("sched-registry", "task", "no")
rust_task *rust_new_task_in_sched(rust_sched_id id);
RUSTRT_API("sched-registry", "task", "no")
size_t rust_sched_current_nonlazy_threads(void);
RUSTRT_API("sched-registry", "task", "no")
size_t rust_sched_threads(void);

/* ---- platform-sched */

RUSTRT_API("platform-sched", "task", "no")
rust_sched_id rust_osmain_sched_id(void);

/* ---- scheduling */

RUSTRT_API("scheduling", "task", "no")
rust_task_id get_task_id(void);
RUSTRT_API("scheduling", "task", "yes")
bool rust_task_yield(rust_task *task, bool *killed);
RUSTRT_API("scheduling", "task", "no")
rust_task *rust_get_task(void);
RUSTRT_API("scheduling", "kernel", "no")
void start_task(rust_task *target, fn_env_pair *f);
RUSTRT_API("scheduling", "kernel", "no")
void task_clear_event_reject(rust_task *task);
RUSTRT_API("scheduling", "task", "yes")
bool task_wait_event(rust_task *task, void **result);
RUSTRT_API("scheduling", "kernel", "no")
void task_signal_event(rust_task *target, void *event);
RUSTRT_API("scheduling", "task", "no")
void rust_task_inhibit_yield(rust_task *task);
RUSTRT_API("scheduling", "task", "no")
void rust_task_allow_yield(rust_task *task);
RUSTRT_API("scheduling", "kernel", "no")
void rust_task_ref(rust_task *task);
RUSTRT_API("scheduling", "kernel", "no")
void rust_task_deref(rust_task *task);

/* ---- weak-tasks */

RUSTRT_API("weak-tasks", "task", "no")
void rust_inc_kernel_live_count(void);
RUSTRT_API("weak-tasks", "task", "no")
void rust_dec_kernel_live_count(void);

/* ---- linked-failure */

RUSTRT_API("linked-failure", "task", "no")
void rust_task_inhibit_kill(rust_task *task);
RUSTRT_API("linked-failure", "task", "no")
void rust_task_allow_kill(rust_task *task);
RUSTRT_API("linked-failure", "kernel", "no")
void rust_task_kill_other(rust_task *task);
RUSTRT_API("linked-failure", "kernel", "no")
void rust_task_kill_all(rust_task *task);

/* ---- unwinding */

RUSTRT_API("unwinding", "kernel", "no")
bool rust_task_is_unwinding(rust_task *task);
RUSTRT_API("unwinding", "task", "no")
void upcall_fail(const char *expr, const char *file, size_t line);
RUSTRT_API("unwinding", "task", "no")
int upcall_rust_personality(int version, int actions, uint64_t exception_class, struct _Unwind_Exception *ue, struct _Unwind_Context *ctx);
RUSTRT_API("unwinding", "task", "no")
void rust_upcall_fail(const char *expr, const char *file, size_t line);

/* ---- stack-switching */

RUSTRT_API("stack-switching", "global", "yes")
void upcall_call_shim_on_c_stack(void *arg, void *fn);
RUSTRT_API("stack-switching", "global", "yes")
void upcall_call_shim_on_rust_stack(void *arg, void *fn);

/* ---- stack-growth */

RUSTRT_API("stack-growth", "task", "no")
stk_seg *rust_get_stack_segment(void);
RUSTRT_API("stack-growth", "task", "no")
void *upcall_new_stack(size_t frame_size, void *stack_args, size_t stack_args_size);
RUSTRT_API("stack-growth", "task", "no")
void upcall_del_stack(void);
RUSTRT_API("stack-growth", "task", "no")
void upcall_reset_stack_limit(void);

/* ---- ffi */

RUSTRT_API("ffi", "global", "no")
debug_abi_quad debug_abi_1(debug_abi_quad q);
RUSTRT_API("ffi", "global", "no")
debug_abi_floats debug_abi_2(debug_abi_floats f);
RUSTRT_API("ffi", "global", "no")
void *rust_dbg_call(rust_dbg_callback cb, void *data);
RUSTRT_API("ffi", "global", "no")
void rust_dbg_do_nothing(void);

/* ---- exchange-heap */

RUSTRT_API("exchange-heap", "task", "no")
void rust_uv_free(void *ptr);
RUSTRT_API("exchange-heap", "task", "no")
void *rust_uv_current_kernel_malloc(size_t size);
RUSTRT_API("exchange-heap", "task", "no")
void rust_uv_current_kernel_free(void *mem);
RUSTRT_API("exchange-heap", "global", "no")
uintptr_t *rust_get_exchange_count_ptr(void);

/* ---- logging */

RUSTRT_API("logging", "global", "no")
void rust_log_console_on(void);
RUSTRT_API("logging", "task", "no")
void rust_log_console_off(void);
RUSTRT_API("logging", "task", "no")
void rust_log_str(uint32_t level, const char *text, size_t len);

/* ---- environment */

RUSTRT_API("environment", "task", "no")
int rust_get_argc(void);
RUSTRT_API("environment", "task", "no")
char **rust_get_argv(void);
RUSTRT_API("environment", "task", "no")
uintptr_t rust_num_threads(void);
RUSTRT_API("environment", "task", "no")
rust_vec_box *rust_env_pairs(void);

/* ---- at-exit */

RUSTRT_API("at-exit", "task", "no")
void rust_register_exit_function(spawn_fn runner, fn_env_pair *fn);

/* ---- global-data */

RUSTRT_API("global-data", "task", "no")
void *rust_get_global_data_ptr(void);

/* ---- local-heap */

RUSTRT_API("local-heap", "task", "no")
void upcall_free(void *box);
RUSTRT_API("local-heap", "task", "no")
uintptr_t upcall_malloc(type_desc *td, uintptr_t size);
RUSTRT_API("local-heap", "task", "no")
void rust_upcall_free(void *box);
RUSTRT_API("local-heap", "task", "no")
uintptr_t rust_upcall_malloc(type_desc *td, uintptr_t size);
RUSTRT_API("local-heap", "global", "no")
void rust_call_tydesc_glue(void *root, size_t *desc, size_t word);
RUSTRT_API("local-heap", "global", "no")
void *rust_gc_metadata(void);

/* ---- task-local-data */

RUSTRT_API("task-local-data", "kernel", "no")
void *rust_get_task_local_data(rust_task *task);
RUSTRT_API("task-local-data", "kernel", "no")
void rust_set_task_local_data(rust_task *task, void *data);
RUSTRT_API("task-local-data", "kernel", "no")
void rust_task_local_data_atexit(rust_task *task, rust_tld_cleanup cleanup);

/* ---- time */

RUSTRT_API("time", "global", "no")
void get_time(int64_t *sec, int32_t *nsec);
RUSTRT_API("time", "global", "no")
void rust_tzset(void);
RUSTRT_API("time", "task", "no")
void rust_gmtime(int64_t *sec, int32_t *nsec, rust_tm *out);
RUSTRT_API("time", "task", "no")
void rust_localtime(int64_t *sec, int32_t *nsec, rust_tm *out);
RUSTRT_API("time", "global", "no")
void rust_timegm(rust_tm *tm, int64_t *out);
RUSTRT_API("time", "global", "no")
void rust_mktime(rust_tm *tm, int64_t *out);
RUSTRT_API("time", "global", "no")
void precise_time_ns(uint64_t *ns);

/* ---- random */

RUSTRT_API("random", "task", "no")
void rand_free(rust_rng *rng);
RUSTRT_API("random", "task", "no")
rust_rng *rand_new(void);
RUSTRT_API("random", "task", "no")
rust_rng *rand_new_seeded(rust_vec_box *seed);
RUSTRT_API("random", "task", "no")
rust_rng *rand_new_seeded2(rust_vec_box **seed);
RUSTRT_API("random", "global", "no")
size_t rand_next(rust_rng *rng);
RUSTRT_API("random", "task", "no")
rust_vec *rand_seed(void);

/* ---- locks */

RUSTRT_API("locks", "global", "no")
rust_lock *rust_dbg_lock_create(void);
RUSTRT_API("locks", "global", "no")
void rust_dbg_lock_destroy(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
void rust_dbg_lock_lock(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
void rust_dbg_lock_unlock(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
void rust_dbg_lock_wait(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
void rust_dbg_lock_signal(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
rust_lock *rust_create_little_lock(void);
RUSTRT_API("locks", "global", "no")
void rust_destroy_little_lock(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
void rust_lock_little_lock(rust_lock *lock);
RUSTRT_API("locks", "global", "no")
void rust_unlock_little_lock(rust_lock *lock);

/* ---- threads */

RUSTRT_API("threads", "global", "no")
rust_raw_thread *rust_raw_thread_start(fn_env_pair *fn);
RUSTRT_API("threads", "global", "no")
void rust_raw_thread_join_delete(rust_raw_thread *thread);

/* ---- process */

RUSTRT_API("process", "global", "no")
int rust_process_wait(int proc);
RUSTRT_API("process", "global", "no")
int rust_run_program(const char *argv[], void *envp, const char *dir, int fd0, int fd1, int fd2);
RUSTRT_API("process", "task", "no")
void rust_set_exit_status(intptr_t code);

/* ---- filesystem */

RUSTRT_API("filesystem", "global", "no")
int rust_path_is_dir(char *path);
RUSTRT_API("filesystem", "global", "no")
int rust_path_exists(char *path);
RUSTRT_API("filesystem", "task", "no")
rust_str *rust_getcwd(void);
RUSTRT_API("filesystem", "task", "no")
rust_vec_box *rust_list_files(rust_str *path);
RUSTRT_API("filesystem", "task", "no")
rust_vec_box *rust_list_files2(rust_str **path);

/* ---- vectors */

RUSTRT_API("vectors", "task", "no")
void vec_reserve_shared_actual(type_desc *td, rust_vec_box **vec, size_t n);
RUSTRT_API("vectors", "task", "no")
void vec_reserve_shared(type_desc *td, rust_vec_box **vec, size_t n);

/* ---- debug */

RUSTRT_API("debug", "task", "no")
void debug_box(type_desc *td, rust_opaque_box *box);
RUSTRT_API("debug", "task", "no")
void debug_fn(type_desc *td, fn_env_pair *fn);
RUSTRT_API("debug", "task", "no")
void debug_opaque(type_desc *td, uint8_t *front);
RUSTRT_API("debug", "task", "no")
void *debug_ptrcast(type_desc *from, type_desc *to, void *p);
RUSTRT_API("debug", "task", "no")
void debug_tag(type_desc *td, void *tag);
RUSTRT_API("debug", "task", "no")
void debug_tydesc(type_desc *td);
RUSTRT_API("debug", "task", "no")
stk_seg *debug_get_stk_seg(void);
RUSTRT_API("debug", "global", "no")
void rust_dbg_breakpoint(void);

/* ---- third-party */

RUSTRT_API("third-party", "global", "no")
void *tdefl_compress_mem_to_heap(const void *src, size_t src_len, size_t *out_len, int flags);
RUSTRT_API("third-party", "global", "no")
void *tinfl_decompress_mem_to_heap(const void *src, size_t src_len, size_t *out_len, int flags);
RUSTRT_API("third-party", "global", "no")
char *linenoise(const char *prompt);
RUSTRT_API("third-party", "global", "no")
void linenoiseSetCompletionCallback(linenoise_completion fn);
RUSTRT_API("third-party", "global", "no")
void linenoiseAddCompletion(void *completions, const char *line);
RUSTRT_API("third-party", "global", "no")
int linenoiseHistoryAdd(const char *line);
RUSTRT_API("third-party", "global", "no")
int linenoiseHistorySetMaxLen(int len);
RUSTRT_API("third-party", "global", "no")
int linenoiseHistorySave(const char *filename);
RUSTRT_API("third-party", "global", "no")
int linenoiseHistoryLoad(const char *filename);

/* ---- io */

RUSTRT_API("io", "global", "no")
FILE *rust_get_stdin(void);
RUSTRT_API("io", "global", "no")
FILE *rust_get_stdout(void);
RUSTRT_API("io", "global", "no")
FILE *rust_get_stderr(void);
RUSTRT_API("io", "global", "no")
void *rust_uv_loop_new(void);
RUSTRT_API("io", "global", "no")
void rust_uv_loop_delete(uv_loop_t *loop);
RUSTRT_API("io", "global", "no")
void rust_uv_walk(uv_loop_t *loop, rust_uv_walk_cb cb, void *arg);
RUSTRT_API("io", "global", "no")
void rust_uv_loop_set_data(uv_loop_t *loop, void *data);
RUSTRT_API("io", "task", "no")
void *rust_uv_bind_op_cb(uv_loop_t *loop, rust_uv_op_cb cb);
RUSTRT_API("io", "global", "no")
void rust_uv_stop_op_cb(uv_handle_t *handle);
RUSTRT_API("io", "global", "no")
void rust_uv_run(uv_loop_t *loop);
RUSTRT_API("io", "global", "no")
void rust_uv_close(uv_handle_t *handle, rust_uv_close_cb cb);
RUSTRT_API("io", "global", "no")
void rust_uv_hilvl_close(uv_handle_t *handle, rust_uv_hilvl_close_cb cb);
RUSTRT_API("io", "task", "no")
void rust_uv_hilvl_close_async(uv_async_t *handle);
RUSTRT_API("io", "task", "no")
void rust_uv_hilvl_close_timer(uv_async_t *handle);
RUSTRT_API("io", "global", "no")
void rust_uv_async_send(uv_async_t *handle);
RUSTRT_API("io", "global", "no")
int rust_uv_async_init(uv_loop_t *loop, uv_async_t *handle, rust_uv_async_cb cb);
RUSTRT_API("io", "task", "no")
void *rust_uv_hilvl_async_init(uv_loop_t *loop, rust_uv_hilvl_cb cb, uint8_t *buf);
RUSTRT_API("io", "task", "no")
void *rust_uv_hilvl_timer_init(uv_loop_t *loop, rust_uv_hilvl_cb cb, uint8_t *buf);
RUSTRT_API("io", "global", "no")
void rust_uv_hilvl_timer_start(uv_timer_t *timer, uint32_t timeout, uint32_t repeat);
RUSTRT_API("io", "global", "no")
int rust_uv_timer_init(uv_loop_t *loop, uv_timer_t *timer);
RUSTRT_API("io", "global", "no")
int rust_uv_timer_start(uv_timer_t *timer, rust_uv_timer_cb cb, uint32_t timeout, uint32_t repeat);
RUSTRT_API("io", "global", "no")
int rust_uv_timer_stop(uv_timer_t *timer);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_init(uv_loop_t *loop, uv_tcp_t *handle);
RUSTRT_API("io", "task", "no")
void rust_uv_buf_init(uv_buf_t *out, char *base, size_t len);
RUSTRT_API("io", "global", "no")
uv_err_t rust_uv_last_error(uv_loop_t *loop);
RUSTRT_API("io", "global", "no")
const char *rust_uv_strerror(uv_err_t *err);
RUSTRT_API("io", "global", "no")
const char *rust_uv_err_name(uv_err_t *err);
RUSTRT_API("io", "task", "no")
struct sockaddr_in rust_uv_ip4_addr(const char *ip, int port);
RUSTRT_API("io", "global", "no")
int rust_uv_ip4_name(struct sockaddr_in *src, char *dst, size_t size);
RUSTRT_API("io", "task", "no")
struct sockaddr_in6 rust_uv_ip6_addr(const char *ip, int port);
RUSTRT_API("io", "global", "no")
int rust_uv_ip6_name(struct sockaddr_in6 *src, char *dst, size_t size);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_connect(uv_connect_t *req, uv_tcp_t *handle, rust_uv_connect_cb cb, struct sockaddr_in *addr);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_bind(uv_tcp_t *handle, struct sockaddr_in *addr);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_connect6(uv_connect_t *req, uv_tcp_t *handle, rust_uv_connect_cb cb, struct sockaddr_in6 *addr);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_bind6(uv_tcp_t *handle, struct sockaddr_in6 *addr);
RUSTRT_API("io", "global", "no")
int rust_uv_listen(uv_stream_t *stream, int backlog, rust_uv_connection_cb cb);
RUSTRT_API("io", "global", "no")
int rust_uv_accept(uv_stream_t *server, uv_stream_t *client);
RUSTRT_API("io", "global", "no")
int rust_uv_write(uv_write_t *req, uv_stream_t *stream, uv_buf_t *bufs, int n_bufs, rust_uv_write_cb cb);
RUSTRT_API("io", "global", "no")
int rust_uv_read_start(uv_stream_t *stream, rust_uv_alloc_cb alloc_cb, rust_uv_read_cb read_cb);
RUSTRT_API("io", "global", "no")
int rust_uv_read_stop(uv_stream_t *stream);
RUSTRT_API("io", "task", "no")
char *rust_uv_malloc_buf_base_of(size_t size);
RUSTRT_API("io", "task", "no")
void rust_uv_free_base_of_buf(uv_buf_t buf);
RUSTRT_API("io", "global", "no")
bool rust_uv_is_ipv4_addrinfo(struct addrinfo *ai);
RUSTRT_API("io", "global", "no")
bool rust_uv_is_ipv6_addrinfo(struct addrinfo *ai);
RUSTRT_API("io", "global", "no")
struct addrinfo *rust_uv_get_next_addrinfo(struct addrinfo *ai);
RUSTRT_API("io", "global", "no")
struct sockaddr_in *rust_uv_addrinfo_as_sockaddr_in(struct addrinfo *ai);
RUSTRT_API("io", "global", "no")
struct sockaddr_in6 *rust_uv_addrinfo_as_sockaddr_in6(struct addrinfo *ai);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_tcp_t_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_connect_t_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_buf_t_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_write_t_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_err_t_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_sockaddr_in_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_sockaddr_in6_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_addr_in_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_addrinfo_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_getaddrinfo_t_size(void);
RUSTRT_API("io", "global", "no")
unsigned int rust_uv_helper_get_INADDR_NONE(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_async_t_size(void);
RUSTRT_API("io", "global", "no")
size_t rust_uv_helper_uv_timer_t_size(void);
RUSTRT_API("io", "global", "no")
uv_stream_t *rust_uv_get_stream_handle_from_connect_req(uv_connect_t *req);
RUSTRT_API("io", "global", "no")
uv_stream_t *rust_uv_get_stream_handle_from_write_req(uv_write_t *req);
RUSTRT_API("io", "global", "no")
uv_loop_t *rust_uv_get_loop_for_uv_handle(uv_handle_t *handle);
RUSTRT_API("io", "global", "no")
void *rust_uv_get_data_for_uv_loop(uv_loop_t *loop);
RUSTRT_API("io", "global", "no")
void rust_uv_set_data_for_uv_loop(uv_loop_t *loop, void *data);
RUSTRT_API("io", "global", "no")
void *rust_uv_get_data_for_uv_handle(uv_handle_t *handle);
RUSTRT_API("io", "global", "no")
void rust_uv_set_data_for_uv_handle(uv_handle_t *handle, void *data);
RUSTRT_API("io", "global", "no")
void *rust_uv_get_data_for_req(uv_req_t *req);
RUSTRT_API("io", "global", "no")
void rust_uv_set_data_for_req(uv_req_t *req, void *data);
RUSTRT_API("io", "global", "no")
char *rust_uv_get_base_from_buf(uv_buf_t buf);
RUSTRT_API("io", "global", "no")
size_t rust_uv_get_len_from_buf(uv_buf_t buf);
RUSTRT_API("io", "global", "no")
int rust_uv_getaddrinfo(uv_loop_t *loop, uv_getaddrinfo_t *req, rust_uv_getaddrinfo_cb cb, char *node, char *service, struct addrinfo *hints);
RUSTRT_API("io", "global", "no")
void rust_uv_freeaddrinfo(struct addrinfo *res);
RUSTRT_API("io", "global", "no")
unsigned int rust_uv_ip4_port(struct sockaddr_in *src);
RUSTRT_API("io", "global", "no")
unsigned int rust_uv_ip6_port(struct sockaddr_in6 *src);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_getpeername(uv_tcp_t *handle, struct sockaddr_in *name);
RUSTRT_API("io", "global", "no")
int rust_uv_tcp_getpeername6(uv_tcp_t *handle, struct sockaddr_in6 *name);

#ifdef __cplusplus
}
#endif
#endif
