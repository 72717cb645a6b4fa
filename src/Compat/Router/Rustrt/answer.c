/* What happens on the task's stack after C# has answered an upcall.
 *
 * The heart is a loop, because a continuation answers just as an upcall does. The answer words in the task block belong to
 * whoever makes the next upcall, so they are taken into this frame, or the registers of a call, at once; the frame is also where
 * the continuation and its word live while the callee runs or the task is parked. A second result word is left in call_arg[0].
 * Each continuation is re-entered exactly once:
 *   failed = 0  with the result;
 *   failed = 1  the callee failed and CALL_CATCH was given;
 *   failed = 2  a failure is passing through this frame: the continuation undoes what it registered and answers return.
 * No thread-local storage is used here: a task may find itself on another thread after a park that came before its first
 * instruction, and compilers cache such addresses over calls. Compile with -fexceptions. */
#include "router_api.h"

typedef struct abandonment {
    rustrt_task_block *task;
    void *k;
    uint64_t word;
} abandonment;

static void abandon(abandonment *a) {
    if (!a->k) return;
    router_upcall(a->k, a->task, a->word, 0, 2);
    if (a->task->action != ANSWER_RETURN) __builtin_trap();
}

typedef struct call {
    rustrt_task_block *task;
    void *fn;
    uint64_t *args, *failed, result;
    int catches;
} call;

static void make(void *wanted) {
    call *c = wanted;
    c->result = c->catches ? router_call6_catch(c->fn, c->args, c->failed) : router_call6(c->fn, c->args);
}

typedef struct visit {
    rustrt_stack_words *of;
    uint64_t limit;
} visit;

/* Also when a failure passes: destructors on the Rust stack find its limit word. The segment may be another now. */
static void leave(visit *v) { set_limit_word(v->limit ? v->of->rust_limit : 0); }

/* On the C stack: as if there, with the stack-limit word 0. On the Rust stack: re-entered from C, so kills wait. A task that has asked
 * for its segments has C and Rust code on parts of their own (segments.c). A failure that nobody catches before the base passes
 * the stores behind the call: whoever catches it sets the words anew. */
void router_call_on(rustrt_task_block *task, void *arg, void (*fn)(void *), int stack) {
    rustrt_stack_words *w = &task->stacks;
    visit here __attribute__((cleanup(leave))) = {w, limit_word()};
    uint32_t reentered = w->reentered, depth = w->c_depth;
    char *c_sp = w->c_sp, *rust_sp = w->rust_sp;
    bool hops = stack == RUSTRT_C_STACK ? c_sp && !on_c_part(w) : rust_sp && on_c_part(w);
    w->c_depth = depth ? depth : 1; /* Rust code that is re-entered from C has C below it, too */
    if (stack == RUSTRT_C_STACK) {
        set_limit_word(0);
    } else {
        w->reentered = 1;
        set_limit_word(w->rust_limit);
    }
    if (!hops) {
        fn(arg);
    } else {
        if (stack == RUSTRT_C_STACK) router_hop(arg, fn, c_sp, &w->rust_sp);
        else router_hop(arg, fn, rust_sp, &w->c_sp);
        w->c_sp = c_sp;
        w->rust_sp = rust_sp;
    }
    w->c_depth = depth;
    w->reentered = reentered;
}

static void reenter(void *wanted) {
    call *c = wanted;
    router_stacks->call(c->task, c, make, RUSTRT_RUST_STACK);
}

/* On the old side's stacks Rust code can be re-entered from C only. */
static void make_on_legacy_stack(call *c, int stack) {
    bool from_rust = stack == RUSTRT_RUST_STACK && limit_word();
    if (from_rust) router_stacks->call(c->task, c, reenter, RUSTRT_C_STACK);
    else router_stacks->call(c->task, c, make, stack);
}

uint64_t router_call_for(rustrt_task_block *task, uint32_t flags, void *fn, uint64_t *args, uint64_t *failed) {
    call c = {task, fn, args, failed, 0, flags & CALL_CATCH};
    uint32_t depth = task->stacks.c_depth;
    int stack = flags & CALL_ON_C ? RUSTRT_C_STACK : RUSTRT_RUST_STACK;
    if (!(flags & (CALL_ON_C | CALL_REENTERS))) make(&c);
    else if (router_stacks_are_new) router_call_on(task, &c, make, stack);
    else make_on_legacy_stack(&c, stack);
    /* The C stack on which a failure was raised is given back by whoever catches it. */
    if (*failed && !depth && task->stacks.c_depth) router_stacks->unwound(task);
    return c.result;
}

uint64_t router_answer(rustrt_task_block *task, uint64_t result) {
    for (;;) {
        uint32_t action = task->action, flags = task->flags;
        uint64_t failed = 0, word = task->word;
        void *k = task->k;
        task->action = ANSWER_RETURN;
        task->k = NULL;
        switch (action) {
        case ANSWER_RETURN:
            return result;
        case ANSWER_FAIL:
            if (router_core_is_new) router_raise(task);
            router_core->raise(task);
            __builtin_trap();
        case ANSWER_PARK: {
            abandonment a __attribute__((cleanup(abandon))) = {task, k, word};
            result = (uint64_t)router_core->block(task);
            a.k = NULL;
            break;
        }
        case ANSWER_CALL: {
            abandonment a __attribute__((cleanup(abandon))) = {task, flags & CALL_CATCH ? NULL : k, word};
            /* Straight from the block: a copy would wait for C#'s stores, which are narrower than its loads. */
            result = router_call_for(task, flags, task->call_fn, task->call_arg, &failed);
            a.k = NULL;
            break;
        }
        default:
            __builtin_trap();
        }
        if (!k) return result;
        result = router_upcall(k, task, word, result, failed);
    }
}
