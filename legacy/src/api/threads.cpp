// The service threads: OS threads outside any task.
#include "rustrt.h"
#include "threads/thread.h"
#include <cassert>

struct rust_raw_thread final : legacy::thread {
    // Not copied: the caller keeps it until it has joined.
    fn_env_pair *fn;

    explicit rust_raw_thread(fn_env_pair *fn) : fn(fn) {}
    void run() override {
        fn->f(nullptr, fn->env, nullptr);
    }
};

extern "C" {

rust_raw_thread *rust_raw_thread_start(fn_env_pair *fn) {
    assert(fn);
    auto *thread = new rust_raw_thread(fn);
    thread->start();
    return thread;
}

void rust_raw_thread_join_delete(rust_raw_thread *thread) {
    assert(thread);
    thread->join();
    delete thread;
}
}
