// What RUSTRT_IMPROVE changes, each with it and without (MIGRATION.md, after you switched). On the new backend alone: the old one has
// no improvements.
#include "harness.h"
#include "on_segment.h"
#include <cerrno>
#include <cstring>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/wait.h>
#include <vector>

using namespace harness;

namespace {

constexpr size_t box_header = 32;

// A value with one reference to another box, as compiled code would describe it.
struct node {
    rust_opaque_box *next;
    size_t number;
};
node *value(rust_opaque_box *box) {
    return reinterpret_cast<node *>(reinterpret_cast<char *>(box) + box_header);
}

std::vector<size_t> dropped;
size_t taken;

void take_node(void *, void *, const type_desc **, void *v) {
    taken++;
    if (node *n = static_cast<node *>(v); n->next) n->next->ref_count++;
}
void drop_node(void *, void *, const type_desc **, void *v) {
    node *n = static_cast<node *>(v);
    dropped.push_back(n->number);
    if (n->next && --n->next->ref_count == 0) {
        drop_node(nullptr, nullptr, nullptr, value(n->next));
        upcall_free(n->next);
    }
}
type_desc node_type = {sizeof(node), alignof(node), take_node, drop_node, nullptr, nullptr, nullptr, nullptr};
type_desc opaque_type = {sizeof(node), alignof(node), nullptr, drop_node, nullptr, nullptr, nullptr, nullptr};

// Never inlined, so that nothing of it stays on the stack of those who call it.
[[gnu::noinline]] void make_ring(size_t length, type_desc *td = &node_type) {
    rust_opaque_box *first = nullptr, *last = nullptr;
    for (size_t i = 0; i < length; i++) {
        auto *box = reinterpret_cast<rust_opaque_box *>(upcall_malloc(td, sizeof(node)));
        value(box)->number = i;
        if (last) value(last)->next = box;
        else first = box;
        last = box;
    }
    value(last)->next = first; // each is referred to once: by the one before it
}
// Overwrites what calls have left below this frame.
[[gnu::noinline]] void clear_stack() {
    volatile char room[16384];
    for (char &c : const_cast<char (&)[16384]>(room)) const_cast<volatile char &>(c) = 0;
}
size_t count_boxes() {
    rust_opaque_box *box;
    memcpy(&box, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof box);
    size_t count = 0;
    for (; box; box = box->next) count++;
    return count;
}
void free_all_boxes() {
    rust_opaque_box *box;
    while (memcpy(&box, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof box), box) upcall_free(box);
}
void make_rings(size_t rings, type_desc *td = &node_type) {
    for (size_t i = 0; i < rings; i++) make_ring(3, td);
    clear_stack();
}

} // namespace

#define IMPROVE(what) env("RUSTRT_IMPROVE", what)

// ---- the variable itself

CASE(nothing_asked_for_is_nothing_changed, exits(0).out("body\n").IMPROVE("")) {
    print("body\n");
}

CASE(an_improvement_that_there_is_not_is_refused, exits(120).out("").IMPROVE("collect-cycle")
         .err("rustrt: RUSTRT_IMPROVE: unknown improvement 'collect-cycle'; valid are taskless-calls, strict-env, collect-cycles, "
              "async-log and exit-deadline=TIME\n")) {
    print("body\n");
}

CASE(where_all_is_new_nothing_is_asked_for_in_vain, exits(0).out("body\n").no_err("RUSTRT_IMPROVE")
         .IMPROVE("taskless-calls, strict-env,collect-cycles,async-log,exit-deadline=60s")) {
    print("body\n");
}

// ---- strict-env

CASE(a_bad_number_is_read_as_ever_without_strict_env, exits(0).out("body\n").env("RUST_SEED", "12x")) {
    print("body\n");
}

CASE(a_bad_number_is_refused_with_strict_env, exits(120).out("").IMPROVE("strict-env").env("RUST_SEED", "12x")
         .err("rustrt: RUST_SEED=12x: not a seed; valid is -2147483648 to 2147483647\n")) {
    print("body\n");
}

CASE(good_values_pass_strict_env, exits(0).out("body\n").IMPROVE("strict-env").env("RUST_SEED", "-12").env("RUST_MIN_STACK", "0x40000")
         .env("RUST_LOG", "a::b=4,::rt::task")) {
    print("body\n");
}

