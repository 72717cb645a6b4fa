/* What the router shares with its assembly and with C# (src/Compat/Backends/New/Abi/RouterApi.cs mirrors it).
 *
 * Upcalls. A task runs on its own stack; C# never does. An API function that C# serves is reached by a trampoline that
 * switches to the host stack just below the frames of whoever resumed the task, calls C#, and switches back. C#'s answer
 * lies in the task block: return (the default), park, fail, or call a function of the caller's on the task's stack. The
 * router carries it out on the task's stack (answer.c) and re-enters C# with the result where C# left a continuation. So
 * there is never a managed frame on a task stack, nor one between resume and the host stack pointer while a task runs. */
#ifndef RUSTRT_ROUTER_API_H
#define RUSTRT_ROUTER_API_H

/* offsets in rustrt_task_block and new_core_words that assembly uses (asserted in stacks.c) */
#define T_ACTION  480
#define T_K       544
#define T_SP      560
#define T_LIMIT   568
#define T_RESULT  576
#define T_EH      584
#define T_STATE   600
#define T_EVENT   608
#define T_SWITCHES 616
#define T_UNYIELDABLE 684 /* with spares, which is next: one word to assembly */
#define T_STACKS  688
#define T_REENTERED 692
#define T_RUST_LIMIT 696
#define T_C_DEPTH 704
#define T_C_SP    712
#define T_RUST_SP 720
#define T_C_TOP   728
#define T_C_LOW   736
#define T_TOP     744
/* offsets in rustrt_host */
#define H_SP      0
#define H_CURRENT 8
#define H_ON_TASK 16
#define H_DEPTH   20
#define H_EH      24
#define H_HI      40
#define H_CONTROL 48
/* offsets in router_upcoming */
#define U_FIRST   0
#define U_HAND_OVERS 16
/* the stack-limit word of the old ABI: %fs:112 */
#define LIMIT_WORD 0x70
#define LIMIT_OFFSET 256
#define RED_ZONE 2048
/* from the limit word to the header of its segment (stk_seg) */
#define SEG_HEADER 48
#define SEG_TASK   32
#define SEG_CANARY 40
#define STACK_CANARY 0xABCDABCDABCDABCD

/* C#'s answers */
#define ANSWER_RETURN 0
#define ANSWER_PARK   1
#define ANSWER_FAIL   2
#define ANSWER_CALL   3
/* flags of ANSWER_CALL */
#define CALL_CATCH    1 /* the continuation learns of a failure (failed = 1); without it the failure passes on (failed = 2) */
#define CALL_ON_C     2 /* as if on the C stack: limit word 0 */
#define CALL_REENTERS 4 /* on the Rust stack, re-entered from C: kills wait */

/* why resume returned */
#define LEFT_ENDED 0
#define LEFT_YIELD 1
#define LEFT_WAIT  2 /* for an event */
#define LEFT_BLOCK 3 /* rustrt_core.block */

/* bits of new_core_words.state */
#define STATE_EVENT   1 /* an event is pending */
#define STATE_WAITING 2 /* parked until an event, or until killed while killable */
#define STATE_KILLED  4
#define STATE_PERMIT  8 /* woken before it blocked */
#define STATE_BLOCKED 16 /* parked in rustrt_core.block */
#define STATE_LOCKED  32 /* a signaller is storing its event: nobody else changes the word meanwhile */

/* new_core_words.life */
#define LIFE_NEWBORN 0
#define LIFE_STARTED 1
#define LIFE_DEAD    2

#ifndef __ASSEMBLER__
#include "rustrt.h"
#include "rustrt_core.h"

