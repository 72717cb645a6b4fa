/* The native half of the new core: its table, the base of a task, and the calls that need no upcall. Those that always
 * (yield) or mostly (wait) leave the task do so with a reason, and the scheduler in C# commits the park after the switch,
 * when nobody can resume a live stack any more. */
#include "router_api.h"
#include <sched.h>

const rustrt_core *router_core;
int router_core_is_new;
const rustrt_stacks_seam *router_stacks;
int router_stacks_are_new;
const rustrt_local_heap_seam *router_local_heap;
router_new_table router_new_functions;
uint32_t router_kernel_killed;

static rustrt_task_block *current(void) { return router_host_tls.current; }
static int where(void) { return router_host_tls.on_task ? 1 : router_host_tls.current ? 2 : 0; }
static void *host_sp(void) { return router_host_tls.sp; }
static int task_must_fail(rustrt_task_block *task) { return must_fail(task); }
static void hooks(int unit, rustrt_hook birth, rustrt_hook ending, rustrt_hook burial) {
    router_new_functions.hooks(unit, birth, ending, burial);
}
static void run_hooks(int unit, rustrt_run_hook birth, rustrt_run_hook burial) {
    router_new_functions.run_hooks(unit, birth, burial);
}

/* Where the stacks have to be told of turns. */
int router_begin_and_resume(rustrt_task_block *task) {
    router_stacks->begin_turn(task);
    return router_resume(task);
}

void *router_new_core_block(rustrt_task_block *self) {
    end_turn(self);
    router_leave_with(self, LEFT_BLOCK);
    return (void *)WORDS(self)->result;
}

/* A service of the legacy side has the task fail: as when one of C# does. */
static void fail(rustrt_task_block *self) {
    router_answer(self, router_upcall((void *)router_new_functions.raise, self, 0, 0, 0));
    __builtin_trap();
}

/* C# functions, wrapped by then (backends.c). */
static void wake(rustrt_task_block *task, void *value) { router_new_functions.wake(task, value); }
static void set_exit_status(rustrt_task_block *task, int status) { router_new_functions.set_exit_status(task, status); }

const rustrt_core router_new_core = {RUSTRT_CORE_VERSION, sizeof(rustrt_core), "new", current, where, host_sp,
                                     router_new_core_block, wake, task_must_fail, fail, hooks, run_hooks,
                                     set_exit_status};

/* Most tasks end without a failure and without anything that a service has to do. What C# would answer then is known. */
static bool ends_plainly(rustrt_task_block *task) {
    new_core_words *w = WORDS(task);
    return w->plain_ending && !w->env && !task->stacks.unwinding && !task->slot[RUSTRT_UNIT_TASK_LOCAL_DATA];
}

/* From router_task_entry, on the task's stack. The whole end of a task is one upcall, or none, and the calls that C# asks for. */
HIDDEN void router_task_main(rustrt_task_block *task) {
    new_core_words *w = WORDS(task);
    w->home = &router_host_tls;
    uint64_t failed = 0, args[6] = {0, (uint64_t)w->env, (uint64_t)w->arg};
    router_call6_catch((void *)w->body, args, &failed);
    if (failed) router_stacks->unwound(task);
    else if (task->stacks.c_depth) /* the body caught its own failure and returned */
        router_assertion("task->c_stack == NULL", "rust_task.cpp", 0, "void cleanup_task(cleanup_args*)");
    args[0] = 0; /* where the second word of the result lies */
    if (!failed && ends_plainly(task)) router_call_for(task, CALL_REENTERS, *w->plain_ending, args, &failed);
    else router_answer(task, router_upcall((void *)router_new_functions.task_ending, task, failed, 0, 0));
    end_turn(task);
    router_exit();
}

/* ---- calls: the whole of yield and wait; their usual paths are router_native_rust_task_yield and
 * router_native_task_wait_event in switch.S */

HIDDEN bool router_yield(rustrt_task_block *task) {
    new_core_words *w = WORDS(task);
    if (w->unyieldable) return router_answer(task, router_upcall((void *)router_new_functions.yield_refused, task, 0, 0, 0));
    bool before = must_fail(task);
    end_turn(task);
    router_leave_with(task, LEFT_YIELD);
    return before | must_fail(task);
}