// ---- exit-deadline

CASE(a_weak_task_that_does_not_listen_hangs_without_a_deadline, hangs().out("weak\n")) {
    spawn(TASK {
        rust_dec_kernel_live_count();
        print("weak\n");
        void *event;
        wait(&event);
    });
}

CASE(with_a_deadline_it_is_named_and_the_process_ends, exits(7).out("weak\n").IMPROVE("exit-deadline=100ms")
         .err("not ended 0.1 s after its last ordinary task (exit-deadline); exiting with status 7")
         .err("waits for an event")) {
    on_c([] { rust_set_exit_status(7); });
    spawn(TASK {
        rust_dec_kernel_live_count();
        print("weak\n");
        void *event;
        wait(&event);
    });
}

CASE(a_scheduler_without_a_task_is_named, exits(0).out("body\n").IMPROVE("exit-deadline=100ms")
         .err("scheduler 3, which never got a task")) {
    on_c([] { rust_new_sched(1); });
    print("body\n");
}

CASE(a_run_that_ends_in_time_does_not_notice, exits(0).out("body\n").IMPROVE("exit-deadline=60s").no_err("exit-deadline")) {
    print("body\n");
}

// ---- async-log

static void log_lines(int lines, const char *last) {
    on_c([=] {
        for (int i = 0; i < lines; i++) {
            std::string text = i == lines - 1 ? last : "line";
            rust_log_str(1, text.c_str(), text.size());
        }
    });
}

CASE(lines_are_all_there_when_the_run_has_ended, exits(0).IMPROVE("async-log").err("rust: line\nrust: the last\n")) {
    log_lines(10000, "the last");
}

CASE(lines_are_all_there_when_a_task_exits_the_process, exits(3).IMPROVE("async-log").err("rust: line\nrust: the last\n")) {
    log_lines(10000, "the last");
    exit(3);
}

CASE(lines_come_before_the_words_of_an_assertion, exits(134).IMPROVE("async-log").err("rust: line\nrust: the last\n")
         .err("rust: the last\nprogram: ").err("next_rust_sp")) {
    static char name[] = "program";
    program_invocation_short_name = name; // what an assertion begins with
    log_lines(10000, "the last");
    on_rust([] {});
}

CASE(lines_come_before_the_words_of_a_leak, aborts("the last\nleaked memory in rust main loop (1 objects)\n").IMPROVE("async-log")) {
    log_lines(10000, "the last");
    upcall_malloc(&node_type, sizeof(node));
}

CASE(lines_of_a_failure_keep_their_place, exits(101).IMPROVE("async-log").err("rust: the last\nrust: task failed at 'x', y:1\n")) {
    log_lines(10, "the last");
    upcall_fail("x", "y", 1);
}

CASE(a_line_at_a_time_keeps_the_order, exits(0).IMPROVE("async-log").err("rust: one\nrust: two\nrust: three\n")) {
    log_lines(1, "one");
    log_lines(1, "two");
    log_lines(1, "three");
}

CASE(a_program_that_cannot_be_started_does_not_write_them_again, exits(0).out("1\n").IMPROVE("async-log")
         .err("rust: line\nrust: the last\n")) {
    on_c([] {
        const char *argv[] = {"/no/such/program", nullptr};
        for (int i = 0; i < 100; i++) rust_log_str(1, "line", 4);
        int pid = rust_run_program(argv, nullptr, nullptr, 0, 0, 0), status;
        waitpid(pid, &status, 0);
        print("%d\n", WEXITSTATUS(status));
    });
    log_lines(100, "the last");
}

// ---- taskless-calls

static std::atomic<int> outside_done;
// What the thread does, while the main task waits for it.
static void outside(void *(*what)(void *)) {
    pthread_t thread;
    pthread_create(&thread, nullptr, what, nullptr);
    await(outside_done);
    pthread_join(thread, nullptr);
}

CASE(a_thread_of_the_programs_own_cannot_ask_without_it, aborts("no current task")) {
    outside([](void *) -> void * { return rust_get_argc(), nullptr; });
}

CASE(with_it_a_thread_can_ask_log_and_allocate, exits(0).out("asked\n").IMPROVE("taskless-calls").err("rust: from outside\n")) {
    outside([](void *) -> void * {
        rust_get_argc();
        rust_num_threads();
        rust_log_str(1, "from outside", 12);
        rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(8));
        print("asked\n");
        outside_done = 1;
        return nullptr;
    });
}

