// The collector suspends threads with a signal. One that comes late meets its thread outside of C#, on a task's stack, whose end may be
// near. Here a task sends it to its own thread when it has gone down to the end of a stack, so that none has to come late by
// chance. Without that collector it would end the process.
#include "harness.h"
#include <alloca.h>
#include <csignal>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace harness;

#define SMALLEST_STACKS "RUST_MIN_STACK", "4096"

namespace {

constexpr int TASKS = 100, SIGNALS = 20;
// Of a stack: below the limit word (LIMIT_OFFSET, RED_ZONE), and what a C stack had.
constexpr uintptr_t BELOW_LIMIT = 256 + 2048, C_STACK = uintptr_t{1} << 20;
// What the last frames at the end of a stack take by themselves, and those that are on a C stack before it.
constexpr uintptr_t LAST_FRAMES = 512, FIRST_FRAMES = 2048;

std::atomic<int> ended;

// A call of the C library would need more stack. The signal has been delivered when the call returns.
void signal_own_thread(long process, long thread) {
    long result = SYS_tgkill;
    __asm__ volatile("syscall" : "+a"(result) : "D"(process), "S"(thread), "d"(34L) : "rcx", "r11", "memory");
}

__attribute__((noinline)) void go_down_to(uintptr_t end, long process, long thread) {
    auto frame = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    auto *lowest = static_cast<volatile char *>(alloca(frame - (end + LAST_FRAMES)));
    *lowest = 1;
    for (int i = 0; i < SIGNALS; i++) signal_own_thread(process, thread);
}

void start_all(spawn_fn main, rlim_t addresses) {
    rlimit limit = {addresses, addresses};
    CHECK(!setrlimit(RLIMIT_AS, &limit));
    CHECK(!start(main) && ended == TASKS);
}

void on_rust_stacks(void *, rust_opaque_box *, void *) {
    for (int i = 0; i < TASKS; i++)
        spawn(TASK {
            long process = 0, thread = 0;
            on_c([&] { process = getpid(), thread = gettid(); });
            go_down_to(stack_limit() - BELOW_LIMIT, process, thread);
            ended++;
        });
}

void on_c_stacks(void *, rust_opaque_box *, void *) {
    for (int i = 0; i < TASKS; i++)
        spawn(TASK {
            on_c([] {
                auto frame = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
                go_down_to(frame + FIRST_FRAMES - C_STACK, getpid(), gettid());
            });
            ended++;
        });
}

constexpr rlim_t FEW = rlim_t{4} << 30;

} // namespace

START(at_the_end_of_the_smallest_stack, exits(0).env(SMALLEST_STACKS)) {
    start_all(on_rust_stacks, RLIM_INFINITY);
}

START(at_the_end_of_the_smallest_stack_where_addresses_are_few, exits(0).env(SMALLEST_STACKS)) {
    start_all(on_rust_stacks, FEW);
}

START(at_the_end_of_a_c_stack, exits(0)) {
    start_all(on_c_stacks, RLIM_INFINITY);
}

START(at_the_end_of_a_c_stack_where_addresses_are_few, exits(0)) {
    start_all(on_c_stacks, FEW);
}