static void comes_last(rustrt_task_block *task) {
    router_upcoming *upcoming = &router_upcoming_tls;
    WORDS(task)->next = NULL;
    if (upcoming->first) WORDS(upcoming->last)->next = task;
    else upcoming->first = task;
    upcoming->last = task;
}

/* A task that waits and has this thread for its home waits for the end of this turn anyway: no other thread may run it, and this
 * one is busy. So its wake is noted, in order, and costs no upcall; the scheduler takes it in before it looks for the next
 * task, or before it makes another runnable. States and transitions: NativeTask.cs. */
HIDDEN void router_native_task_signal_event(rust_task *target, void *event) {
    rustrt_host *host = &router_host_tls;
    rustrt_task_block *task = (rustrt_task_block *)target;
    new_core_words *w = WORDS(task);
    uint32_t state = __atomic_load_n(&w->state, __ATOMIC_ACQUIRE);
    bool waits = state & STATE_WAITING;
    if (!host->on_task || state & STATE_LOCKED || (waits && w->home != host)
        || !__atomic_compare_exchange_n(&w->state, &state, state | STATE_LOCKED, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
        router_new_functions.signal(host->current, task, event);
        return;
    }
    w->event = event;
    __atomic_store_n(&w->state, waits ? state & ~(uint32_t)STATE_WAITING : state | STATE_EVENT, __ATOMIC_RELEASE);
    if (waits) comes_last(task);
}

/* A task that this thread alone may run waits for the end of this turn, too. In a killed kernel it must not have one before the
 * scheduler has taken it in and killed it: either the flag is seen here, or the killer, which fences the whole process between
 * flag and search, sees a started task. The pair is copied; the environment becomes the task's. */
HIDDEN void router_native_start_task(rust_task *target, fn_env_pair *f) {
    rustrt_host *host = &router_host_tls;
    rustrt_task_block *task = (rustrt_task_block *)target;
    new_core_words *w = WORDS(task);
    if (!host->on_task || w->home != host || w->life != LIFE_NEWBORN) {
        router_new_functions.start(host->current, task, f);
        return;
    }
    w->body = (spawn_fn)f->f;
    w->env = f->env;
    w->arg = NULL;
    __atomic_store_n(&w->life, LIFE_STARTED, __ATOMIC_RELEASE);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    if (__atomic_load_n(&router_kernel_killed, __ATOMIC_RELAXED)) router_upcoming_tls.hand_overs = 0;
    comes_last(task);
}

/* What NativeTask.CommitPark does for a wait. */
static bool commit_wait(rustrt_task_block *task) {
    new_core_words *w = WORDS(task);
    for (;;) {
        uint32_t state = __atomic_load_n(&w->state, __ATOMIC_ACQUIRE);
        if (state & STATE_LOCKED) {
            sched_yield();
            continue;
        }
        if (state & STATE_EVENT || must_fail(task)) return false;
        if (__atomic_compare_exchange_n(&w->state, &state, state | STATE_WAITING, true, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) return true;
    }
}

static rustrt_task_block *first_of_upcoming(router_upcoming *upcoming) {
    rustrt_task_block *next = upcoming->first;
    upcoming->first = WORDS(next)->next;
    upcoming->hand_overs--;
    upcoming->handed++;
    if (router_api_here.resume != router_resume) router_stacks->begin_turn(next);
    return upcoming->running = next;
}

/* On the host stack, from a task that waits, or yields: the first of the upcoming has its turn now. The scheduler allows that a
 * number of times, when it has nothing else to run; what comes meanwhile waits no longer than those turns. */
HIDDEN rustrt_task_block *router_hand_over(rustrt_task_block *task) {
    rustrt_task_block *next = first_of_upcoming(&router_upcoming_tls);
    if (!commit_wait(task)) comes_last(task);
    return next;
}

HIDDEN rustrt_task_block *router_pass_on(rustrt_task_block *task) {
    comes_last(task);
    return first_of_upcoming(&router_upcoming_tls);
}

HIDDEN bool router_must_fail(rustrt_task_block *task) { return must_fail(task); }

/* Takes the event and the pending mark together: a signaller that holds the word is waited for. */
static void *take_event(new_core_words *w) {
    enum { SPINS = 100 }; /* the word is held for two stores: longer only if the signaller lost its processor */
    for (int tries = 0;; tries++) {
        uint32_t state = __atomic_load_n(&w->state, __ATOMIC_ACQUIRE);
        if (state & STATE_LOCKED) {
            if (tries < SPINS) __builtin_ia32_pause();
            else sched_yield();
            continue;
        }
        if (!__atomic_compare_exchange_n(&w->state, &state, state | STATE_LOCKED, true, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
            continue;
        void *event = w->event;
        __atomic_store_n(&w->state, state & ~(uint32_t)STATE_EVENT, __ATOMIC_RELEASE);
        return event;
    }
}

/* After the wait's park; also the end of a wait that did not park. */
HIDDEN bool router_wait_finish(rustrt_task_block *task, void **result) {
    *result = take_event(WORDS(task));
    return must_fail(task);
}

HIDDEN bool router_wait(rustrt_task_block *task, void **result) {
    new_core_words *w = WORDS(task);
    bool killed = must_fail(task);
    if (!(__atomic_load_n(&w->state, __ATOMIC_ACQUIRE) & STATE_EVENT)) {
        if (w->unyieldable) router_answer(task, router_upcall((void *)router_new_functions.yield_refused, task, 1, 0, 0));
        end_turn(task);
        router_leave_with(task, killed ? LEFT_YIELD : LEFT_WAIT);
    }
    return router_wait_finish(task, result) | killed;
}

HIDDEN debug_abi_quad router_native_debug_abi_1(debug_abi_quad q) {
    debug_abi_quad r = {q.c + 1, q.d - 1, q.a + 1, q.b - 1};
    return r;
}

HIDDEN debug_abi_floats router_native_debug_abi_2(debug_abi_floats f) {
    debug_abi_floats r = {f.c + 1.0, 0xff, f.a - 1.0};
    return r;
}

HIDDEN void *router_native_rust_dbg_call(rust_dbg_callback cb, void *data) { return cb(data); }
HIDDEN void router_native_rust_dbg_do_nothing(void) {}

/* Words 2 to 5 of a descriptor are its functions: take, drop, free, visit. Any other word is called too, as it was. */
HIDDEN void router_native_rust_call_tydesc_glue(void *root, size_t *desc, size_t word) {
    glue_fn glue = (glue_fn)desc[word];
    if (glue) glue(NULL, NULL, NULL, root);
}

/* A raw thread runs the closure outside of any task; the pair stays the caller's (legacy-api.tsv, rust_raw_thread_start). */
HIDDEN void *router_raw_thread_main(void *closure) {
    const fn_env_pair *pair = closure;
    pair->f(NULL, pair->env, NULL);
    return NULL;
}

/* ---- assertions of the old runtime, in the words of the C library */

extern void __assert_fail(const char *, const char *, unsigned, const char *) __attribute__((noreturn));

void router_assertion(const char *expression, const char *file, unsigned line, const char *function) {
    if (router_flush_log) router_flush_log(); /* the words of an end come last */
    __assert_fail(expression, file, line, function);
}

HIDDEN void router_no_current_task(void) {
    router_assertion("task != NULL && \"no current task\"", "rust_sched_loop.h", 0, "rust_task* rust_sched_loop::get_task_tls()");
}

void router_dead_canary(void) {
    router_assertion("segment->canary == stack_canary && \"Stack canary was overwritten\"", "rust_stack.cpp", 0, "void check_stack_canary(stk_seg*)");
}

HIDDEN void router_no_c_stack(void) {
    router_assertion("cached_c_stack", "rust_sched_loop.h", 0, "stk_seg* rust_sched_loop::borrow_c_stack()");
}

HIDDEN void router_no_rust_stack(void) {
    router_assertion("next_rust_sp", "rust_task.h", 498, "void rust_task::call_on_rust_stack(void*, void*)");
}