CASE(with_it_a_thread_can_spawn, exits(0).out("spawned\n").IMPROVE("taskless-calls")) {
    outside([](void *) -> void * {
        static fn_env_pair body = {TASK {
            print("spawned\n");
            outside_done = 1;
        }, nullptr};
        start_task(new_task(), &body);
        return nullptr;
    });
}

START(with_it_a_thread_can_do_io_without_a_run, exits(0).out("operation high-level closed\n").IMPROVE("taskless-calls")) {
    static uint8_t id[16];
    static void *handle;
    auto *loop = static_cast<uv_loop_t *>(rust_uv_loop_new());
    uv_buf_t buffer = {};
    rust_uv_buf_init(&buffer, rust_uv_malloc_buf_base_of(8), 8);
    rust_uv_free_base_of_buf(buffer);
    sockaddr_in address = rust_uv_ip4_addr("127.0.0.1", 80);
    if (rust_uv_ip4_port(&address) != 80) print("port ");
    handle = rust_uv_hilvl_async_init(loop, [](uint8_t *, void *) {
        print("high-level ");
        rust_uv_hilvl_close(static_cast<uv_handle_t *>(handle), [](uint8_t *, void *closed, void *) {
            rust_uv_hilvl_close_async(static_cast<uv_async_t *>(closed));
            print("closed\n");
        });
    }, id);
    void *operation = rust_uv_bind_op_cb(loop, [](uv_loop_t *, void *, uv_async_t *mine) {
        print("operation ");
        rust_uv_stop_op_cb(reinterpret_cast<uv_handle_t *>(mine));
        rust_uv_async_send(static_cast<uv_async_t *>(handle));
    });
    rust_uv_async_send(static_cast<uv_async_t *>(operation));
    rust_uv_run(loop);
    rust_uv_loop_delete(loop);
    if (*rust_get_exchange_count_ptr() != 0) print("left\n");
}

CASE(what_belongs_to_a_task_still_needs_one, aborts("no current task").IMPROVE("taskless-calls")) {
    outside([](void *) -> void * { return reinterpret_cast<void *>(upcall_malloc(&node_type, sizeof(node))); });
}

START(without_a_run_there_is_nothing_to_spawn_into, aborts("no current task").IMPROVE("taskless-calls")) {
    new_task();
}

START(a_run_that_has_ended_takes_no_more_tasks, aborts("no current task").IMPROVE("taskless-calls").out("body\n")) {
    start(TASK { print("body\n"); });
    new_task();
}

// ---- collect-cycles

CASE(cycles_stay_until_the_task_ends_without_it, exits(0).out("6000\n")) {
    make_rings(2000);
    print("%zu\n", count_boxes());
    free_all_boxes();
}

CASE(cycles_are_collected, exits(0).out("few\n").IMPROVE("collect-cycles")) {
    make_rings(2000);
    print(count_boxes() < 2000 ? "few\n" : "many\n");
    free_all_boxes();
}

CASE(each_box_of_a_cycle_is_dropped_once, exits(0).out("dropped\n").IMPROVE("collect-cycles")) {
    make_rings(2000);
    size_t of_number[3] = {};
    for (size_t number : dropped) of_number[number]++;
    size_t left = count_boxes();
    if (dropped.size() + left == 6000 && dropped.size() > 3000) print("dropped\n");
    free_all_boxes();
}

static void hold_a_ring_and_make_others(void *) {
    auto *held = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&node_type, sizeof(node)));
    auto *other = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&node_type, sizeof(node)));
    value(held)->number = 10, value(held)->next = other;
    value(other)->number = 11, value(other)->next = held;
    rust_opaque_box *volatile seen = held;
    make_rings(2000);
    held = seen;
    bool intact = !dropped.empty() && value(value(held)->next)->next == held && held->ref_count == 1 && value(held)->next->ref_count == 1;
    for (size_t number : dropped) intact = intact && number < 10;
    print(intact ? "all there\n" : "damaged\n");
    free_all_boxes();
}

CASE(a_cycle_that_the_stack_refers_to_stays, exits(0).out("all there\n").IMPROVE("collect-cycles")) {
    hold_a_ring_and_make_others(nullptr);
}

