/* What happens on the task's stack after C# has answered an upcall.
 *
 * The heart is a loop, because a continuation answers just as an upcall does. The answer words in the task block belong to
 * whoever makes the next upcall, so they are taken into this frame, or the registers of a call, at once; the frame is also where
 * the continuation and its word live while the callee runs or the task is parked. A second result word is left in call_arg[0]. Each continuation is re-entered exactly once:
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
    void *fn;
    uint64_t *args, *failed, result;
    int catches;
} call;

static void make(void *wanted) {
    call *c = wanted;
    c->result = c->catches ? router_call6_catch(c->fn, c->args, c->failed) : router_call6(c->fn, c->args);
}

/* A task that has asked for its segments has C and Rust code on parts of their own (segments.c). */
static void make_on_part(new_core_words *w, uint32_t flags, call *c) {
    char *c_sp = w->c_sp, *rust_sp = w->rust_sp;
    if (flags & CALL_ON_C && c_sp && !on_c_part(w)) {
        router_hop(c, make, c_sp, &w->rust_sp);
    } else if (flags & CALL_REENTERS && rust_sp && on_c_part(w)) {
        router_hop(c, make, rust_sp, &w->c_sp);
    } else {
        make(c);
        return; /* it may have begun to ask */
    }
    w->c_sp = c_sp;
    w->rust_sp = rust_sp;
}

static uint64_t call_for(rustrt_task_block *task, uint32_t flags, void *fn, uint64_t *args, uint64_t *failed) {
    call c = {fn, args, failed, 0, flags & CALL_CATCH};
    if (!(flags & (CALL_ON_C | CALL_REENTERS))) {
        make(&c);
        return c.result;
    }
    /* A failure that is not caught passes these stores; whoever catches it sets the word anew. */
    new_core_words *w = WORDS(task);
    uint64_t limit = limit_word();
    uint32_t reentered = w->reentered;
    w->c_depth++; /* Rust code that is re-entered from C has C below it, too */
    if (flags & CALL_ON_C) {
        set_limit_word(0);
    } else {
        w->reentered = 1;
        set_limit_word(w->rust_limit);
    }
    make_on_part(w, flags, &c);
    w->c_depth--;
    w->reentered = reentered;
    set_limit_word(limit && router_core_is_new ? w->rust_limit : limit); /* the segment may be another now */
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
            result = call_for(task, flags, task->call_fn, task->call_arg, &failed);
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
