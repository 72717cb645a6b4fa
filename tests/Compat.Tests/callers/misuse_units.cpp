// Misuse (misuse.h), for what a core and the services around it know of each other: the environment of a run, the local heap under
// stacks, generators and vectors, and a failure that a service raises. Also on mixtures of backends, one unit at a time.
#include "corners.h"
#include "on_segment.h"
#include <cstring>
#include <string>
#include <unistd.h>

namespace {

type_desc word_type = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

rust_opaque_box *box(size_t size) {
    return reinterpret_cast<rust_opaque_box *>(upcall_malloc(&word_type, size));
}

rust_vec_box *boxed_vector(size_t size) {
    auto *v = reinterpret_cast<rust_vec_box *>(box(sizeof(rust_vec_box) - sizeof(rust_opaque_box) + size));
    v->fill = v->alloc = size;
    memset(v->data, 5, size);
    return v;
}

size_t user_size(stk_seg *segment) { return segment->end - reinterpret_cast<uintptr_t>(segment->data) - 2048; }

size_t first_number() {
    size_t number = 0;
    on_c([&] {
        rust_rng *generator = rand_new();
        number = rand_next(generator);
        rand_free(generator);
    });
    return number;
}

void lose_working_directory() {
    on_c([] {
        char path[] = "/tmp/rustrt-test-XXXXXX";
        CHECK(mkdtemp(path) && !chdir(path) && !rmdir(path));
    });
}

} // namespace

// ---- environment: of each run, whoever took it

START(a_seed_is_read_like_a_number, exits(0).out("1 1 1 1\n")) {
    static size_t seven, found[4];
    setenv("RUST_SEED", "7", 1);
    start(TASK { seven = first_number(); });
    const char *odd[] = {" 7", "7abc", "+7", "4294967303"};
    for (int i = 0; i < 4; i++) {
        static int at;
        at = i;
        setenv("RUST_SEED", odd[i], 1);
        start(TASK { found[at] = first_number(); });
    }
    print("%d %d %d %d\n", found[0] == seven, found[1] == seven, found[2] == seven, found[3] == seven);
}

START(a_seed_that_is_no_number_is_0, exits(0).out("1 1\n")) {
    static size_t zero, empty, text;
    setenv("RUST_SEED", "0", 1);
    start(TASK { zero = first_number(); });
    setenv("RUST_SEED", "", 1);
    start(TASK { empty = first_number(); });
    setenv("RUST_SEED", "seven", 1);
    start(TASK { text = first_number(); });
    print("%d %d\n", empty == zero, text == zero);
}

CASE(a_seed_of_later_is_not_the_runs, exits(0).env("RUST_SEED", "7").out("1\n")) {
    size_t before = first_number();
    on_c([] { setenv("RUST_SEED", "8", 1); });
    print("%d\n", first_number() == before);
}

CASE(without_a_seed_generators_differ, exits(0).out("1\n")) {
    size_t first = 0, second = 0;
    on_c([&] {
        rust_rng *a = rand_new(), *b = rand_new();
        for (int i = 0; i < 4; i++) {
            first = first << 16 ^ rand_next(a);
            second = second << 16 ^ rand_next(b);
        }
        rand_free(a);
        rand_free(b);
    });
    print("%d\n", first != second);
}

START(threads_and_stacks_are_those_of_each_start, exits(0).out("3 300000\n2 262144\n1 270000\n").threads("2")) {
    auto body = TASK { print("%zu %zu\n", static_cast<size_t>(rust_num_threads()), user_size(rust_get_stack_segment())); };
    setenv("RUST_THREADS", "3", 1);
    setenv("RUST_MIN_STACK", "300000", 1);
    start(body);
    setenv("RUST_THREADS", "2 threads", 1);
    setenv("RUST_MIN_STACK", "0x40000", 1);
    start(body);
    setenv("RUST_THREADS", "1", 1);
    setenv("RUST_MIN_STACK", "270000 bytes", 1);
    start(body);
}

CASE(a_number_of_threads_of_later_is_not_the_runs, exits(0).out("1\n")) {
    on_c([] {
        uintptr_t before = rust_num_threads();
        setenv("RUST_THREADS", "7", 1);
        print("%d\n", rust_num_threads() == before);
    });
}