CASE(a_cycle_that_a_grown_segment_refers_to_stays, exits(0).out("all there\n").IMPROVE("collect-cycles")) {
    // Looked up: a program that imports it has all its C calls on a part of their own.
    auto new_stack = reinterpret_cast<decltype(upcall_new_stack) *>(dlsym(RTLD_DEFAULT, "upcall_new_stack"));
    run_on_segment(nullptr, reinterpret_cast<void *>(hold_a_ring_and_make_others), new_stack(200000, nullptr, 0));
}

static rust_opaque_box *elsewhere;

[[gnu::noinline]] static void make_held_ring() {
    elsewhere = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&node_type, sizeof(node)));
    value(elsewhere)->number = 10;
    value(elsewhere)->next = elsewhere;
    elsewhere->ref_count++;
}

CASE(a_cycle_with_a_counted_reference_from_elsewhere_stays, exits(0).out("all there\n").IMPROVE("collect-cycles")) {
    // A static word is nowhere that the collection looks: only the count says that somebody has it.
    make_held_ring();
    make_rings(2000);
    bool intact = !dropped.empty() && elsewhere->ref_count == 2 && value(elsewhere)->next == elsewhere;
    for (size_t number : dropped) intact = intact && number < 10;
    print(intact ? "all there\n" : "damaged\n");
    free_all_boxes();
}

// Garbage whose value still has the address of a live box in it, but whose glue knows that it is none of its references.
[[gnu::noinline]] static void make_stale_ring() {
    static type_desc stale = {sizeof(node), alignof(node), [](void *, void *, const type_desc **, void *) {},
                              [](void *, void *, const type_desc **, void *) {}, nullptr, nullptr, nullptr, nullptr};
    elsewhere = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&node_type, sizeof(node)));
    value(elsewhere)->number = 10;
    auto *box = reinterpret_cast<rust_opaque_box *>(upcall_malloc(&stale, sizeof(node)));
    value(box)->next = elsewhere;
}

CASE(a_stale_word_is_no_reference, exits(0).out("all there\n").IMPROVE("collect-cycles")) {
    make_stale_ring();
    make_rings(2000);
    bool intact = !dropped.empty() && elsewhere->ref_count == 1;
    for (size_t number : dropped) intact = intact && number < 10;
    print(intact ? "all there\n" : "damaged\n");
    free_all_boxes();
}

CASE(a_type_without_take_glue_is_left_alone, exits(0).out("6000\n").IMPROVE("collect-cycles")) {
    make_rings(2000, &opaque_type);
    print("%zu\n", count_boxes());
    free_all_boxes();
}

CASE(a_box_that_owns_memory_is_left_alone, exits(0).out("6000, 0 copied\n").IMPROVE("collect-cycles")) {
    static type_desc owner = {sizeof(node), alignof(node), take_node, drop_node, nullptr, nullptr, nullptr, nullptr};
    for (size_t i = 0; i < 2000; i++) {
        make_ring(3, &owner);
        rust_opaque_box *newest;
        memcpy(&newest, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof newest);
        for (rust_opaque_box *box = newest; box; box = box->next)
            if (value(box)->number < 10) value(box)->number = reinterpret_cast<size_t>(rust_uv_current_kernel_malloc(16));
            else break;
    }
    clear_stack();
    print("%zu, %zu copied\n", count_boxes(), taken);
    rust_opaque_box *box;
    for (memcpy(&box, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof box); box; box = box->next)
        rust_uv_current_kernel_free(reinterpret_cast<void *>(value(box)->number));
    free_all_boxes();
}

// A copy of its value allocates, which no word of the value shows.
static void take_hidden(void *, void *, const type_desc **, void *v) {
    taken++;
    static_cast<node *>(v)->number = reinterpret_cast<size_t>(malloc(16)) | 1;
}
static size_t hidden_copies_dropped;
static void drop_hidden(void *, void *, const type_desc **, void *v) {
    if (size_t n = static_cast<node *>(v)->number; n > 10) free(reinterpret_cast<void *>(n & ~size_t{1})), hidden_copies_dropped++;
}

