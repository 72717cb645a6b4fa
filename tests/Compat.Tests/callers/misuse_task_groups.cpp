// Task groups, start, exit functions and bare threads where callers are unusual: every failure with the text and place that are part of its message, bodies whose drop fails,
// spawns that cannot be made, and what is leaked. In the C API alone. As misuse.h says; also on mixtures of backends.
#include "core_case.h"
#include <cstring>

namespace harness {

// A main task that fails without dropping its builder.
static outcome leaks_a_builder() {
    return aborts("exchange heap not empty on on exit: 1 dangling allocations\n");
}

} // namespace harness

using namespace harness;

namespace {

std::atomic<int> ran, dropped, step;

void count_drop(void *) {
    dropped++;
}
void fail_to_drop(void *) {
    dropped++;
    rustcore_fail("drop", "misuse", 1);
}
void nothing(void *) {}

rustcore_closure body(void (*call)(void *), void (*drop)(void *) = count_drop) {
    return {call, nullptr, drop};
}
rustcore_closure counted = {[](void *) { ran++; }, nullptr, count_drop};

uintptr_t blocks() {
    return __atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST);
}

// The most that main and the runtime keep from the first spawn on: main's group, the slots of its local data, a stack.
constexpr uintptr_t of_main = 8;

void await(std::atomic<int> &count, int wanted) {
    while (count < wanted) rustcore_yield();
}

// Prints how many bodies ran and were dropped, when the task unwinds.
struct told {
    ~told() {
        print("%d %d\n", ran.load(), dropped.load());
    }
};

int32_t result_of(rustcore_port *port) {
    int32_t result = -1;
    rustcore_recv(port, &result);
    rustcore_port_drop(port);
    return result;
}

bool attempt(void (*call)(void *)) {
    return rustcore_try({call, nullptr, nullptr});
}

} // namespace

// ---- the words of every failure, and the body that is dropped

CASE(a_builder_that_has_spawned, leaks_a_builder().err("task failed at 'this builder has spawned its task', core/src/tasks/builder.cpp:12\n").out("1 2\n")) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_builder_spawn(b, counted);
    await(dropped, 1);
    told t;
    rustcore_builder_spawn(b, counted);
}

CASE(the_linkage_of_a_builder_that_has_spawned,
     leaks_a_builder().err("task failed at 'this builder has spawned its task', core/src/tasks/builder.cpp:12\n")) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_builder_spawn(b, counted);
    rustcore_builder_linkage(b, RUSTCORE_UNLINKED);
}

CASE(the_scheduler_of_a_builder_that_has_spawned,
     leaks_a_builder().err("task failed at 'this builder has spawned its task', core/src/tasks/builder.cpp:12\n")) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_builder_spawn(b, counted);
    rustcore_builder_scheduler(b, RUSTCORE_SINGLE_THREADED, 0);
}

CASE(the_result_of_a_builder_that_has_spawned,
     leaks_a_builder().err("task failed at 'this builder has spawned its task', core/src/tasks/builder.cpp:12\n")) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_builder_spawn(b, counted);
    rustcore_builder_future_result(b);
}

CASE(a_second_result_port, exits(0).err("task failed at 'this builder has a result port already', core/src/tasks/builder.cpp:38\n")) {
    CHECK(!attempt([](void *) {
        struct owned {
            rustcore_builder *builder = rustcore_builder_new();
            rustcore_port *port = rustcore_builder_future_result(builder);
            ~owned() {
                rustcore_builder_drop(builder);
                rustcore_port_drop(port);
            }
        } o;
        rustcore_builder_future_result(o.builder);
    }));
}

CASE(no_such_linkage, leaks_a_builder().err("task failed at 'no such linkage', core/src/tasks/control_block.cpp:65\n").out("0 1\n")) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_builder_linkage(b, static_cast<rustcore_linkage>(3));
    told t;
    rustcore_builder_spawn(b, counted);
}

CASE(a_scheduler_without_threads, exits(101).err("task failed at 'a scheduler needs a thread', core/src/tasks/schedulers.cpp:17\n").out("0 1\n")) {
    told t;
    rustcore_spawn_sched(RUSTCORE_MANUAL_THREADS, 0, counted);
}

CASE(a_thread_per_task, exits(101).err("task failed at 'a thread per task is not implemented', core/src/tasks/schedulers.cpp:19\n").out("0 1\n")) {
    told t;
    rustcore_spawn_sched(RUSTCORE_THREAD_PER_TASK, 0, counted);
}

