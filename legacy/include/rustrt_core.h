/* All that a service and a core know of each other, whichever side made them. Version 2.
 *
 * A core is a scheduler of native tasks: the legacy one (legacy/src) or the new one (src/Compat/Backends/New). Services use
 * it only through rustrt_core and keep per-task state only in their own slot of the task block. A legacy library that
 * offers rustrt_legacy_bind can have its services replaced one by one; one that does not can still be used whole. Each
 * seam is optional: a unit that needs one which the library lacks is refused by its name and the seam's (the lists are
 * data: "seams" of src/Compat/catalogue.json).
 *
 * Where code runs (rustrt_core.where):
 *   F  elsewhere: no task is current on this thread;
 *   T  on the stack of the current task (its Rust stack or the C stack it borrowed: both count);
 *   H  on the host stack while a task is current (an upcall into C#).
 * Rules:
 *   - block() and raise() are for T only; C# asks for them by its answer to the upcall;
 *   - wake() before block() is not lost: it leaves one permit. One wake per registered block: a stray permit would end the
 *     wait of whoever blocks next;
 *   - hooks run with no core lock held. birth: any context, before the task is visible. ending: in T, after the body and
 *     the drop glue, in slot order; may yield, block, spawn and call caller code; the slot stays usable, since later endings
 *     and the annihilator still call the service. Whether a root task that failed takes the run with it is decided after
 *     the last of them, and then comes the annihilator. burial: any context, when nobody refers to the task any more, once
 *     for each birth: empties the slot, calls nobody;
 *   - hooks of a run (rust_start to its end): birth: before its first task, with all words zero; burial: after its last
 *     task is buried. A word may be read and written through any task of the run, with no order but what its service sees
 *     to;
 *   - the stack-limit word (%fs:112) is non-zero on a Rust stack and zero elsewhere; both cores keep it so. An upcall leaves
 *     it as it was, so that in H it still says on which stack the task is. */
#ifndef RUSTRT_CORE_H
#define RUSTRT_CORE_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

#define RUSTRT_CORE_VERSION 2

/* Units: what is switched together (docs/design.md section 4). The index is also the task block's slot and the counters'. */
enum rustrt_unit {
    RUSTRT_UNIT_CORE,
    RUSTRT_UNIT_STACKS,
    RUSTRT_UNIT_EXCHANGE_HEAP,
    RUSTRT_UNIT_LOGGING,
    RUSTRT_UNIT_ENVIRONMENT,
    RUSTRT_UNIT_AT_EXIT,
    RUSTRT_UNIT_GLOBAL_DATA,
    RUSTRT_UNIT_LOCAL_HEAP,
    RUSTRT_UNIT_TASK_LOCAL_DATA,
    RUSTRT_UNIT_IO,
    RUSTRT_UNIT_TIME,
    RUSTRT_UNIT_RANDOM,
    RUSTRT_UNIT_LOCKS,
    RUSTRT_UNIT_THREADS,
    RUSTRT_UNIT_FILESYSTEM,
    RUSTRT_UNIT_PROCESS,
    RUSTRT_UNIT_VECTORS,
    RUSTRT_UNIT_DEBUG,
    RUSTRT_UNIT_THIRD_PARTY,
    RUSTRT_UNIT_PIPES, /* from here on of librustcore.so */
    RUSTRT_UNIT_TASK_GROUPS,
    RUSTRT_UNIT_LOCAL_DATA,
    RUSTRT_UNIT_SHARED_STATE,
    RUSTRT_UNIT_LIBRARY_IO,
    RUSTRT_UNITS,
    RUSTRT_SLOTS = 24
};

/* What whoever serves the unit stacks keeps of a task. The first three words are read by the core in use as well; unwinding is
 * the core's to write. */
typedef struct rustrt_stack_words {
    uint32_t spares;     /* 688: not 0 while something waits for the end of the turn */
    uint32_t reentered;  /* 692: 1 inside Rust code that C called back: kills wait */
    uint64_t rust_limit; /* 696: limit word of its current Rust segment */
    uint32_t c_depth;    /* 704: not 0 while it holds a C stack */
    uint32_t unwinding;  /* 708: 1 once it began failing */
    char *c_sp;          /* 712: where the next call on the C stack begins */
    char *rust_sp;       /* 720: inside such a call: below this Rust code goes on */
    char *own[3];        /* 728: what else the side needs that serves it */
} rustrt_stack_words;

