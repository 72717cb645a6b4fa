// The services of the kernel's own words: weak-tasks, at-exit, global-data, environment, and the exit status.
#include "env/environment.h"
#include "kernel/at_exit.h"
#include "kernel/kernel.h"
#include "memory/vectors.h"
#include "router/binding.h"
#include "rustrt.h"
#include "task/current.h"
#include "task/task.h"
#include <unistd.h>

using namespace legacy;

extern "C" {

void rust_inc_kernel_live_count(void) {
    current_task()->runtime()->register_task();
}

void rust_dec_kernel_live_count(void) {
    current_task()->runtime()->unregister_task();
}

void rust_register_exit_function(spawn_fn runner, fn_env_pair *fn) {
    at_exit::add(&calling_task()->run[RUSTRT_UNIT_AT_EXIT], runner, fn);
}

void *rust_get_global_data_ptr(void) {
    return &calling_task()->run[RUSTRT_UNIT_GLOBAL_DATA];
}

void rust_set_exit_status(intptr_t code) {
    in_use.core->set_exit_status(calling_task(), static_cast<int>(code));
}

int rust_get_argc(void) {
    return environment_of(calling_task()).argc;
}

char **rust_get_argv(void) {
    return environment_of(calling_task()).argv;
}

uintptr_t rust_num_threads(void) {
    return environment_of(calling_task()).num_threads;
}

rust_vec_box *rust_env_pairs(void) {
    calling_task();
    size_t count = 0;
    // clearenv leaves no array at all.
    while (environ && environ[count]) count++;
    rust_vec_box *pairs = vectors::make_of_strings(count);
    for (size_t i = 0; i < count; i++) vectors::strings_of(pairs)[i] = vectors::make_string(environ[i]);
    return pairs;
}
}