/* The new core's private words of a task block (rustrt_task_block.core). */
typedef struct new_core_words {
    void *sp;              /* 560: saved stack pointer while the task is not running */
    uint64_t limit;        /* 568: its stack-limit word meanwhile */
    uint64_t result;       /* 576: what block() returns */
    void *eh[2];           /* 584: its C++ exception globals meanwhile */
    uint32_t state;        /* 600: STATE_*; atomic */
    uint32_t unkillable;   /* 604: depth; written by the task itself only */
    void *event;           /* 608: the last event signalled */
    uint64_t switches;     /* 616: how often it left its stack */
    spawn_fn body;         /* 624 */
    rust_opaque_box *env;  /* 632 */
    void *arg;             /* 640 */
    struct rustrt_host *home; /* 648: of the thread that alone may run it; at the latest since it has begun */
    rustrt_task_block *next; /* 656: in the pool, or among the woken */
    uint64_t handle;       /* 664: C#'s number of the task */
    void **plain_ending;   /* 672: where the annihilator stands, if an end without failure is nothing but its call; else NULL */
    uint32_t life;         /* 680: LIFE_* */
    uint32_t unyieldable;  /* 684: depth */
} new_core_words;
#define WORDS(task) ((new_core_words *)(task)->core)

/* rustrt_stack_words.own of the new side. Its c_sp is NULL where C runs in place (segments.c). */
enum {
    C_TOP, /* the C stack is what lies below this, */
    C_LOW, /* down to this: a guard page is there */
    TOP    /* where the first segment ends: the block at the top of the reservation */
};
/* Bits of its spares. */
enum {
    SPARE_SEGMENTS = 1, /* cached stack segments */
    SPARE_C_STACK = 2   /* a lent C stack (c_stacks.c) */
};

/* Tasks whose turns come next on this thread: those that the scheduler has put here before the turn, then those that the turn has
 * woken with a signal or started, and whoever has yielded, each behind the others. The scheduler takes them in when the turn is over (core.c, HostThread.cs). */
typedef struct router_upcoming {
    rustrt_task_block *first, *last; /* last: valid while first is not NULL */
    uint32_t hand_overs;             /* C#: how often a task that waits or yields may give its turn to the first of them */
    uint32_t handed;                 /* how often that was done in this turn; */
    rustrt_task_block *running;      /* then: who has it now */
} router_upcoming;

/* Handed to C# when the new backend is bound. */
typedef struct router_api {
    uint32_t version, size;
    int (*resume)(rustrt_task_block *);                 /* host stack -> task stack; why it left */
    rustrt_task_block *(*task_new)(size_t stack_bytes); /* reservation with its block; NULL: out of memory */
    void (*task_entry)(void);                           /* where a prepared task begins: it runs words->body */
    void (*task_free)(rustrt_task_block *);
    router_upcoming *(*thread_init)(void);              /* once on every thread that will resume tasks */
    rustrt_host *(*host)(void);
    int (*on_own_stack)(const void *);                  /* does it lie on the calling OS thread's own stack? */
    uint64_t (*limit_word)(void);
    void (*set_limit_word)(uint64_t);
    void *(*raw_thread_main)(void *);                   /* start routine of a raw thread: its argument is a fn_env_pair */
    void **entries;                                     /* C# stores its exports here, by symbol index */
    intptr_t *exchange_count;
    uint32_t *kernel_killed;                            /* C# sets it before it looks for started tasks to kill */
    int64_t *internal_calls;                            /* [unit][backend]; NULL: nobody counts */
    const rustrt_core *core;                            /* in use; valid from use() on, like the seams */
    const rustrt_seams *seams;                          /* those of the units that C# does not serve itself */
    uint8_t is_new[RUSTRT_SLOTS];                       /* by unit: C# serves it */
    void *(*wrap)(void *);                              /* a C# function as a native one, callable on any stack: for hooks */
    uint64_t (*read_registers)(uint64_t *registers);    /* for calls on a task's stack: registers.S */
    glue_fn no_glue;
    int segments_imported;                              /* tasks are born with a C part (segments.c) */
    void (*check_stack_sizes)(const rustrt_environment *); /* from rust_start: impossible ones end the process */
} router_api;

/* A call of rust_uv_run or rust_uv_walk in progress (io.c): the next callback, and what the last one returned. */
typedef struct router_io_delivery {
    uv_loop_t *loop;
    rust_uv_walk_cb walk;                               /* NULL: it is rust_uv_run */
    void *walk_arg;
    void *coming;                                       /* C#'s; NULL before the first callback and after the last */
    void *fn;
    uint64_t args[4];
    uv_buf_t result;
} router_io_delivery;

struct rustrt_library_api;

