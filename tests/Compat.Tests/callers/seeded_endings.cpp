// Random programs about endings: bodies, destructors, drop glue, task-local cleanups, the annihilator and exit functions all
// do what their seed says, and some of it aborts. With RUST_SEED and one thread the old runtime repeats itself, so what is
// printed and how the process ends must be the same on every backing.
//
//   seeded_endings live    with ENDINGS_SEED=n
#include "harness.h"
#include <cstring>

using namespace harness;

// Complete, so that a failure can be caught; what is in it is the runtime's.
struct rust_task {};

namespace {

constexpr int most_spawned = 12, most_pairs = 60, deepest = 3;

struct generator {
    unsigned long state;
    unsigned below(unsigned n) {
        state = state * 6364136223846793005ul + 1442695040888963407ul;
        return static_cast<unsigned>(state >> 33) % n;
    }
    bool one_in(unsigned n) { return below(n) == 0; }
};

unsigned long seed;
bool boxes_are_freed, kills_all;
int spawned, pairs_used;
fn_env_pair pairs[most_pairs];

long id() { return get_task_id(); }
void *word(long value) { return reinterpret_cast<void *>(value); }
generator of_task(unsigned long salt) { return {seed * salt + static_cast<unsigned long>(id())}; }

// Where something happens: in which step of a life, on which stack, how deep in calls from one to the other.
struct place {
    const char *step;
    bool on_c_stack;
    int depth;

