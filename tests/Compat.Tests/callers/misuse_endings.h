// What the cases about the end of a task and of the runtime share (misuse.h).
#ifndef COMPAT_TESTS_MISUSE_ENDINGS_H
#define COMPAT_TESTS_MISUSE_ENDINGS_H
#include "misuse.h"

#define GLUE [](void *, void *, const type_desc **, void *)

namespace misuse {

inline fn_env_pair pair;

inline type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

inline rust_opaque_box *box(size_t size) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(&word, size));
}

inline rust_opaque_box *&boxes() {
    return *reinterpret_cast<rust_opaque_box **>(reinterpret_cast<char *>(rust_get_task()) + 280);
}

// An environment with this drop glue.
inline rust_opaque_box *environment(glue_fn drop) {
    static type_desc description;
    description = {8, 8, nullptr, drop, nullptr, nullptr, nullptr, nullptr};
    rust_opaque_box *env = nullptr;
    on_c([&] { env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof *env + 8)); });
    env->ref_count = -1;
    env->td = &description;
    return env;
}

inline void spawn_with(rust_opaque_box *env, spawn_fn body) {
    on_c([=] {
        rust_task *child = new_task();
        fn_env_pair closure = {body, env};
        start_task(child, &closure);
    });
}

inline void spawn_with_glue(glue_fn drop, spawn_fn body = TASK {}) {
    spawn_with(environment(drop), body);
}

inline void enrol(spawn_fn runner, fn_env_pair *fn = &pair) {
    on_c([=] { rust_register_exit_function(runner, fn); });
}

inline void cleanup(rust_tld_cleanup with) {
    rust_task_local_data_atexit(rust_get_task(), with);
}

inline int wait_for_event() {
    void *event = nullptr;
    wait(&event);
    return static_cast<int>(reinterpret_cast<long>(event));
}

inline rust_task *self_for_signal;

// Parks until a child that is spawned for it signals; from either stack.
inline int wait_for_a_child() {
    self_for_signal = rust_get_task();
    spawn(TASK { signal(self_for_signal, reinterpret_cast<void *>(8)); });
    return wait_for_event();
}

} // namespace misuse

#endif