/* What C# gives back: its C# functions (the router wraps those that native code calls from any stack). */
typedef struct router_new_table {
    void (*use)(void);                                  /* api->core, seams and is_new are final now */
    uint64_t (*task_ending)(rustrt_task_block *, uint64_t failed);
    uint64_t (*yield_refused)(rustrt_task_block *, uint64_t blocking, uint64_t, uint64_t);
    void (*wake)(rustrt_task_block *, void *);
    void (*signal)(rustrt_task_block *caller, rustrt_task_block *target, void *event);
    void (*start)(rustrt_task_block *caller, rustrt_task_block *target, const fn_env_pair *);
    void (*hooks)(int unit, rustrt_hook, rustrt_hook, rustrt_hook);
    uint64_t (*segment_begin)(rustrt_task_block *, uint64_t sp, uint64_t, uint64_t);
    uint64_t (*segment_top)(rustrt_task_block *, uint64_t, uint64_t, uint64_t);
    uint64_t (*segment_grow)(rustrt_task_block *, uint64_t frame, uint64_t arguments, uint64_t size);
    uint64_t (*segment_shrink)(rustrt_task_block *, uint64_t, uint64_t, uint64_t);
    uint64_t (*segment_reset)(rustrt_task_block *, uint64_t sp, uint64_t, uint64_t);
    uint64_t (*segment_free_spares)(rustrt_task_block *, uint64_t, uint64_t, uint64_t);
    uint64_t (*segment_unwound)(rustrt_task_block *, uint64_t, uint64_t, uint64_t);
    void (*segment_end)(rustrt_task_block *);
    void (*run_hooks)(int unit, rustrt_run_hook, rustrt_run_hook);
    void (*set_exit_status)(rustrt_task_block *, int);
    uint64_t (*raise)(rustrt_task_block *, uint64_t, uint64_t, uint64_t); /* a failure, from its backtrace on */
    void (*enter)(void);                                /* does nothing, but a thread's first entry takes memory */
    rustrt_seams seams;
    void (*flush_log)(void);                            /* writes what the log still holds; NULL when it holds nothing */
    int (*io_next)(router_io_delivery *);               /* 0: there is no callback any more */
    void (*io_abandon)(router_io_delivery *);           /* the callback fails */
    linenoise_completion (*line_round)(const char *text); /* whom to ask for completions of a line; NULL: nobody, or it is known */
    int (*line_candidate)(char **text);                 /* the next one: 0 none, 1 one, 2 what the user had typed */
    char *(*history_line)(size_t age);                  /* 0 is the newest; NULL where there is none */
    size_t (*history_size)(void);
    void (*library)(struct rustrt_library_api *);       /* its entries of librustcore.so: companion.h */
} router_new_table;
typedef void (*rustrt_new_bind_fn)(router_api *, router_new_table *);

#define HIDDEN __attribute__((visibility("hidden")))
extern HIDDEN __thread rustrt_host router_host_tls __attribute__((tls_model("initial-exec")));
extern HIDDEN uint32_t router_kernel_killed;
extern HIDDEN __thread router_upcoming router_upcoming_tls __attribute__((tls_model("initial-exec")));
extern HIDDEN const rustrt_core *router_core;           /* in use */
extern HIDDEN int router_core_is_new;
extern HIDDEN const rustrt_core router_new_core;
extern HIDDEN int router_stacks_are_new;
extern HIDDEN const rustrt_stacks_seam *router_stacks;  /* in use */
extern HIDDEN const rustrt_stacks_seam router_new_stacks;
extern HIDDEN const rustrt_local_heap_seam *router_local_heap; /* in use, where there is a legacy core; else NULL */
extern HIDDEN router_new_table router_new_functions;
extern HIDDEN router_api router_api_here;

