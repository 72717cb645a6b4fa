// A random program whose every step is decided by its seed: tasks that spawn, start, yield, wait, signal, kill, shield
// themselves, count themselves out, hop between the stacks, throw and catch, fail, and at times kill everything. Under
// RUST_SEED and on one loop the old runtime repeats itself to the draw, so all that it prints must be the same on every
// backing.
//
//   seeded_lives live_them  with LIVES_SEED=n and LIVES_SCHEDULER=2 (main), 3 (a new one) or 1 (platform)
#include "harness.h"
#include <cstdarg>
#include <string>
#include <unistd.h>

using namespace harness;

// Complete, so that a failure can be caught; what is in it is the runtime's.
struct rust_task {};

namespace {

constexpr int most_lives = 60, deepest = 4;

struct life {
    rust_task *task = nullptr;
    bool started = false, ended = false;
    int shields = 0; // inhibit_kill without its allow_kill
};

struct generator {
    unsigned long state;
    unsigned below(unsigned n) {
        state = state * 6364136223846793005ul + 1442695040888963407ul;
        return static_cast<unsigned>(state >> 33) % n;
    }
    bool one_in(unsigned n) {
        return below(n) == 0;
    }
};

life lives[most_lives];
int made;
unsigned long seed;
std::string told;

void flush() {
    for (size_t at = 0; at < told.size();) {
        ssize_t n = write(1, told.data() + at, told.size() - at);
        if (n <= 0) abort();
        at += static_cast<size_t>(n);
    }
    told.clear();
}

[[gnu::format(printf, 1, 2)]] void tell(const char *format, ...) {
    char line[200];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    told.append(line, static_cast<size_t>(length)) += '\n';
}

void *number(long n) {
    return reinterpret_cast<void *>(n);
}

// Through the C stack, unless the caller is on it already.
template <class F> void from(bool on_c_stack, F f) {
    if (on_c_stack) f();
    else on_c(f);
}

void live(void *, rust_opaque_box *, void *);

void clean_up(void *data) {
    long self = reinterpret_cast<long>(data) - 1;
    tell("%ld cleans up, unwinding %d", self, rust_task_is_unwinding(rust_get_task()));
    if (self % 3 == 0) tell("%ld yielded in its cleanup: %d", self, yield());
    lives[self].ended = true;
}

int make(rust_sched_id where) {
    int i = made++;
    on_c([=] {
        rust_task *task = where == 2 ? new_task() : rust_new_task_in_sched(where);
        lives[i].task = task;
        rust_task_ref(task);
        rust_set_task_local_data(task, number(i + 1));
        rust_task_local_data_atexit(task, clean_up);
    });
    return i;
}

void drop_environment(void *, void *, const type_desc **, void *body) {
    long self = *static_cast<long *>(body);
    tell("%ld drops its environment, unwinding %d", self, rust_task_is_unwinding(rust_get_task()));
    if (self % 4 == 0) tell("%ld yielded in its glue: %d", self, yield());
}

rust_opaque_box *environment_of(int i) {
    static type_desc description = {8, 8, nullptr, drop_environment, nullptr, nullptr, nullptr, nullptr};
    auto *box = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
    box->td = &description;
    *reinterpret_cast<long *>(box + 1) = i;
    return box;
}

void start_life(int i) {
    on_c([=] {
        fn_env_pair closure = {live, i % 2 ? nullptr : environment_of(i)};
        lives[i].started = true;
        start_task(lives[i].task, &closure);
    });
}

void act(generator &random, int self, int depth, bool on_c_stack);

void act_some(generator &random, int self, int depth, bool on_c_stack) {
    for (unsigned n = random.below(4); n; n--) act(random, self, depth, on_c_stack);
}

void hop(generator &random, int self, int depth, bool on_c_stack) {
    if (depth == deepest) return;
    if (on_c_stack) on_rust([&] { act_some(random, self, depth + 1, false); });
    else on_c([&] { act_some(random, self, depth + 1, true); });
}

void wait_for_event(generator &random, int self, bool on_c_stack) {
    void *event = nullptr;
    tell("%d waits", self);
    bool on_this_stack = on_c_stack || random.one_in(2);
    bool killed = on_this_stack ? task_wait_event(rust_get_task(), &event) : wait(&event);
    tell("%d woke: %d %ld", self, killed, reinterpret_cast<long>(event));
}

void shield_or_bare(generator &random, int self) {
    life &own = lives[self];
    if (own.shields && random.one_in(2)) {
        own.shields--;
        rust_task_allow_kill(rust_get_task());
        tell("%d allows", self);
    } else if (own.shields < 3) {
        own.shields++;
        rust_task_inhibit_kill(rust_get_task());
        tell("%d inhibits", self);
    }
}

void kill_everything_once(int self, bool on_c_stack) {
    static bool done;
    if (done) return;
    done = true;
    tell("%d kills all", self);
    from(on_c_stack, [] { rust_task_kill_all(rust_get_task()); });
}

void act_in_a_handler(generator &random, int self, int depth, bool on_c_stack) {
    try {
        throw self;
    } catch (int &caught) {
        act_some(random, self, depth + 1, on_c_stack);
        tell("%d caught %d", self, caught);
    }
}

// Most sections only look at an event that is there; a yield in one is a failure.
void enter_an_atomic_section(generator &random, int self, int depth) {
    struct Section {
        rust_task *task = rust_get_task();
        Section() {
            rust_task_inhibit_yield(task);
        }
        ~Section() {
            rust_task_allow_yield(task);
        }
    } section;
    rust_task *task = section.task;
    tell("%d is atomic", self);
    if (depth == 0 && random.one_in(8)) yield();
    task_signal_event(task, number(self));
    void *event = nullptr;
    bool killed = task_wait_event(task, &event);
    tell("%d took %d %ld", self, killed, reinterpret_cast<long>(event));
}

void be_weak(generator &random, int self, int depth, bool on_c_stack) {
    tell("%d is weak", self);
    from(on_c_stack, [] { rust_dec_kernel_live_count(); });
    act_some(random, self, depth + 1, on_c_stack);
    from(on_c_stack, [] { rust_inc_kernel_live_count(); });
}

void act(generator &random, int self, int depth, bool on_c_stack) {
    switch (random.below(18)) {
    case 0:
    case 1:
    case 2: tell("%d yielded: %d", self, yield()); break;
    case 3:
        if (made < most_lives) {
            int i = make(rust_get_sched_id());
            tell("%d made %d", self, i);
            if (!random.one_in(4)) start_life(i);
        }
        break;
    case 4:
    case 5: {
        int other = static_cast<int>(random.below(static_cast<unsigned>(made)));
        long value = random.below(1000);
        tell("%d signals %d with %ld", self, other, value);
        from(on_c_stack, [=] { task_signal_event(lives[other].task, number(value)); });
        break;
    }
    case 6:
    case 7: wait_for_event(random, self, on_c_stack); break;
    case 8:
        if (random.one_in(3)) {
            int other = static_cast<int>(random.below(static_cast<unsigned>(made)));
            tell("%d kills %d", self, other);
            from(on_c_stack, [=] { rust_task_kill_other(lives[other].task); });
        }
        break;
    case 9: shield_or_bare(random, self); break;
    case 10:
        tell("%d clears", self);
        task_clear_event_reject(rust_get_task());
        break;
    case 11: hop(random, self, depth, on_c_stack); break;
    case 12:
        for (int i = 0; i < made; i++)
            if (!lives[i].started && random.one_in(2)) {
                tell("%d starts %d", self, i);
                start_life(i);
            }
        break;
    case 13:
        // Below a hop a failure is the end of the process.
        if (depth == 0 && random.one_in(6)) {
            tell("%d fails", self);
            fail_quietly();
        }
        break;
    case 14: {
        long status = random.below(100);
        tell("%d sets %ld", self, status);
        from(on_c_stack, [=] { rust_set_exit_status(status); });
        if (random.one_in(40)) kill_everything_once(self, on_c_stack);
        break;
    }
    case 15:
        if (depth < deepest) act_in_a_handler(random, self, depth, on_c_stack);
        break;
    case 16: enter_an_atomic_section(random, self, depth); break;
    case 17:
        if (depth < deepest) be_weak(random, self, depth, on_c_stack);
        break;
    }
}

void live(void *, rust_opaque_box *, void *) {
    struct Leaving {
        int self;
        ~Leaving() {
            tell("%d leaves", self);
            if (self % 5 == 0) tell("%d yielded in its destructor: %d", self, yield());
        }
    } leaving = {static_cast<int>(reinterpret_cast<long>(rust_get_task_local_data(rust_get_task()))) - 1};
    int self = leaving.self;
    tell("%d is task %ld in %ld", self, get_task_id(), rust_get_sched_id());
    generator random{seed * 1000003 + static_cast<unsigned long>(self) * 7919 + 1};
    for (unsigned n = 5 + random.below(25); n; n--) act(random, self, 0, false);
    for (int &shields = lives[self].shields; shields; shields--) rust_task_allow_kill(rust_get_task());
}

// Life 0: makes the first ones, and starts and wakes whatever would stay behind until all have ended.
void watch() {
    made = 1;
    lives[0].task = rust_get_task();
    lives[0].started = true;
    rust_task_ref(lives[0].task);
    for (int i = 0; i < 4; i++) start_life(make(rust_get_sched_id()));
    for (int ended = 1; ended < made;) {
        for (int i = 0; i < 7; i++) yield();
        ended = 1;
        for (int i = 1; i < made; i++) {
            if (!lives[i].started) start_life(i);
            if (!lives[i].ended) signal(lives[i].task, number(-1));
            ended += lives[i].ended;
        }
    }
    for (int i = 0; i < made; i++) drop(lives[i].task);
    flush();
}

} // namespace

START(live_them, exits(0)) {
    seed = strtoul(getenv("LIVES_SEED"), nullptr, 10);
    static rust_sched_id where;
    where = atol(getenv("LIVES_SCHEDULER"));
    int status = start(TASK {
        if (where == 3) on_c([] { CHECK(rust_new_sched(1) == 3); });
        if (where == 2) watch();
        else spawn_in(where, TASK { watch(); });
    });
    tell("status %d", status);
    flush();
}
