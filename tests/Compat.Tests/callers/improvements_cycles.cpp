// collect-cycles: what it collects, what it leaves alone, and failures meanwhile. As improvements.h says.
#include "improvements.h"
#include "on_segment.h"
#include <cstring>
#include <dlfcn.h>
#include <vector>

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

// ---- collections

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

// Glue of the type fails in the collection that the last boxes cause.
void collect(type_desc *failing) {
    for (int i = 0; i < 333; i++) make_ring(3, failing);
    clear_stack();
    glue_fails = true;
    make_ring(1, failing);
    make_ring(1, failing);
    print("not reached\n");
}

START(a_failure_in_take_glue_leaves_the_boxes_to_the_end, exits(101).out("annihilated\n1000 dropped\n").IMPROVE("collect-cycles")) {
    annihilate_by(annihilate);
    int status = start(TASK {
        static type_desc failing = {sizeof(node), alignof(node), take_failing, drop_node, nullptr, nullptr, nullptr, nullptr};
        collect(&failing);
    });
    print("%zu dropped\n", dropped.size());
    exit(status);
}

START(a_failure_in_drop_glue_drops_no_box_twice, exits(101).out("annihilated\nonce\n").IMPROVE("collect-cycles")) {
    annihilate_by(annihilate);
    int status = start(TASK {
        static type_desc failing = {sizeof(node), alignof(node), take_node, drop_failing, nullptr, nullptr, nullptr, nullptr};
        collect(&failing);
    });
    // All but the one whose glue failed.
    print(dropped.size() == 999 || dropped.size() == 1000 ? "once\n" : "%zu\n", dropped.size());
    exit(status);
}

// ---- where environment and local heap are new, and the core is the old one

CASE(on_the_old_core_cycles_stay_and_it_says_so, exits(0).out("6000\n").IMPROVE("strict-env,collect-cycles")
         .err("rustrt: RUSTRT_IMPROVE: collect-cycles does nothing in this setting, since it needs core=new and stacks=new\n").no_err("strict-env")) {
    make_rings(2000);
    print("%zu\n", count_boxes());
    free_all_boxes();
}