CASE(a_type_that_turns_out_to_copy_memory_is_tried_once, exits(0).out("6000, 1 copied, 1 dropped\n").IMPROVE("collect-cycles")) {
    static type_desc hidden = {sizeof(node), alignof(node), take_hidden, drop_hidden, nullptr, nullptr, nullptr, nullptr};
    make_rings(2000, &hidden);
    print("%zu, %zu copied, %zu dropped\n", count_boxes(), taken, hidden_copies_dropped);
    free_all_boxes();
}

static bool glue_fails;
static void take_failing(void *, void *, const type_desc **, void *v) {
    if (glue_fails) fail_quietly();
    take_node(nullptr, nullptr, nullptr, v);
}
static void drop_failing(void *, void *, const type_desc **, void *v) {
    if (glue_fails && dropped.size() == 10) {
        glue_fails = false;
        fail_quietly();
    }
    drop_node(nullptr, nullptr, nullptr, v);
}
// As compiled code's annihilator: every count out of reach, every box dropped, every box freed.
static void annihilate() {
    rust_opaque_box *head;
    memcpy(&head, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof head);
    size_t boxes = 0;
    for (auto *box = head; box; box = box->next) box->ref_count = 0x77777777, boxes++;
    for (auto *box = head; box; box = box->next) box->td->drop(nullptr, nullptr, nullptr, value(box));
    free_all_boxes();
    if (boxes) print("annihilated\n");
}

START(a_failure_in_take_glue_leaves_the_boxes_to_the_end, exits(101).out("annihilated\n1000 dropped\n").IMPROVE("collect-cycles")) {
    annihilate_by(annihilate);
    int status = start(TASK {
        static type_desc failing = {sizeof(node), alignof(node), take_failing, drop_node, nullptr, nullptr, nullptr, nullptr};
        for (int i = 0; i < 333; i++) make_ring(3, &failing);
        clear_stack();
        glue_fails = true;
        make_ring(1, &failing);
        make_ring(1, &failing);
        print("not reached\n");
    });
    print("%zu dropped\n", dropped.size());
    exit(status);
}

START(a_failure_in_drop_glue_drops_no_box_twice, exits(101).out("annihilated\nonce\n").IMPROVE("collect-cycles")) {
    annihilate_by(annihilate);
    int status = start(TASK {
        static type_desc failing = {sizeof(node), alignof(node), take_node, drop_failing, nullptr, nullptr, nullptr, nullptr};
        for (int i = 0; i < 333; i++) make_ring(3, &failing);
        clear_stack();
        glue_fails = true;
        make_ring(1, &failing);
        make_ring(1, &failing);
        print("not reached\n");
    });
    // All but the one whose glue failed.
    print(dropped.size() == 999 || dropped.size() == 1000 ? "once\n" : "%zu\n", dropped.size());
    exit(status);
}

// ---- where environment and local heap are new, and the core is the old one

CASE(on_the_old_core_a_thread_can_ask, exits(0).out("1 1 1\n").IMPROVE("taskless-calls")) {
    static int argc;
    static char **argv;
    static uintptr_t threads;
    on_c([] { argc = rust_get_argc(), argv = rust_get_argv(), threads = rust_num_threads(); });
    outside([](void *) -> void * {
        print("%d %d %d\n", rust_get_argc() == argc, rust_get_argv() == argv, rust_num_threads() == threads);
        outside_done = 1;
        return nullptr;
    });
}

START(on_the_old_core_there_is_nothing_to_ask_after_a_run, aborts("no current task").IMPROVE("taskless-calls").out("body\n")) {
    start(TASK { print("body\n"); });
    rust_get_argc();
}

CASE(on_the_old_core_a_thread_cannot_ask_without_it, aborts("no current task")) {
    outside([](void *) -> void * { return rust_get_argv(); });
}

CASE(on_the_old_core_a_bad_number_is_refused, exits(120).out("").IMPROVE("strict-env").env("RUST_SEED", "12x").err("RUST_SEED=12x")) {
    print("body\n");
}

CASE(on_the_old_core_cycles_stay_and_it_says_so, exits(0).out("6000\n").IMPROVE("strict-env,collect-cycles")
         .err("rustrt: RUSTRT_IMPROVE: collect-cycles does nothing in this setting, since it needs core=new and stacks=new\n").no_err("strict-env")) {
    make_rings(2000);
    print("%zu\n", count_boxes());
    free_all_boxes();
}
