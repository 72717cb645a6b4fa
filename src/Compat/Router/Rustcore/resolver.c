/* The slots of librustcore.so. The router of librustrt.so decides the switch and tells this one, which joins it when it is loaded
 * (companion.h). Until then each slot holds its lazy stub, whose call asks for the decision. */
#define _GNU_SOURCE
#include "rustcore_router.h"
#include "../Generic/locks.h"
#include "router_symbols.g.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

extern HIDDEN void *const router_trampolines[];
HIDDEN void *router_new[ROUTER_SYMBOLS];         /* C# functions, for the trampolines */
HIDDEN void *router_wrapped[ROUTER_WRAPPERS];    /* none: C# hands out no functions of this library */
HIDDEN void *router_joined_upcalls[RUSTRT_UPCALLS];

static const switch_choice *decided;
static rustrt_companion_connect connect_now;
static void *legacy_library;
static bool counts;

const char *router_variable(const char *name) {
    return switch_variable(&router_catalogue, switch_process_environment(), name);
}

/* Visible to what is loaded from now on, so that the old library's calls of its own functions come here. */
static void show_this_library(void) {
    Dl_info info;
    if (dladdr((void *)show_this_library, &info) && dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_GLOBAL)) return;
    fprintf(stderr, "rustrt: librustcore.so cannot find itself: %s\n", dlerror());
    abort();
}

static void load_legacy(void) {
    char why[1024];
    show_this_library();
    legacy_library = router_open_beside(ROUTER_STEM "_legacy.so", why, sizeof why);
    if (legacy_library) return;
    fprintf(stderr, "rustrt-switch: the legacy backend of " ROUTER_LIBRARY " cannot load: %s\n", why);
    exit(SWITCH_EXIT_BACKEND);
}

static void bind_new(const rustrt_companion_link *link) {
    static rustrt_library_api api;
    api = (rustrt_library_api){
        RUSTRT_COMPANION_VERSION, sizeof api, .entries = router_new, .wait = library_wait, .on_c = library_on_c,
        .fail = rust_upcall_fail, .signal = task_signal_event, .ref = rust_task_ref, .deref = rust_task_deref,
        .clear_event = task_clear_event_reject, .is_unwinding = rust_task_is_unwinding,
        .inhibit_kill = rust_task_inhibit_kill, .allow_kill = rust_task_allow_kill,
        .inhibit_yield = rust_task_inhibit_yield, .allow_yield = rust_task_allow_yield,
        .kill_other = rust_task_kill_other, .kill_all = rust_task_kill_all, .local_data = rust_get_task_local_data,
        .set_local_data = rust_set_task_local_data, .local_data_atexit = rust_task_local_data_atexit,
        .lock_create = rust_create_little_lock, .lock_destroy = rust_destroy_little_lock,
        .lock = rust_lock_little_lock, .unlock = rust_unlock_little_lock, .yield = rust_task_yield,
        .malloc = (void *)rust_upcall_malloc, .free = (void *)rust_upcall_free,
        .rand_new = (void *)rand_new, .rand_next = (void *)rand_next, .rand_free = (void *)rand_free,
        .register_exit_function = (void *)rust_register_exit_function, .global_data = (void *)rust_get_global_data_ptr,
        .new_task = (void *)new_task, .new_task_in_sched = (void *)rust_new_task_in_sched, .start_task = (void *)start_task,
        .new_sched = (void *)rust_new_sched, .num_threads = (void *)rust_num_threads, .sched_id = (void *)rust_get_sched_id,
        .osmain_sched_id = (void *)rust_osmain_sched_id, .task_id = (void *)get_task_id,
        .inc_live = (void *)rust_inc_kernel_live_count, .dec_live = (void *)rust_dec_kernel_live_count,
        .box_new = (void *)rustcore_box_new, .box_drop = (void *)rustcore_box_drop, .local_get = (void *)rustcore_local_get,
        .local_set = (void *)rustcore_local_set, .oneshot = (void *)rustcore_oneshot, .send_one = (void *)rustcore_send_one,
        .recv_one = (void *)rustcore_recv_one, .chan_one_drop = (void *)rustcore_chan_one_drop,
        .port_one_drop = (void *)rustcore_port_one_drop, .stream = (void *)rustcore_stream, .send = (void *)rustcore_send,
        .recv = (void *)rustcore_recv, .chan_drop = (void *)rustcore_chan_drop,
        .exclusive_new = (void *)rustcore_exclusive_new, .exclusive_clone = (void *)rustcore_exclusive_clone,
        .exclusive_drop = (void *)rustcore_exclusive_drop, .exclusive_with = (void *)rustcore_exclusive_with,
        .select = (void *)rustcore_select, .port_drop = (void *)rustcore_port_drop,
        .shared_chan_new = (void *)rustcore_shared_chan_new, .shared_chan_clone = (void *)rustcore_shared_chan_clone,
        .shared_chan_send = (void *)rustcore_shared_chan_send, .shared_chan_drop = (void *)rustcore_shared_chan_drop,
        .global_clone = (void *)rustcore_global_clone, .global_clone_or_create = (void *)rustcore_global_clone_or_create,
        .peek = (void *)rustcore_peek, .try_send = (void *)rustcore_try_send, .try_recv_one = (void *)rustcore_try_recv_one,
        .select_one = (void *)rustcore_select_one, .weaken = (void *)rustcore_weaken,
        .try_recv = (bool (*)(void *, void *))rustcore_try_recv, .send_locked = library_send_locked,
        .local_cleanup = library_local_cleanup, .chan_type = &library_chan_type, .main_body = &library_main_body,
        .join_bare_thread = library_join_bare_thread, .at_exit = library_at_exit, .nothing = &library_nothing,
        .uv = library_uv, .on_rust = library_on_rust, .run_loop = (void *)library_run_loop, .open_handles = (void *)library_open_handles,
        .spawn_on_thread = (void *)library_spawn_on_thread, .spawn = (void *)library_spawn,
        .spawn_unlinked = (void *)library_spawn_unlinked, .mine = &library_new,
    };
    link->bind_new(&api);
}

