// What the cases of pipes share: values whose ends are counted, tasks from lambdas, a look into packets.
#ifndef RUSTCORE_TESTS_PIPE_CASE_H
#define RUSTCORE_TESTS_PIPE_CASE_H
#include "core_case.h"
#include "pipes/packet.h"
#include "rustcore/pipes.hpp"
#include <memory>

namespace pipe_case {

using rustcore::chan;
using rustcore::chan_one;
using rustcore::oneshot;
using rustcore::port;
using rustcore::port_one;
using rustcore::port_set;
using rustcore::select;
using rustcore::shared_chan;
using rustcore::stream;

// ---- values: live is how many there are, moved-from ones not counted

struct counted {
    static inline std::atomic<long> live{0};
    long number;
    bool there = true;
    explicit counted(long number) : number(number) {
        live++;
    }
    counted(counted &&other) noexcept : number(other.number), there(std::exchange(other.there, false)) {}
    counted &operator=(counted &&other) noexcept {
        std::swap(number, other.number);
        std::swap(there, other.there);
        return *this;
    }
    ~counted() {
        if (there) live--;
    }
};

} // namespace pipe_case

// Bytes in the packet itself, so that the glue of the packet is what ends it.
template <> struct rustcore::moves_as_bytes<pipe_case::counted> : std::true_type {};

namespace pipe_case {

using counted_value = rustcore::value<counted>;

inline rustcore_packet *new_packet() {
    return rustcore_packet_new(counted_value::type());
}
inline bool send(rustcore_packet *p, long number) {
    counted_value given{counted(number)};
    return rustcore_packet_send(p, given.bytes());
}
// -1: nothing.
inline long receive(rustcore_packet *p) {
    counted_value got;
    return rustcore_packet_try_recv(p, got.bytes()) ? got.take().number : -1;
}
inline bool is(const rustcore_packet *p, rustcore_packet_state state) {
    return p->state.load() == state;
}
// Until somebody waits for the packet.
inline void await_blocked(const rustcore_packet *p) {
    while (!is(p, rustcore_packet_state::blocked)) harness::yield();
}

inline uintptr_t exchange_count() {
    return __atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST);
}

// ---- tasks

template <class F> void run_task(void *, rust_opaque_box *env, void *) {
    (*reinterpret_cast<F *>(env + 1))();
}
template <class F> void drop_task(void *, void *, const type_desc **, void *f) {
    static_cast<F *>(f)->~F();
}

// Runs f as a task of the default scheduler, or of this one. With keep the caller gets a reference: drop()
// it.
template <class F> rust_task *go(F f, rust_sched_id scheduler = 0, bool keep = false) {
    static type_desc type = {sizeof(F), alignof(F), nullptr, drop_task<F>,
                             nullptr,   nullptr,    nullptr, nullptr};
    auto *env = static_cast<rust_opaque_box *>(malloc(sizeof(rust_opaque_box) + sizeof(F)));
    __atomic_fetch_add(rust_get_exchange_count_ptr(), 1, __ATOMIC_SEQ_CST);
    *env = {-1, &type, nullptr, nullptr};
    new (env + 1) F(std::move(f));
    rust_task *task = nullptr;
    harness::on_c([&] {
        task = scheduler ? rust_new_task_in_sched(scheduler) : new_task();
        if (keep) rust_task_ref(task);
        fn_env_pair closure = {run_task<F>, env};
        start_task(task, &closure);
    });
    return task;
}
inline rust_sched_id new_scheduler() {
    rust_sched_id id = 0;
    harness::on_c([&] { id = rust_new_sched(1); });
    return id;
}
inline void kill(rust_task *task) {
    harness::on_c([&] { rust_task_kill_other(task); });
}

// Told when a task is over, also when it failed. The first capture of its lambda, so that all others are gone
// by then.
struct ending {
    std::atomic<int> *count;
    explicit ending(std::atomic<int> &count) : count(&count) {}
    ending(ending &&other) noexcept : count(std::exchange(other.count, nullptr)) {}
    ~ending() {
        if (count) ++*count;
    }
};
inline void await(std::atomic<int> &count, int least = 1) {
    while (count.load() < least) harness::yield();
}

// Fewer where each step costs a hundred times more.
inline long scaled(long n) {
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
    return n / 10;
#else
    return n;
#endif
}

} // namespace pipe_case
using namespace pipe_case;

#endif