/* The native block that stands for a task. rust_task * points at it. */
typedef struct rustrt_task_block {
    /* what old callers could read (docs/legacy/legacy-runtime.md section 1) */
    intptr_t ref_count;
    intptr_t id;
    uint64_t context[24];
    void *stk;
    void *runtime_sp;
    void *sched;
    void *sched_loop;
    void *kernel;
    const char *name;
    int32_t list_index;
    void *boxed_env;     /* 264 */
    void *boxed_region;
    void *live_allocs;   /* 280: head of the list of managed boxes, newest first */
    void *slot[RUSTRT_SLOTS]; /* 288: one private word per unit */
    /* the router's: C#'s answer to an upcall; valid only from the end of the upcall until the router has copied it */
    uint32_t action;     /* 480 */
    uint32_t flags;
    void *call_fn;       /* 488 */
    uint64_t call_arg[6];
    void *k;             /* 544: continuation to re-enter with the result */
    uint64_t word;       /* 552: ... and with this */
    uint64_t core[16];   /* 560: private words of the new core; the legacy core leaves them alone */
    rustrt_stack_words stacks; /* 688 */
    void **run;          /* 752: the words of its run, one per unit (RUSTRT_SLOTS) */
} rustrt_task_block;

typedef void (*rustrt_hook)(rustrt_task_block *task);
typedef void (*rustrt_run_hook)(void **word);

/* A core's table. */
typedef struct rustrt_core {
    uint32_t version, size;
    const char *name;                                            /* "legacy" or "new" */
    rustrt_task_block *(*current)(void);                         /* any; NULL outside of tasks */
    int (*where)(void);                                          /* any; 0 F, 1 T, 2 H */
    void *(*host_sp)(void);                                      /* T, H */
    void *(*block)(rustrt_task_block *self);                     /* T: until woken; the waker's value */
    void (*wake)(rustrt_task_block *task, void *value);          /* any, any thread */
    int (*must_fail)(rustrt_task_block *task);                   /* any: killed, killable and not inside re-entered Rust */
    void (*raise)(rustrt_task_block *self);                      /* T; does not return */
    void (*hooks)(int unit, rustrt_hook birth, rustrt_hook ending, rustrt_hook burial); /* while binding; NULL: none */
    void (*run_hooks)(int unit, rustrt_run_hook birth, rustrt_run_hook burial); /* the same of a run, for the unit's word */
    void (*set_exit_status)(rustrt_task_block *task, int status); /* any: of the task's run; a failure's 101 stays */
} rustrt_core;

/* Seams: the tables through which a core (and other services) use a service, so that either backend can stand behind it.
 * Every function may be called from any context and on any stack. A seam consists of functions only, at most
 * RUSTRT_SEAM_FUNCTIONS, and goes by its unit: rustrt_seams. */
enum { RUSTRT_SEAM_FUNCTIONS = 8 };
typedef struct rustrt_seams {
    const void *of[RUSTRT_SLOTS];  /* NULL: the unit has no seam, or this library does not offer it */
} rustrt_seams;

typedef struct rustrt_exchange_seam {
    void *(*allocate)(size_t size, int zeroed);        /* counted; out of memory: assertion, abort */
    void *(*reallocate)(void *block, size_t size);     /* the count stays */
    void (*free)(void *block);                         /* lowers the count, also for NULL */
} rustrt_exchange_seam;

/* Runtime pseudo-modules of the log, in the order of legacy-runtime.md section 10. */
enum rustrt_log_module {
    RUSTRT_LOG_MEM, RUSTRT_LOG_BOX, RUSTRT_LOG_COMM, RUSTRT_LOG_TASK, RUSTRT_LOG_DOM, RUSTRT_LOG_TRACE, RUSTRT_LOG_CACHE,
    RUSTRT_LOG_UPCALL, RUSTRT_LOG_TIMER, RUSTRT_LOG_GC, RUSTRT_LOG_STDLIB, RUSTRT_LOG_KERN, RUSTRT_LOG_BACKTRACE,
    RUSTRT_LOG_CALLBACK, RUSTRT_LOG_MODULES
};
typedef struct rustrt_logging_seam {
    void (*start)(const char *spec, const void *crate_map);  /* from rust_start, RUST_LOG or NULL; a help request exits */
    int (*enabled)(int module, uint32_t level);              /* is this pseudo-module's level at least that? */
    void (*write)(const char *text, size_t length);          /* "rust: " text newline, if the console is on; no stack check */
} rustrt_logging_seam;

/* What rust_start took from its command line and the variables. The core keeps it in the run's word of the unit environment
 * from before the first task on until after the last; every service may read it there. */
typedef struct rustrt_environment {
    int argc;
    char **argv;
    size_t num_threads;    /* RUST_THREADS, else online processors */
    size_t min_stack_size; /* RUST_MIN_STACK */
    size_t max_stack_size; /* RUST_MAX_STACK */
    const char *log_spec;  /* RUST_LOG or NULL */
    const char *seed;      /* RUST_SEED or NULL */
    int poison_on_free;    /* RUST_POISON_ON_FREE is set */
} rustrt_environment;
typedef struct rustrt_environment_seam {
    const rustrt_environment *(*capture)(int argc, char **argv); /* from rust_start */
    void (*release)(const rustrt_environment *environment);      /* at its end */
} rustrt_environment_seam;

