// Misuse (misuse.h) of the exchange heap and of its count.
#include "harness.h"
#include <cstring>
#include <pthread.h>
#include <vector>

using namespace harness;

namespace {

// Of the one case that a process runs.
std::atomic<int> ready;

void *exchange_block(size_t size = 8) {
    void *block = nullptr;
    on_c([&] { block = rust_uv_current_kernel_malloc(size); });
    return block;
}

void free_exchange(void *block) {
    on_c([=] { rust_uv_current_kernel_free(block); });
}

void adjust_count(intptr_t by) {
    __atomic_fetch_add(rust_get_exchange_count_ptr(), by, __ATOMIC_SEQ_CST);
}

} // namespace

CASE(three_leaked_blocks, aborts("3 dangling allocations").err("exchange heap not empty on on exit").out("")) {
    for (int i = 0; i < 3; i++) exchange_block();
}

CASE(one_free_too_many, aborts("-2 dangling allocations").err("exchange heap not empty on on exit")) {
    on_c([] {
        rust_uv_free(nullptr);
        rust_uv_current_kernel_free(nullptr);
    });
}

CASE(a_leak_and_a_free_of_null_are_even, exits(0).out("even\n")) {
    exchange_block();
    free_exchange(nullptr);
    print("even\n");
}

START(the_words_of_a_leak_on_standard_output, exits(134).out("exchange heap not empty on on exit2 dangling allocations\n")) {
    setvbuf(stdout, nullptr, _IONBF, 0);
    start(TASK {
        exchange_block();
        exchange_block();
    });
}

START(the_words_of_a_negative_count, exits(134).out("exchange heap not empty on on exit-1 dangling allocations\n")) {
    setvbuf(stdout, nullptr, _IONBF, 0);
    start(TASK { free_exchange(nullptr); });
}

CASE(callers_count_their_own_blocks, exits(0).out("own\n")) {
    void *own = malloc(40);
    adjust_count(1);
    free_exchange(own);
    void *theirs = exchange_block();
    free(theirs);
    adjust_count(-1);
    print("own\n");
}

CASE(a_count_adjusted_by_hand_is_a_leak, aborts("5 dangling allocations")) {
    adjust_count(5);
}

START(a_count_from_before_the_start_is_a_leak, exits(134).err("1 dangling allocations").out("main\n")) {
    adjust_count(1);
    start(TASK { print("main\n"); });
}

START(a_count_from_before_the_start_may_be_given_back, exits(0).out("0\n")) {
    adjust_count(1);
    print("%d\n", start(TASK { adjust_count(-1); }));
}

START(the_counter_is_the_same_word_everywhere, exits(0).out("1 1\n")) {
    static uintptr_t *before;
    static bool inside;
    before = rust_get_exchange_count_ptr();
    start(TASK { inside = rust_get_exchange_count_ptr() == before; });
    print("%d %d\n", inside, rust_get_exchange_count_ptr() == before);
}

CASE(the_counter_can_be_asked_for_on_any_thread, exits(0).out("1\n")) {
    static uintptr_t *here;
    here = rust_get_exchange_count_ptr();
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { print("%d\n", rust_get_exchange_count_ptr() == here); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
}

CASE(a_free_on_a_foreign_thread_aborts, aborts("no current task")) {
    on_c([] {
        pthread_t thread;
        pthread_create(&thread, nullptr, [](void *) -> void * { rust_uv_free(nullptr); return nullptr; }, nullptr);
        pthread_join(thread, nullptr);
    });
}

CASE(exchange_blocks_outlive_their_task, exits(0).out("23\n")) {
    static long *block;
    spawn(TASK {
        block = static_cast<long *>(exchange_block());
        *block = 23;
        ready = 1;
    });
    await(ready);
    for (int i = 0; i < 100; i++) yield();
    print("%ld\n", *block);
    free_exchange(block);
}

CASE(exchange_blocks_of_any_size_are_zeroed, exits(0).out("zero 1\n")) {
    bool zero = true;
    for (size_t size : {1, 31, 4096, 65536, 65537, 3000000}) {
        auto *block = static_cast<unsigned char *>(exchange_block(size));
        for (size_t i = 0; i < size; i++) zero &= !block[i];
        memset(block, 9, size);
        free_exchange(block);
    }
    print("zero %d\n", zero);
}

CASE(an_impossible_size_aborts, exits(134)) {
    exchange_block(SIZE_MAX / 2);
}

CASE(a_failed_main_that_leaks_a_block_aborts, exits(134).err("root task failed").err("1 dangling allocations")) {
    exchange_block();
    fail_quietly();
}

CASE(a_block_works_on_the_rust_stack_too, exits(0).out("1\n")) {
    void *block = rust_uv_current_kernel_malloc(100);
    print("%d\n", block != nullptr);
    rust_uv_current_kernel_free(block);
}

CASE(eight_tasks_allocate_at_once, exits(0).out("8 ended\n")) {
    static std::atomic<int> ended;
    for (int i = 0; i < 8; i++)
        spawn(TASK {
            for (int round = 0; round < 50; round++) {
                void *blocks[20];
                for (void *&block : blocks) block = exchange_block(64);
                yield();
                for (void *block : blocks) free_exchange(block);
            }
            ended++;
        });
    while (ended < 8) yield();
    print("%d ended\n", ended.load());
}

CASE(exchange_blocks_go_to_other_tasks, exits(0).out("41\n")) {
    static long *block;
    on_c([] { block = static_cast<long *>(rust_uv_current_kernel_malloc(8)); });
    *block = 41;
    spawn(TASK {
        print("%ld\n", *block);
        on_c([] { rust_uv_current_kernel_free(block); });
    });
}

CASE(the_count_goes_up_and_down_by_one, exits(0).threads("1").out("1 1\n")) {
    on_c([] {
        auto count = [] { return static_cast<long>(__atomic_load_n(rust_get_exchange_count_ptr(), __ATOMIC_SEQ_CST)); };
        long before = count();
        void *block = rust_uv_current_kernel_malloc(1);
        long with = count();
        rust_uv_current_kernel_free(block);
        print("%ld %d\n", with - before, count() == before);
    });
}

CASE(runtime_objects_count_while_it_runs, exits(0).out("1\n")) {
    print("%d\n", *rust_get_exchange_count_ptr() > 0);
}

CASE(an_empty_exchange_block_is_a_block, exits(0).out("1\n")) {
    on_c([] {
        void *block = rust_uv_current_kernel_malloc(0);
        print("%d\n", block != nullptr);
        rust_uv_current_kernel_free(block);
    });
}
