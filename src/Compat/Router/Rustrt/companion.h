/* How the router of librustcore.so joins that of librustrt.so: one switch decides for both libraries, and the first router
 * alone knows the stacks of tasks and the way into C#. docs/protocols/library-half.md. */
#ifndef RUSTRT_COMPANION_H
#define RUSTRT_COMPANION_H
#include <stdbool.h>
#include <stdint.h>
#include "rustrt.h"
#include "rustrt_core.h"
#include "switch.h"

#define RUSTRT_COMPANION_VERSION 5
#define RUSTRT_UPCALLS 7

/* What C# gives for the functions of which something lies on the caller's stack, closures by value and seventh arguments: they take
 * pointers to it. */
typedef struct rustrt_library_entries {
    void (*spawn)(uint32_t linkage, uint32_t mode, uintptr_t argument, void *body);
    void (*builder_spawn)(void *builder, void *body);
    uint64_t (*try_body)(void *body);
    void (*at_exit)(void *body);
    spawn_fn main; /* of a program: runs main_body */
    uint64_t (*tcp_listen)(void *io, const void *address, int backlog, const void *callbacks);
} rustrt_library_entries;

/* What C# is told when it is asked for its entries of the companion's library. */
typedef struct rustrt_library_api {
    uint32_t version, size;
    void **entries;                 /* C# stores its exports here, by symbol index */
    void *(*wait)(rust_task *self); /* Rust stack of a task: the next event; fails when the task was killed */
    uint64_t (*on_c)(void *function, uint64_t a, uint64_t b); /* the same stack: calls the function on the C stack */
    /* of rustrt.h, whoever serves them */
    void (*fail)(const char *, const char *, size_t);
    void (*signal)(rust_task *, void *);
    void (*ref)(rust_task *);
    void (*deref)(rust_task *);
    void (*clear_event)(rust_task *);
    bool (*is_unwinding)(rust_task *);
    void (*inhibit_kill)(rust_task *), (*allow_kill)(rust_task *), (*inhibit_yield)(rust_task *), (*allow_yield)(rust_task *);
    void (*kill_other)(rust_task *), (*kill_all)(rust_task *);
    void *(*local_data)(rust_task *);
    void (*set_local_data)(rust_task *, void *);
    void (*local_data_atexit)(rust_task *, rust_tld_cleanup);
    rust_lock *(*lock_create)(void);
    void (*lock_destroy)(rust_lock *), (*lock)(rust_lock *), (*unlock)(rust_lock *);
    bool (*yield)(rust_task *, bool *);
    void *malloc, *free; /* of managed boxes */
    void *rand_new, *rand_next, *rand_free, *register_exit_function, *global_data; /* C stack, as all that follow */
    void *new_task, *new_task_in_sched, *start_task, *new_sched, *num_threads, *sched_id, *osmain_sched_id, *task_id, *inc_live, *dec_live;
    /* of rustcore.h, likewise */
    void *box_new, *box_drop, *local_get, *local_set;
    void *oneshot, *send_one, *recv_one, *chan_one_drop, *port_one_drop;
    void *stream, *send, *recv, *chan_drop;
    void *exclusive_new, *exclusive_clone, *exclusive_drop, *exclusive_with;
    void *select, *port_drop;
    void *shared_chan_new, *shared_chan_clone, *shared_chan_send, *shared_chan_drop, *global_clone, *global_clone_or_create;
    void *peek, *try_send, *try_recv_one, *select_one, *weaken;
    bool (*try_recv)(void *port, void *out);
    void (*send_locked)(void *data, void *env); /* a body for exclusive_with: a shared chan's send */
    void (*local_cleanup)(void *map);           /* at the end of a task that has local data */
    const type_desc *chan_type;                 /* of what such an exclusive holds */
    void *main_body;                            /* a closure, put there by rustcore_start */
    void (*join_bare_thread)(void *call);       /* a task's body: runs {block, env} on an OS thread, tells its end on what follows */
    void (*at_exit)(void (*call)(void *env));   /* rustcore_at_exit, of a closure without environment */
    const type_desc *nothing;                   /* of messages that only tell that they came */
    void *const *uv; /* what I/O asks of rustrt.h (Rustcore/io.c) */
    void (*on_rust)(void (*function)(void *), void *argument); /* C stack of a task: calls the function on the Rust stack */
    void *run_loop, *open_handles;                              /* C stack */
    void *spawn_on_thread, *spawn, *spawn_unlinked;             /* take a closure by its address */
    rustrt_library_entries *mine;               /* C# fills it in */
} rustrt_library_api;

/* What the companion learns when it connects. */
typedef struct rustrt_companion_link {
    const switch_choice *units;   /* [RUSTRT_UNITS], for good */
    void *const *upcalls;         /* [RUSTRT_UPCALLS]: router_upcall_0 and so on */
    void (*bind_new)(rustrt_library_api *);
    bool counts;                  /* somebody counts calls */
} rustrt_companion_link;

typedef struct rustrt_companion {
    uint32_t version, size;
    void (*connect)(const rustrt_companion_link *); /* once, when the switch is decided */
    uint64_t (*calls)(int unit);                    /* of its exported functions, while somebody counts */
    void (*close_new)(void);                        /* in the child of a fork, if it is connected */
    struct rustrt_companion *next;                  /* the first router's */
    bool connected;
} rustrt_companion;

/* Exported by librustrt.so. Remembers the companion, which lives as long as the process. The function that it returns decides the
 * switch unless it is decided, and connects the companion unless it is connected: for the companion's first call. */
typedef void (*rustrt_companion_connect)(rustrt_companion *);
rustrt_companion_connect rustrt_router_join(rustrt_companion *companion);
#endif
