// What the router sees: the two entry points, the host record, the core table with its hooks, seams and
// counters.
#include "harness.h"
#include "rustrt_core.h"
#include <cstring>
using namespace harness;

extern "C" const rustrt_legacy *rustrt_legacy_bind(const rustrt_router *);
extern "C" void rustrt_legacy_use(const rustrt_core *, const rustrt_seams *);

static thread_local rustrt_host this_host;
static intptr_t exchange_count;
static int64_t counters[RUSTRT_UNITS * RUSTRT_BACKENDS];
static const rustrt_legacy *legacy;
static const rustrt_core *core;
static const rustrt_seams no_seams = {};
static std::atomic<int> flag;
static int token;
static rustrt_task_block *parked;

static rustrt_host *host() {
    return &this_host;
}

static void bind() {
    static const rustrt_router router = {RUSTRT_CORE_VERSION, sizeof(rustrt_router), host, &exchange_count,
                                         counters};
    legacy = rustrt_legacy_bind(&router);
    core = legacy->core;
    rustrt_legacy_use(core, &no_seams);
}

static rustrt_task_block *block_of(rust_task *task) {
    return reinterpret_cast<rustrt_task_block *>(task);
}

START(bind_offers_everything, exits(0)) {
    bind();
    CHECK(legacy->version == RUSTRT_CORE_VERSION && legacy->size == sizeof(rustrt_legacy));
    CHECK(core->version == RUSTRT_CORE_VERSION && core->size == sizeof(rustrt_core) &&
          !strcmp(core->name, "legacy"));
}

START(the_exchange_count_is_the_routers_word, exits(0)) {
    bind();
    CHECK(rust_get_exchange_count_ptr() == reinterpret_cast<uintptr_t *>(&exchange_count));
    start(TASK { CHECK(exchange_count > 0); });
    CHECK(exchange_count == 0);
}

START(calls_inside_the_runtime_are_counted, exits(0)) {
    bind();
    start(TASK { on_c([] { rust_log_str(1, "x", 1); }); });
    CHECK(counters[RUSTRT_UNIT_EXCHANGE_HEAP * RUSTRT_BACKENDS + RUSTRT_LEGACY] > 0);
    CHECK(counters[RUSTRT_UNIT_LOGGING * RUSTRT_BACKENDS + RUSTRT_LEGACY] > 0);
    for (int unit = 0; unit < RUSTRT_UNITS; unit++) CHECK(counters[unit * RUSTRT_BACKENDS + RUSTRT_NEW] == 0);
}

START(the_host_record_is_true_while_a_task_runs, exits(0)) {
    bind();
    CHECK(core->where() == 0 && !core->current());
    start(TASK {
        rustrt_task_block *self = block_of(rust_get_task());
        CHECK(host()->current == self && host()->on_task == 1 && core->current() == self &&
              core->where() == 1);
        CHECK(core->host_sp() == host()->sp && (reinterpret_cast<uintptr_t>(host()->sp) & 15) == 0);
        stk_seg *segment = rust_get_stack_segment();
        auto sp = reinterpret_cast<uintptr_t>(host()->sp);
        CHECK(sp < reinterpret_cast<uintptr_t>(segment) || sp > segment->end);
        on_c([] { CHECK(core->where() == 1); });
        // As the router does for an upcall.
        host()->on_task = 0;
        CHECK(core->where() == 2 && core->current() == self);
        host()->on_task = 1;
    });
    CHECK(core->where() == 0 && !core->current());
}

static void log_hook(const char *what, rustrt_task_block *task) {
    if (task->id == 1) print("%s %ld\n", what, task->id);
}

START(hooks_run_in_slot_order_around_the_body,
      exits(0).out("birth logging 1\nbirth io 1\nbody\nending logging 1\ncleanup\nending io "
                   "1\nannihilator\nburial logging 1\nburial io 1\n")) {
    bind();
    core->hooks(
        RUSTRT_UNIT_IO, [](rustrt_task_block *t) { log_hook("birth io", t); },
        [](rustrt_task_block *t) {
        CHECK(core->where() == 1);
        yield();
        log_hook("ending io", t);
        },
        [](rustrt_task_block *t) {
        CHECK(core->where() != 1);
        log_hook("burial io", t);
    });
    core->hooks(
        RUSTRT_UNIT_LOGGING, [](rustrt_task_block *t) { log_hook("birth logging", t); },
        [](rustrt_task_block *t) { log_hook("ending logging", t); },
        [](rustrt_task_block *t) { log_hook("burial logging", t); });
    annihilate_by([] { print("annihilator\n"); });
    start(TASK {
        rust_task_local_data_atexit(rust_get_task(), [](void *) { print("cleanup\n"); });
        print("body\n");
    });
}

START(slots_and_router_words_are_left_alone, exits(0)) {
    bind();
    core->hooks(
        RUSTRT_UNIT_RANDOM, [](rustrt_task_block *t) { t->slot[RUSTRT_UNIT_RANDOM] = t; }, nullptr,
        [](rustrt_task_block *t) { CHECK(t->slot[RUSTRT_UNIT_RANDOM] == t && t->core[15] == 7); });
    start(TASK {
        block_of(rust_get_task())->core[15] = 7;
        yield();
        on_c([] {});
        CHECK(block_of(rust_get_task())->slot[RUSTRT_UNIT_RANDOM] == rust_get_task());
    });
}