typedef struct rustrt_at_exit_seam {
    /* The live count is 0: ends registration in the run whose word this is. The runner (a spawn_fn), or NULL if nothing was
     * registered; *list is its argument (exit_functions), which stays until the burial of the run. */
    void *(*close)(void **word, void **list);
} rustrt_at_exit_seam;

/* Blocks of the C library that belong to a task, counted in the task: what is left at its burial is a leak and aborts. */
typedef struct rustrt_local_heap_seam {
    void (*start)(const void *crate_map);                                /* from rust_start: makes the table of safe points */
    void *(*allocate)(rustrt_task_block *task, size_t size, int zeroed); /* out of memory: message, abort */
    void *(*reallocate)(rustrt_task_block *task, void *block, size_t size);
    void (*free)(rustrt_task_block *task, void *block);                  /* one too many: assertion, abort */
    void (*count)(rustrt_task_block *task, int by);                      /* a stack that its core allocates elsewhere: 1 or -1 */
    void *(*resize_box)(rustrt_task_block *task, void *box, size_t size); /* in the list of boxes; count must be 1 */
} rustrt_local_heap_seam;

typedef struct rustrt_local_data_seam {
    int (*has_cleanup)(rustrt_task_block *task); /* a root task that fails with one does not take the run with it */
} rustrt_local_data_seam;

/* The stacks of tasks. T and H as above; a turn begins and ends on the host stack, outside of any task. */
enum rustrt_stack { RUSTRT_RUST_STACK, RUSTRT_C_STACK };
typedef struct rustrt_stacks_seam {
    void *(*birth)(rustrt_task_block *task, size_t user_bytes); /* a Rust stack; its end, 16-aligned; counted in the local heap */
    void (*thread)(int begins);                                 /* the calling thread is going to run tasks, or none any more */
    void (*begin_turn)(rustrt_task_block *task);                /* before a task gets a turn */
    void (*end_turn)(rustrt_task_block *task);                  /* T before it leaves, or after that: if spares is not 0 */
    /* T: fn(argument) on that stack of the task, in place if it is there; failures pass through. To the Rust stack only from
     * a C stack. */
    void (*call)(rustrt_task_block *task, void *argument, void (*fn)(void *), int stack);
    void (*unwound)(rustrt_task_block *task);                   /* T: a failure has ended in a frame of its Rust stack: all between is gone */
    void (*death)(rustrt_task_block *task);                     /* after its last turn */
    void *(*segment)(rustrt_task_block *task);                  /* T: the header (stk_seg) of the segment that its Rust code is on */
} rustrt_stacks_seam;

/* Per OS thread, owned by the router (or by the legacy library when it runs alone). Whoever switches into a task keeps it
 * true: sp, current and on_task before the switch; current and on_task cleared after it. */
typedef struct rustrt_host {
    void *sp;                    /* 0: host stack pointer below the frames of whoever switched; 16-aligned */
    rustrt_task_block *current;  /* 8 */
    uint32_t on_task;            /* 16: 1 while executing on current's stack */
    uint32_t depth;              /* 20: upcalls in progress: 0 or 1 */
    void **eh;                   /* 24: this thread's C++ exception globals; the router's */
    char *lo, *hi;               /* 32: the OS thread's own stack; the router's */
    uint64_t control;            /* 48: its floating-point control words (x87 above mxcsr); the router's */
} rustrt_host;

/* What the router offers to a legacy library. */
typedef struct rustrt_router {
    uint32_t version, size;
    rustrt_host *(*host)(void);  /* of the calling thread; stays valid for the thread's life */
    intptr_t *exchange_count;    /* the one count of live exchange blocks, shared by both backends */
    int64_t *counters;           /* calls inside the runtime by [unit][backend]; NULL: nobody counts */
} rustrt_router;
enum { RUSTRT_LEGACY, RUSTRT_NEW, RUSTRT_BACKENDS };
#define RUSTRT_COUNT(counters, unit, backend) \
    ((void)((counters) && __atomic_fetch_add(&(counters)[(unit) * RUSTRT_BACKENDS + (backend)], 1, __ATOMIC_RELAXED)))

/* What a legacy library with seams offers. Two steps, since tables go both ways:
 *   rustrt_legacy_bind: called once, before any API call; gives the library's own core and services;
 *   rustrt_legacy_use: which core and which services its code shall use from now on (its own, or the new ones). */
typedef struct rustrt_legacy {
    uint32_t version, size;
    const rustrt_core *core;
    const rustrt_seams *seams;
} rustrt_legacy;
typedef const rustrt_legacy *(*rustrt_legacy_bind_fn)(const rustrt_router *router);
typedef void (*rustrt_legacy_use_fn)(const rustrt_core *core, const rustrt_seams *seams);

#ifdef __cplusplus
}
#endif
#endif