CASE(no_such_mode, exits(101).err("task failed at 'no such scheduler mode', core/src/tasks/schedulers.cpp:22\n").out("0 1\n")) {
    told t;
    rustcore_spawn_sched(static_cast<rustcore_sched_mode>(8), 0, counted);
}

CASE(no_such_scheduler, exits(101).err("task failed at 'there is no scheduler with this id', core/src/tasks/schedulers.cpp:31\n").out("0 1\n")) {
    told t;
    rustcore_spawn_sched(RUSTCORE_EXISTING_SCHEDULER, 1000, counted);
}

CASE(a_killed_yield, exits(0).err("task failed at 'killed', core/src/tasks/control.cpp:10\n")) {
    CHECK(!attempt([](void *) {
        rust_task_kill_other(rust_get_task());
        rustcore_yield();
    }));
}

// ---- what a spawn that fails leaves behind

CASE(the_result_port_of_a_spawn_that_failed_is_closed, exits(0).err("there is no scheduler with this id").out("0 1\n")) {
    static rustcore_port *end;
    static rustcore_builder *b;
    b = rustcore_builder_new();
    end = rustcore_builder_future_result(b);
    CHECK(!attempt([](void *) {
        rustcore_builder_scheduler(b, RUSTCORE_EXISTING_SCHEDULER, 1000);
        rustcore_builder_spawn(b, counted);
    }));
    int32_t result;
    CHECK(!rustcore_try_recv(end, &result));
    rustcore_port_drop(end);
    rustcore_builder_drop(b);
    told t;
}

// What the spawner holds back is given back first: one step further down is the runtime's assertion.
CASE(a_spawn_that_failed_leaves_the_task_killable, aborts("Illegal allow_kill(): already killable!").err("there is no scheduler with this id")) {
    rustcore_spawn_sched(RUSTCORE_EXISTING_SCHEDULER, 1000, {nothing, nullptr, [](void *) { rust_task_allow_kill(rust_get_task()); }});
}

CASE(a_drop_that_fails_in_a_spawn_that_fails,
     aborts("terminate called after throwing an instance of 'rust_task*'\n").err("there is no scheduler with this id").err("task failed at 'drop', misuse:1\n")) {
    rustcore_spawn_sched(RUSTCORE_EXISTING_SCHEDULER, 1000, body(nothing, fail_to_drop));
}

CASE(a_drop_that_fails_in_a_builder_that_has_spawned,
     aborts("terminate called after throwing an instance of 'rust_task*'\n").err("this builder has spawned its task").err("task failed at 'drop', misuse:1\n")) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_builder_spawn(b, counted);
    rustcore_builder_spawn(b, body(nothing, fail_to_drop));
}

CASE(spawns_that_fail_leak_nothing, exits(0).out("0 40\n")) {
    uintptr_t before = blocks();
    for (int i = 0; i < 40; i++)
        CHECK(!attempt([](void *) { rustcore_spawn_sched(RUSTCORE_EXISTING_SCHEDULER, 1000, counted); }));
    while (blocks() > before + of_main) rustcore_yield();
    told t;
}

// ---- bodies

CASE(a_body_without_a_drop, exits(0)) {
    rustcore_spawn({[](void *) { ran++; }, nullptr, nullptr});
    await(ran, 1);
}

CASE(a_spawned_body_knows_its_environment, exits(0).out("41 42\n")) {
    static int env = 41;
    rustcore_spawn({[](void *e) { print("%d ", (*static_cast<int *>(e))++); }, &env, [](void *e) {
                        print("%d\n", *static_cast<int *>(e));
                        dropped++;
                    }});
    await(dropped, 1);
}

CASE(a_child_of_a_group_that_failed_does_not_begin_and_says_so, exits(0).threads("1").out("0 1\n").err("task failed at 'first', misuse:1\n")) {
    static rustcore_port *end;
    CHECK(!attempt([](void *) {
        rustcore_builder *b = rustcore_builder_new();
        end = rustcore_builder_future_result(b);
        rustcore_builder_spawn(b, counted);
        rustcore_builder_drop(b);
        rustcore_fail("first", "misuse", 1);
    }));
    CHECK(result_of(end) == RUSTCORE_FAILURE);
    await(dropped, 1);
    told t;
}