HIDDEN int router_resume(rustrt_task_block *);
HIDDEN int router_begin_and_resume(rustrt_task_block *);
HIDDEN void router_leave_with(rustrt_task_block *, int why); /* leaves the task; returns when it is resumed */
HIDDEN uint64_t router_read_registers(uint64_t *registers);
HIDDEN void router_no_glue(void *ret, void *env, const type_desc **tds, void *value);
HIDDEN void router_exit(void) __attribute__((noreturn));
HIDDEN void router_task_entry(void);
HIDDEN uint64_t router_upcall(void *fn, rustrt_task_block *, uint64_t, uint64_t, uint64_t);
HIDDEN uint64_t router_call6(void *fn, uint64_t *args);
HIDDEN uint64_t router_call6_catch(void *fn, uint64_t *args, uint64_t *failed);
HIDDEN uint64_t router_call_for(rustrt_task_block *, uint32_t flags, void *fn, uint64_t *args, uint64_t *failed); /* CALL_* */
HIDDEN uint64_t router_answer(rustrt_task_block *, uint64_t result);
HIDDEN void router_raise(rustrt_task_block *) __attribute__((noreturn));
HIDDEN void router_hop(void *arg, void (*fn)(void *), char *sp, char **left); /* fn(arg) on the stack that ends at sp */
HIDDEN rustrt_task_block *router_native_rust_get_task(void);
HIDDEN stk_seg *router_native_rust_get_stack_segment(void);
HIDDEN void router_call_on(rustrt_task_block *, void *arg, void (*fn)(void *), int stack);
HIDDEN void router_check_stack_sizes(const rustrt_environment *);
HIDDEN void router_unwound(rustrt_task_block *);
HIDDEN void router_have_alternate_stack(void); /* of the calling thread */
HIDDEN void router_enter_early(void (*)(void));
HIDDEN bool router_suspension_is_unused(void);    /* by another .NET runtime */
HIDDEN void router_suspend_on_alternate_stacks(void);
HIDDEN void router_dead_canary(void) __attribute__((noreturn));
HIDDEN void *router_new_core_block(rustrt_task_block *);
HIDDEN void **router_eh_globals(void);
HIDDEN router_upcoming *router_thread_init(void);
HIDDEN void router_first_entry(void);
HIDDEN void router_catch_overflows(void);
extern HIDDEN bool router_c_stacks_are_lent;             /* c_stacks.c */
HIDDEN void router_decide_lending(void);
HIDDEN void router_lend_c_stack(rustrt_task_block *);
HIDDEN void router_take_back_c_stack(rustrt_task_block *);
HIDDEN void router_take_lent_stack_of(rustrt_task_block *);
/* borrowed.c: the legacy library publishes no host stacks; upcalls find them through its rust_get_task */
extern HIDDEN int router_hosts_are_borrowed;
HIDDEN void router_borrow_hosts(void *get_task);
HIDDEN void *router_wrap(void *fn);
HIDDEN void *router_wrapped_once(void **wrapper, void *fn); /* at the first use, for what few programs need */
HIDDEN rustrt_task_block *router_task_new(size_t stack_bytes);
HIDDEN void router_task_free(rustrt_task_block *);
extern HIDDEN void (*router_flush_log)(void);            /* from any stack; NULL when the log holds nothing */
HIDDEN int router_on_own_stack(const void *);
HIDDEN void *router_raw_thread_main(void *closure);
HIDDEN void router_assertion(const char *expression, const char *file, unsigned line, const char *function) __attribute__((noreturn));

static inline uint64_t limit_word(void) {
    uint64_t word;
    __asm__ volatile("movq %%fs:0x70, %0" : "=r"(word));
    return word;
}
static inline void set_limit_word(uint64_t word) { __asm__ volatile("movq %0, %%fs:0x70" : : "r"(word) : "memory"); }
/* Killed, killable and not inside Rust code that C called back. */
static inline int must_fail(rustrt_task_block *task) {
    return (__atomic_load_n(&WORDS(task)->state, __ATOMIC_ACQUIRE) & STATE_KILLED) && !task->stacks.reentered && !WORDS(task)->unkillable;
}
/* Before a task of the new core leaves its stack. */
static inline void end_turn(rustrt_task_block *task) {
    if (task->stacks.spares) router_stacks->end_turn(task);
}
/* Does it stand on that part of its reservation which is its C stack? Code that overran its first segment counts as well:
 * what it calls must not begin above it. */
static inline int on_c_part(const rustrt_stack_words *w) {
    char *here = __builtin_frame_address(0);
    return here >= w->own[C_LOW] && here < w->own[C_TOP];
}
#endif
#endif