    void say(const char *what, long value = 0) const { print("%ld %s: %s %ld\n", id(), step, what, value); }
    bool is_body() const { return !strcmp(step, "body"); }
    // On the C stack, from either.
    template <class F> void c(F f) const { on_c_stack ? f() : on_c(f); }
    // On the Rust stack, from either.
    template <class F> void rust(F f) const { on_c_stack ? on_rust(f) : f(); }
};

void act(generator &random, const place &here);

void act_some(generator &random, unsigned most, const place &here) {
    for (unsigned left = random.below(most + 1); left > 0; left--) act(random, here);
}

// ---- the steps of a life

void clean_up(void *data) {
    generator random = of_task(31);
    print("%ld cleanup: data %ld, unwinding %d\n", id(), reinterpret_cast<long>(data), rust_task_is_unwinding(rust_get_task()));
    act_some(random, 2, {"cleanup", true, 0});
}

void drop(void *, void *, const type_desc **, void *) {
    generator random = of_task(3);
    print("%ld glue: unwinding %d\n", id(), rust_task_is_unwinding(rust_get_task()));
    act_some(random, 2, {"glue", false, 0});
}

type_desc droppable = {8, 8, nullptr, drop, nullptr, nullptr, nullptr, nullptr};
type_desc plain = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

struct destructor {
    ~destructor() {
        generator random = of_task(5);
        print("%ld destructor: unwinding %d\n", id(), rust_task_is_unwinding(rust_get_task()));
        act_some(random, 2, {"destructor", false, 0});
    }
};

void body(void *, rust_opaque_box *, void *) {
    generator random = of_task(13);
    print("%ld body\n", id());
    destructor last;
    act_some(random, 8, {"body", false, 0});
    print("%ld body ends\n", id());
}

void annihilate() {
    generator random = of_task(17);
    print("%ld annihilator: unwinding %d, yield %d\n", id(), rust_task_is_unwinding(rust_get_task()), yield());
    if (random.one_in(5)) act(random, {"annihilator", false, 0});
    while (boxes_are_freed) {
        void *first;
        memcpy(&first, reinterpret_cast<char *>(rust_get_task()) + 280, sizeof first);
        if (!first) break;
        rust_upcall_free(first);
    }
}

void run_exit_functions(void *, rust_opaque_box *, void *argument) {
    generator random = of_task(77);
    print("%ld runner: %zu\n", id(), static_cast<exit_functions *>(argument)->count);
    act_some(random, 3, {"runner", false, 0});
}

// ---- what they do

void spawn_one(generator &random, const place &here) {
    if (spawned++ >= most_spawned) return;
    here.c([&] {
        rust_task *child = random.one_in(6) ? rust_new_task_in_sched(2) : new_task();
        if (random.one_in(8)) rust_task_kill_other(child);
        if (random.one_in(4)) task_signal_event(child, word(9));
        if (random.one_in(4)) rust_task_local_data_atexit(child, clean_up);
        fn_env_pair closure = {body, nullptr};
        if (random.one_in(2)) {
            closure.env = static_cast<rust_opaque_box *>(rust_uv_current_kernel_malloc(sizeof(rust_opaque_box) + 8));
            closure.env->td = &droppable;
        }
        start_task(child, &closure);
    });
    here.say("spawned");
}

void catch_a_failure(generator &random, const place &here) {
    // At the base of a life it is never over; there only now and then, or every second program would abort.
    if (!here.on_c_stack && !here.depth && !random.one_in(5)) return;
    here.rust([&] {
        try {
            upcall_fail(nullptr, nullptr, 0);
        } catch (rust_task *caught) {
            here.say("caught", caught == rust_get_task());
        }
    });
}

void catch_an_exception(const place &here) {
    here.rust([&] {
        try {
            throw 5;
        } catch (int) {
            here.say("exception, then yield", yield());
        }
    });
}

void hop(generator &random, const place &here) {
    if (here.depth == deepest) return;
    auto below = [&] { act_some(random, 3, {here.on_c_stack ? "below on Rust" : "below on C", !here.on_c_stack, here.depth + 1}); };
    here.on_c_stack ? on_rust(below) : on_c(below);
}

void make_a_box(bool keep, const place &here) {
    here.rust([&] {
        uintptr_t box = upcall_malloc(&plain, 24);
        if (!keep) upcall_free(reinterpret_cast<void *>(box));
    });
    here.say("box kept", keep);
}

void wait_for_own_signal(generator &random, const place &here) {
    here.c([&] {
        task_signal_event(rust_get_task(), word(random.below(5)));
        void *event = nullptr;
        bool killed = task_wait_event(rust_get_task(), &event);
        here.say("event", reinterpret_cast<long>(event));
        here.say("killed", killed);
    });
}

void be_weak_for_a_while(const place &here) {
    here.c([] { rust_dec_kernel_live_count(); });
    here.say("weak, yield", yield());
    here.c([] { rust_inc_kernel_live_count(); });
}

void act_rarely(generator &random, const place &here) {
    rust_task *self = rust_get_task();
    switch (random.below(12)) {
    case 0: here.rust([] { upcall_fail("rarely", "r.rs", 1); }); break;
    case 1: here.c([] { rust_uv_current_kernel_malloc(8); }); break;
    case 2: here.rust([] { throw 3; }); break;
    case 3: rust_task_inhibit_yield(self); break;
    case 4:
        if (kills_all) here.c([=] { rust_task_kill_all(self); });
        break;
    case 5: rust_task_local_data_atexit(self, nullptr); break;
    case 6: here.c([] { rust_register_exit_function(run_exit_functions, &pairs[0]); }); break;
    default: rust_task_inhibit_kill(self); break;
    }
}

void act(generator &random, const place &here) {
    rust_task *self = rust_get_task();
    switch (random.below(24)) {
    case 0:
    case 1:
    case 2: here.say("yield", yield()); break;
    case 3:
        if (here.is_body()) upcall_fail("body", "b.rs", 1);
        break;
    case 4: catch_a_failure(random, here); break;
    case 5: catch_an_exception(here); break;
    case 6: here.c([] { rust_log_str(1, "line", 4); }); break;
    case 7:
    case 8:
    case 9: spawn_one(random, here); break;
    case 10: rust_task_kill_other(self); break;
    case 11: make_a_box(false, here); break;
    case 12: make_a_box(boxes_are_freed, here); break;
    case 13: here.c([] { rust_uv_current_kernel_free(rust_uv_current_kernel_malloc(8)); }); break;
    case 14: be_weak_for_a_while(here); break;
    case 15: here.c([&] { rust_set_exit_status(random.below(7)); }); break;
    case 16:
        rust_task_inhibit_kill(self);
        here.say("shielded yield", yield());
        rust_task_allow_kill(self);
        break;
    case 17:
        rust_set_task_local_data(self, word(random.below(9)));
        rust_task_local_data_atexit(self, clean_up);
        break;
    case 18:
        if (here.is_body() && pairs_used < most_pairs)
            here.c([] { rust_register_exit_function(run_exit_functions, &pairs[pairs_used++]); });
        break;
    case 19: hop(random, here); break;
    case 20: wait_for_own_signal(random, here); break;
    case 21: here.say("global", ++*static_cast<long *>(rust_get_global_data_ptr())); break;
    case 22: here.say("data", reinterpret_cast<long>(rust_get_task_local_data(self))); break;
    default:
        if (random.one_in(8)) act_rarely(random, here);
        break;
    }
}

} // namespace

START(live, exits(0)) {
    seed = strtoul(getenv("ENDINGS_SEED"), nullptr, 10);
    generator random = {seed};
    kills_all = random.one_in(3);
    boxes_are_freed = !random.one_in(6);
    annihilate_by(annihilate);
    for (int starts = random.one_in(4) ? 2 : 1; starts > 0; starts--) {
        spawned = pairs_used = 0;
        print("status %d\n", start(body));
    }
}