CASE(a_builder_that_never_spawns_closes_its_port, exits(0)) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_port *end = rustcore_builder_future_result(b);
    rustcore_builder_drop(b);
    int32_t result;
    CHECK(!rustcore_try_recv(end, &result));
    rustcore_port_drop(end);
}

CASE(a_builder_that_is_not_dropped, leaks_a_builder()) {
    rustcore_builder_new();
}

CASE(a_result_that_nobody_waits_for, exits(0)) {
    rustcore_builder *b = rustcore_builder_new();
    rustcore_port_drop(rustcore_builder_future_result(b));
    rustcore_builder_linkage(b, RUSTCORE_SUPERVISED);
    rustcore_builder_spawn(b, body([](void *) { rustcore_fail("unheard", "misuse", 1); }));
    rustcore_builder_drop(b);
    await(dropped, 1);
}

CASE(a_try_that_is_killed_leaves_its_port, exits(0).err("task failed at 'killed', core/src/pipes/wait.h:13\n")) {
    uintptr_t before = blocks();
    static rust_task *waits;
    CHECK(!attempt([](void *) {
        waits = rust_get_task();
        rustcore_try(body([](void *) {
            rust_task_kill_other(waits);
            step = 1;
            while (true) rustcore_yield();
        }));
    }));
    await(dropped, 1);
    while (blocks() > before + of_main) rustcore_yield();
}

// ---- groups and local data

namespace {

const char key = 0, other_key = 0;

// Its glue spawns: when the task's block is over already, and before that.
type_desc spawning = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { rustcore_spawn(counted); }, nullptr, nullptr, nullptr, nullptr};

} // namespace

CASE(local_data_of_a_child_spawns_after_the_end_of_its_block, exits(0).out("1 2\n")) {
    rustcore_spawn(body([](void *) { rustcore_local_set(&key, rustcore_box_new(&spawning)); }));
    await(dropped, 2);
    told t;
}

CASE(local_data_of_a_main_task_that_never_spawned_spawns, exits(0)) {
    rustcore_local_set(&key, rustcore_box_new(&spawning));
}

CASE(a_free_slot_is_not_mistaken_for_the_block, exits(0).out("2 2\n")) {
    rustcore_local_set(&key, rustcore_box_new(&spawning));
    rustcore_spawn(counted);
    rust_opaque_box *box = rustcore_local_pop(&key);
    CHECK(box && !rustcore_local_pop(&other_key));
    rustcore_box_drop(box);
    await(dropped, 2);
    told t;
}

CASE(all_blocks_of_groups_are_given_back, exits(0)) {
    uintptr_t before = blocks();
    for (int i = 0; i < 20; i++)
        for (rustcore_linkage linkage : {RUSTCORE_LINKED, RUSTCORE_SUPERVISED, RUSTCORE_UNLINKED}) {
            rustcore_builder *b = rustcore_builder_new();
            rustcore_builder_linkage(b, linkage);
            rustcore_builder_spawn(b, body([](void *) { CHECK(attempt([](void *) {})); }));
            rustcore_builder_drop(b);
        }
    await(dropped, 60);
    while (blocks() > before + of_main) rustcore_yield();
}

CASE(the_main_group_fails_twice, aborts("main_taskgroup_failed").err("root task failed")) {
    rustcore_spawn(body([](void *) {
        step = 1;
        rust_task_inhibit_kill(rust_get_task());
        await(step, 2);
    }));
    await(step, 1);
    rust_task_kill_all(rust_get_task());
    step = 2;
    rustcore_fail("again", "misuse", 1);
}

// ---- sections

CASE(sections_are_left_in_order_by_a_failure, exits(0).err("task failed at 'inside', misuse:1\n")) {
    CHECK(!attempt([](void *) {
        rustcore_unkillable(
            [](void *) {
                rustcore_rekillable(
                    [](void *) { rustcore_atomically([](void *) { rustcore_fail("inside", "misuse", 1); }, nullptr); }, nullptr);
            },
            nullptr);
    }));
}

CASE(a_wait_in_an_atomic_section, aborts("").threads("1")) {
    rustcore_port *port;
    rustcore_chan *chan;
    static type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
    rustcore_stream(&word, &port, &chan);
    static rustcore_port *receives;
    receives = port;
    rustcore_atomically(
        [](void *) {
            long value;
            rustcore_recv(receives, &value);
        },
        nullptr);
}

CASE(a_silent_failure, exits(101).no_err("task failed at")) {
    rustcore_fail(nullptr, nullptr, 0);
}