START(no_threads_are_as_many_as_there_are_processors, exits(0).out("1 1\n")) {
    static bool found[2];
    setenv("RUST_THREADS", "0", 1);
    start(TASK { found[0] = static_cast<long>(rust_num_threads()) == sysconf(_SC_NPROCESSORS_ONLN); });
    setenv("RUST_THREADS", "none", 1);
    start(TASK { found[1] = static_cast<long>(rust_num_threads()) == sysconf(_SC_NPROCESSORS_ONLN); });
    print("%d %d\n", found[0], found[1]);
}

CASE(a_maximum_of_stacks_is_kept, exits(101).err("ran out of stack\n").no_err("unwinding").env("RUST_MAX_STACK", "300000")) {
    upcall_new_stack(200000, nullptr, 0);
}

START(stacks_below_the_least_abort, aborts("Stack size must be greater than LIMIT_OFFSET").out("")) {
    setenv("RUST_MIN_STACK", "255", 1);
    start(TASK { print("not reached\n"); });
}

CASE(arguments_are_the_array_itself, exits(0).out("1 changed\n")) {
    on_c([] {
        static char changed[] = "changed";
        char **arguments = rust_get_argv(), *kept = arguments[0];
        arguments[0] = changed;
        print("%d %s\n", arguments == rust_get_argv(), rust_get_argv()[0]);
        arguments[0] = kept;
    });
}

CASE(a_start_in_a_task_has_an_environment_of_its_own, aborts("dangling allocations").out("inner 2\nouter 1\n")) {
    static int before;
    on_c([] {
        before = rust_get_argc();
        fresh = rust_new_sched(1);
    });
    spawn_in(fresh, TASK {
        await(ready);
        print("outer %d\n", rust_get_argc() == before && strcmp(rust_get_argv()[0], "inner"));
        flag = 1;
    });
    on_c([] {
        static char program[] = "inner", *arguments[] = {program, program, nullptr};
        rust_start(reinterpret_cast<uintptr_t>(+TASK {
            print("%s %d\n", rust_get_argv()[0], rust_get_argc());
            ready = 1;
            await(flag);
        }), 2, arguments, &map());
    });
}

CASE(arguments_need_a_task, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return rust_get_argv(); });
}

// ---- local heap: blocks of a task, its stacks among them

CASE(a_task_that_never_starts_leaks_its_stack, aborts("leaked memory in rust main loop (1 objects)")) {
    rust_task *child = nullptr;
    on_c([&] { child = new_task(); });
    drop(child);
    print("not reached\n");
}

CASE(stacks_that_were_grown_are_no_leak, exits(0).out("8 ended\n")) {
    static std::atomic<int> ended;
    for (int i = 0; i < 8; i++)
        spawn(TASK {
            for (size_t size : {1000, 400000, 3000, 700000}) {
                upcall_new_stack(size, nullptr, 0);
                rust_opaque_box *b = box(size);
                yield();
                upcall_free(b);
                upcall_del_stack();
            }
            ended++;
        });
    while (ended < 8) yield();
    print("%d ended\n", ended.load());
}

CASE(a_box_leaked_beside_grown_stacks_is_one_object, aborts("leaked memory in rust main loop (1 objects)").out("ends\n")) {
    upcall_new_stack(100000, nullptr, 0);
    box(8);
    upcall_del_stack();
    print("ends\n");
}

CASE(a_failed_task_gives_its_grown_stacks_back, exits(0).out("unwound\n")) {
    spawn(TASK {
        Unwound watch{"unwound"};
        rust_opaque_box *b = box(8);
        upcall_new_stack(100000, nullptr, 0);
        upcall_new_stack(100000, nullptr, 0);
        upcall_free(b);
        flag = 1;
        fail_quietly();
    });
    await(flag);
}

CASE(a_generator_freed_by_another_task_is_found_at_its_death, aborts("live_allocs < 1").out("freed\n").threads("1")) {
    static rust_rng *mine;
    on_c([] { mine = rand_new(); });
    spawn(TASK {
        on_c([] { rand_free(mine); });
        print("freed\n");
    });
    while (true) yield();
}

