// Native tests of the legacy runtime. A case is the body of a main task, or a plain function that starts the
// runtime by itself, together with the outcome it must have. Each runs in a process of its own (a child), so that
// aborts, hangs and exit codes are outcomes like any other; by default once with one and once with two
// threads.
//
//   CASE(name, exits(0).out("line\n").env("RUST_SEED", "42")) { ...body of task 1... }
//   START(name, exits(0)) { ...runs on the process's first thread; calls start() ... }
//
// A program without arguments lists its cases; `program NAME` only runs one, and `program --check NAME [RUN]...`
// compares. A RUN is THREADS or THREADS@SETTING: of the declared numbers of threads one or more digits, and what
// the router's switch is set to. Without any, a case is run on the numbers of threads that it declares.
#ifndef LEGACY_TESTS_HARNESS_H
#define LEGACY_TESTS_HARNESS_H
#include "rustrt.h"
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace harness {

struct outcome {
    int status;                              // 128 + signal; see hangs()
    const char *stdout_text = nullptr;       // all of it; NULL: anything
    std::vector<const char *> stderr_parts;  // each must occur
    std::vector<const char *> stderr_absent; // none may occur
    std::vector<std::pair<const char *, const char *>> variables;
    const char *thread_counts = "12"; // a run for each digit
    bool must_hang = false;
    bool loads_anew = false;
    bool in_order = true; // false: lines of standard output in any order

    outcome &out(const char *text) {
        return stdout_text = text, *this;
    }
    outcome &any_order() {
        return in_order = false, *this;
    }
    outcome &err(const char *part) {
        return stderr_parts.push_back(part), *this;
    }
    outcome &no_err(const char *part) {
        return stderr_absent.push_back(part), *this;
    }
    outcome &env(const char *name, const char *value) {
        return variables.emplace_back(name, value), *this;
    }
    // For what the C library reads before main.
    outcome &loader_env(const char *name, const char *value) {
        return loads_anew = true, env(name, value);
    }
    outcome &threads(const char *counts) {
        return thread_counts = counts, *this;
    }
    // For what sanitizers cannot live with.
    outcome &not_under_sanitizers() {
#if defined(__SANITIZE_ADDRESS__)
        thread_counts = "";
#endif
        return not_under_tsan();
    }
    // For what TSan's own thread library does otherwise: thread exit, the room left on a stack, the price of
    // a task.
    outcome &not_under_tsan() {
#if defined(__SANITIZE_THREAD__)
        thread_counts = "";
#endif
        return *this;
    }
};
inline outcome exits(int status) {
    return {status, nullptr, {}, {}, {}, "12", false, false, true};
}
// Aborts, with this on standard error.
inline outcome aborts(const char *part) {
    return exits(134).err(part);
}
// Crashes on a bad pointer, or is told so by an abort.
inline outcome crashes() {
    return exits(139);
}
// A block freed twice: seen by the assertion on its cleared header or by the C library; ASan exits by itself.
inline outcome heap_error() {
#if defined(__SANITIZE_ADDRESS__)
    return exits(1).err("AddressSanitizer");
#else
    return exits(134);
#endif
}
// More memory than there is: an abort; sanitizers refuse by themselves.
inline outcome out_of_memory() {
#if defined(__SANITIZE_ADDRESS__)
    return exits(1).err("AddressSanitizer");
#elif defined(__SANITIZE_THREAD__)
    return exits(66).err("ThreadSanitizer");
#else
    return exits(134);
#endif
}
// Still there a second after it has said all that is expected.
inline outcome hangs() {
    outcome expected = exits(0);
    expected.must_hang = true;
    return expected;
}

struct registration {
    registration(const char *name, spawn_fn body, void (*start)(), const outcome &expected);
};

// A crate map of version 1 with room for children; rust_start reads them from the second slot on.
struct roomy_crate_map {
    int32_t version;
    void *annihilate;
    const mod_entry *entries;
    const void *children[8];
};
// Starts the runtime with this main task and the crate map below; the result of rust_start.
int start(spawn_fn body);
roomy_crate_map &map();
// For a program whose static objects call the runtime: its cases are loaded anew, each in a program of its own.
bool calls_before_main();
// Another annihilator for this process.
void annihilate_by(void (*annihilator)());

// One line on standard output by one write, which an abort cannot lose.
void print(const char *format, ...) __attribute__((format(printf, 1, 2)));
[[noreturn]] void check_failed(const char *condition, const char *file, int line);

// ---- what compiled code does
template <class F> void on_c(F f) {
    upcall_call_shim_on_c_stack(&f, reinterpret_cast<void *>(+[](void *p) { (*static_cast<F *>(p))(); }));
}
template <class F> void on_rust(F f) {
    upcall_call_shim_on_rust_stack(&f, reinterpret_cast<void *>(+[](void *p) { (*static_cast<F *>(p))(); }));
}
inline bool yield() {
    return rust_task_yield(rust_get_task(), nullptr);
}
// Created with a reference for the caller where keep is set: without one it may be gone before the caller
// looks at it.
rust_task *spawn(spawn_fn body, bool keep = false);
rust_task *spawn_in(rust_sched_id scheduler, spawn_fn body);
void drop(rust_task *task);
bool wait(void **event);
void signal(rust_task *task, void *event);
// Until another task has set the flag.
void await(std::atomic<int> &flag);
[[noreturn]] void fail_quietly();
uintptr_t stack_limit();

} // namespace harness

#define TASK [](void *, rust_opaque_box *, void *)
#define CHECK(condition) ((condition) ? (void)0 : harness::check_failed(#condition, __FILE__, __LINE__))
#define CASE(name, expected)                                                                                 \
    static void name(void *, rust_opaque_box *, void *);                                                     \
    static harness::registration registered_##name(#name, name, nullptr, harness::expected);                 \
    static void name(void *, rust_opaque_box *, void *)
#define START(name, expected)                                                                                \
    static void name();                                                                                      \
    static harness::registration registered_##name(#name, nullptr, name, harness::expected);                 \
    static void name()

#endif