CASE(a_task_knows_where_it_is, exits(0).out("1 1 0\n")) {
    rust_task_id id;
    rust_sched_id scheduler;
    on_c([&] {
        id = get_task_id();
        scheduler = rust_get_sched_id();
    });
    print("%d %d %d\n", rustcore_get_task() == id, rustcore_get_scheduler() == scheduler, rustcore_failing());
}

// ---- exit functions, bare threads, what is left behind

CASE(the_order_of_exit_functions_is_that_of_the_seed, exits(0).threads("1").env("RUST_SEED", "12345").out("7 0 6 1 3 2 5 4 ")) {
    static int numbers[] = {0, 1, 2, 3, 4, 5, 6, 7};
    for (int &number : numbers) rustcore_at_exit({[](void *n) { print("%d ", *static_cast<int *>(n)); }, &number, nullptr});
}

CASE(an_exit_function_that_fails_keeps_nobody_from_running, exits(0).err("task failed at 'exit', misuse:1\n").out("2\n").threads("1")) {
    static auto all_dropped = [](void *) {
        if (++dropped == 2) print("%d\n", 2);
    };
    rustcore_at_exit({[](void *) { rustcore_fail("exit", "misuse", 1); }, nullptr, all_dropped});
    rustcore_at_exit({nothing, nullptr, all_dropped});
}

CASE(an_exit_function_that_registers_another, aborts("")) {
    rustcore_at_exit({[](void *) { rustcore_at_exit(counted); }, nullptr, nullptr});
}

CASE(a_bare_thread_is_waited_for_by_a_killed_task, exits(0).err("task failed at 'killed'").out("ran\n")) {
    CHECK(!attempt([](void *) {
        static rust_task *me;
        me = rust_get_task();
        rustcore_run_in_bare_thread(
            [](void *) {
            rust_task_kill_other(me);
            print("ran\n");
            },
            nullptr);
        rustcore_yield();
    }));
}

CASE(the_annihilator_ends_cycles_and_what_their_glue_makes, exits(0)) {
    static type_desc plain = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) { dropped++; }, nullptr, nullptr, nullptr, nullptr};
    static type_desc makes = {8, 8, nullptr, [](void *, void *, const type_desc **, void *) {
                                  dropped++;
                                  rustcore_box_new(&plain);
                              },
                              nullptr, nullptr, nullptr, nullptr};
    static type_desc ring = {8, 8, nullptr, [](void *, void *, const type_desc **, void *value) {
                                 dropped++;
                                 rustcore_box_drop(*static_cast<rust_opaque_box **>(value));
                             },
                             nullptr, nullptr, nullptr, nullptr};
    CHECK(attempt([](void *) {
        rustcore_box_new(&makes);
        rust_opaque_box *one = rustcore_box_new(&ring), *other = rustcore_box_new(&ring);
        *reinterpret_cast<rust_opaque_box **>(one + 1) = other;
        *reinterpret_cast<rust_opaque_box **>(other + 1) = one;
    }));
    await(dropped, 4);
}

START(a_main_body_that_fails_is_dropped, exits(0).err("task failed at 'main', misuse:1\n").out("101 1\n")) {
    int status = rustcore_start({[](void *) { rustcore_fail("main", "misuse", 1); }, nullptr, count_drop}, 0, nullptr, nullptr);
    print("%d %d\n", status, dropped.load());
}

START(a_main_body_whose_drop_fails, exits(0).err("task failed at 'drop', misuse:1\n").out("101 1\n")) {
    int status = rustcore_start({nothing, nullptr, fail_to_drop}, 0, nullptr, nullptr);
    print("%d %d\n", status, dropped.load());
}

START(a_main_body_that_fails_and_whose_drop_fails, aborts("terminate called after throwing an instance of 'rust_task*'\n")) {
    rustcore_start({[](void *) { rustcore_fail("main", "misuse", 1); }, nullptr, fail_to_drop}, 0, nullptr, nullptr);
}

START(two_starts_one_after_the_other, exits(0).out("0 0 2\n")) {
    int first = rustcore_start({nothing, nullptr, count_drop}, 0, nullptr, nullptr);
    int second = rustcore_start({nothing, nullptr, count_drop}, 0, nullptr, nullptr);
    print("%d %d %d\n", first, second, dropped.load());
}

// ---- without a task

START(failing_without_a_task, aborts("no current task")) {
    rustcore_failing();
}