static const bool is_native[ROUTER_SYMBOLS] = {
#define X(index, name, version, service, unit, native, new_serves, int_regs, trace) native,
    ROUTER_SYMBOL_LIST(X)
#undef X
};

static void *entry(enum switch_backend backend, int symbol) {
    if (backend == SWITCH_NEW) return is_native[symbol] || router_new[symbol] ? router_trampolines[symbol] : NULL;
    return legacy_library ? router_find(legacy_library, symbol) : NULL;
}

static void close_new(void) { router_close_slots(decided, NULL); }

static void fill_slots(void) {
    router_find_targets(decided, entry);
    router_open_slots(counts);
    if (router_in_child) close_new();
}

static void connect_backends(const rustrt_companion_link *link) {
    decided = link->units;
    bool wanted[SWITCH_BACKENDS] = {false, false};
    for (int i = 0; i < ROUTER_SYMBOLS; i++) wanted[decided[router_symbols[i].unit].backend] = true;
    counts = link->counts;
    for (int i = 0; i < RUSTRT_UPCALLS; i++) router_joined_upcalls[i] = link->upcalls[i];
    if (wanted[SWITCH_LEGACY]) load_legacy();
    if (wanted[SWITCH_NEW]) bind_new(link);
    router_trace_start();
    fill_slots();
}

static uint64_t calls(int unit) {
    uint64_t sum = 0;
    for (int i = 0; i < ROUTER_SYMBOLS; i++)
        if (router_symbols[i].unit == unit) sum += __atomic_load_n(&router_calls[i], __ATOMIC_RELAXED);
    return sum;
}

static rustrt_companion companion = {RUSTRT_COMPANION_VERSION, sizeof companion, connect_backends, calls, close_new, NULL, false};

__attribute__((constructor)) static void join(void) { connect_now = rustrt_router_join(&companion); }

/* Entered by a lazy stub. A call that is here while another thread fills the slots waits for it in connect_now. */
void *router_resolve(int symbol) {
    if (decided) router_check_process(decided, symbol);
    int caller_errno = errno;
    connect_now(&companion);
    errno = caller_errno;
    if (router_target[symbol]) return router_table[symbol];
    router_say_unserved(decided, symbol);
    abort();
}