START(block_returns_the_wakers_value, exits(0)) {
    bind();
    start(TASK {
        parked = core->current();
        spawn(TASK {
            for (int i = 0; i < 50; i++) yield();
            on_c([] { core->wake(parked, &token); });
        });
        on_c([] { CHECK(core->block(parked) == &token); });
    });
}

START(a_wake_before_the_block_is_one_permit, hangs().out("permit taken\n")) {
    bind();
    start(TASK {
        rustrt_task_block *self = core->current();
        core->wake(self, &token);
        CHECK(core->block(self) == &token);
        print("permit taken\n");
        core->block(self);
        print("a second permit\n");
    });
}

START(signals_and_wakes_do_not_mix, exits(0)) {
    bind();
    start(TASK {
        parked = core->current();
        spawn(TASK {
            on_c([] { task_signal_event(reinterpret_cast<rust_task *>(parked), &token); });
            for (int i = 0; i < 50; i++) yield();
            flag = 1;
            on_c([] { core->wake(parked, nullptr); });
        });
        CHECK(!core->block(parked) && flag);
        void *event = nullptr;
        CHECK(!wait(&event));
        CHECK(event == &token);
    });
}

START(a_kill_ends_a_block, exits(101)) {
    bind();
    start(TASK {
        parked = core->current();
        spawn(TASK { on_c([] { rust_task_kill_other(reinterpret_cast<rust_task *>(parked)); }); });
        CHECK(!core->block(parked));
        CHECK(core->must_fail(parked));
        // Killed: does not block again.
        CHECK(!core->block(parked));
    });
    exit(101);
}

START(raise_fails_the_task_from_both_stacks, exits(0).out("unwound\n")) {
    bind();
    CHECK(start(TASK {
              struct guard {
                  ~guard() {
                      print("unwound\n");
                  }
              } g;
              core->raise(core->current());
          }) == 101);
}

// ---- services of the other side

static int seam_calls;
static const rustrt_exchange_seam *exchange_of_legacy() {
    return static_cast<const rustrt_exchange_seam *>(legacy->seams->of[RUSTRT_UNIT_EXCHANGE_HEAP]);
}
static void use_seam(rustrt_unit unit, const void *seam) {
    rustrt_seams seams = {};
    seams.of[unit] = seam;
    rustrt_legacy_use(core, &seams);
}
static void *counted_allocate(size_t size, int zeroed) {
    seam_calls++;
    return exchange_of_legacy()->allocate(size, zeroed);
}

START(the_runtime_allocates_through_the_seam, exits(0)) {
    bind();
    static const rustrt_exchange_seam seam = {counted_allocate, exchange_of_legacy()->reallocate,
                                              exchange_of_legacy()->free};
    use_seam(RUSTRT_UNIT_EXCHANGE_HEAP, &seam);
    start(TASK {
        int before = seam_calls;
        on_c([] { rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(8)); });
        // The API function is the other side's own door; this one is this library's.
        CHECK(seam_calls == before);
    });
    CHECK(seam_calls > 5);
}

START(the_runtime_logs_through_the_seam, exits(0).out("start\nwrite: task failed at 'x', y:1\n")) {
    bind();
    static const rustrt_logging_seam seam = {
        [](const char *, const void *) { print("start\n"); },
        [](int module, uint32_t level) { return int(module == RUSTRT_LOG_TASK && level == 1); },
        [](const char *text, size_t length) {
        if (!strncmp(text, "task failed", 11)) print("write: %.*s\n", static_cast<int>(length), text);
        }};
    use_seam(RUSTRT_UNIT_LOGGING, &seam);
    CHECK(start(TASK { upcall_fail("x", "y", 1); }) == 101);
}

START(services_find_the_task_through_the_core_in_use, exits(0).err("rust: from another core\n")) {
    bind();
    static rustrt_task_block foreign;
    static rustrt_core other = *core;
    other.current = [] { return &foreign; };
    rustrt_legacy_use(&other, &no_seams);
    rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(8));
    rust_log_str(1, "from another core", 17);
}

// ---- runs

START(a_run_has_words_that_start_at_zero_and_hooks_around_them, exits(0).out("born\ntask\nburied 6\n")) {
    bind();
    core->run_hooks(
        RUSTRT_UNIT_TIME,
        [](void **word) {
        CHECK(!*word);
        print("born\n");
        *word = reinterpret_cast<void *>(5);
        },
        [](void **word) { print("buried %d\n", static_cast<int>(reinterpret_cast<intptr_t>(*word))); });
    start(TASK {
        void **words = core->current()->run;
        CHECK(words[RUSTRT_UNIT_TIME] == reinterpret_cast<void *>(5) && !words[RUSTRT_UNIT_IO]);
        spawn(TASK {
            on_c([] { core->current()->run[RUSTRT_UNIT_TIME] = reinterpret_cast<void *>(6); });
            print("task\n");
        });
    });
}

START(burial_comes_when_nobody_refers_to_a_task_any_more, exits(0).out("ended\nburied\n")) {
    bind();
    core->hooks(RUSTRT_UNIT_TIME, nullptr, nullptr, [](rustrt_task_block *task) {
        if (task == parked) print("buried\n");
    });
    start(TASK {
        parked = block_of(spawn(TASK { flag = 1; }, true));
        while (!flag) yield();
        for (int i = 0; i < 10; i++) yield();
        print("ended\n");
        on_c([] { rust_task_deref(reinterpret_cast<rust_task *>(parked)); });
    });
}

START(the_core_sets_the_exit_status_of_a_run, exits(0)) {
    bind();
    CHECK(start(TASK { on_c([] { core->set_exit_status(core->current(), 7); }); }) == 7);
}