CASE(generators_leak_like_boxes, aborts("leaked memory in rust main loop (2 objects)")) {
    on_c([] {
        rand_new();
        rand_free(rand_new());
        rust_vec_box seed = {};
        rand_new_seeded(&seed);
    });
}

CASE(a_generator_needs_a_task, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * { return rand_new(); });
}

CASE(a_generator_is_freed_while_unwinding, exits(101)) {
    static rust_rng *generator;
    struct guard {
        ~guard() {
            upcall_reset_stack_limit();
            on_c([] { rand_free(generator); });
            upcall_free(box(8));
        }
    } g;
    on_c([] { generator = rand_new(); });
    fail_quietly();
}

CASE(a_vector_with_two_owners_cannot_grow, aborts("ref_count == 1")) {
    rust_vec_box *v = boxed_vector(8);
    v->header.ref_count = 2;
    on_c([&] { vec_reserve_shared_actual(&word_type, &v, 100); });
}

CASE(a_vector_that_grows_is_still_one_object, aborts("leaked memory in rust main loop (1 objects)")) {
    rust_vec_box *v = boxed_vector(8);
    on_c([&] {
        for (size_t n = 2; n < 100000; n *= 3) vec_reserve_shared_actual(&word_type, &v, n);
    });
}

CASE(vectors_of_many_tasks_grow_at_once, exits(0).out("12 ended\n")) {
    static std::atomic<int> ended;
    for (int i = 0; i < 12; i++)
        spawn(TASK {
            rust_opaque_box *below = box(8);
            rust_vec_box *v = boxed_vector(8);
            rust_opaque_box *above = box(8);
            for (size_t n = 2; n < 3000; n *= 2) {
                on_c([&] { vec_reserve_shared_actual(&word_type, &v, n); });
                CHECK(v->alloc == 8 * n && v->fill == 8 && v->data[7] == 5 && above->next == &v->header && below->prev == &v->header);
                yield();
            }
            upcall_free(&v->header);
            CHECK(above->next == below);
            upcall_free(above);
            upcall_free(below);
            ended++;
        });
    while (ended < 12) yield();
    print("%d ended\n", ended.load());
}

CASE(a_vector_needs_a_task_to_grow_in_its_list, aborts("no current task")) {
    on_a_foreign_thread([](void *) -> void * {
        rust_vec_box empty = {}, *v = &empty;
        vec_reserve_shared_actual(&word_type, &v, 0);
        return nullptr;
    });
}

// ---- filesystem: a service that fails its task

CASE(a_lost_directory_says_where, exits(101).env("RUST_LOG", "::rt::backtrace=2").err("librustrt").no_err("task failed at")) {
    lose_working_directory();
    rust_getcwd();
}

CASE(a_lost_directory_is_not_told_without_backtraces, exits(101).no_err("librustrt").err("root task failed")) {
    lose_working_directory();
    rust_getcwd();
}

CASE(a_lost_directory_may_not_be_survived, aborts("task->c_stack == NULL").out("caught\n")) {
    lose_working_directory();
    try {
        rust_getcwd();
    } catch (rust_task *) {
        print("caught\n");
    }
}

CASE(the_failure_of_a_lost_directory_may_grow_twice_the_stack, exits(101).env("RUST_MAX_STACK", "600000").no_err("ran out of stack")) {
    struct guard {
        ~guard() {
            upcall_reset_stack_limit();
            upcall_new_stack(700000, nullptr, 0);
            upcall_del_stack();
        }
    } g;
    lose_working_directory();
    rust_getcwd();
}

CASE(a_lost_directory_unwinds_a_segment, exits(101).out("unwound\n")) {
    lose_working_directory();
    run_on_segment(nullptr, reinterpret_cast<void *>(+[](void *) {
        Unwound watch{"unwound"};
        rust_getcwd();
    }), upcall_new_stack(64000, nullptr, 0));
}

CASE(a_hundred_tasks_fail_over_a_lost_directory, exits(0).out("100 unwound\n")) {
    static std::atomic<int> unwound;
    lose_working_directory();
    for (int i = 0; i < 100; i++)
        spawn(TASK {
            struct count {
                ~count() { unwound++; }
            } c;
            rust_getcwd();
        });
    while (unwound < 100) yield();
    print("%d unwound\n", unwound.load());
}
