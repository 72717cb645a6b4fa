/* Task bodies in C#: librustrt_managed.so, which a .NET process loads beside librustrt.so (docs/managed-callers.md).
 *
 * A body in C# must not run on a task stack: the collector walks the stacks of OS threads. So the task runs a native body,
 * which hands over to an OS thread and waits, holding its turn. When the C# body calls the API in task context, the native
 * body makes the call, on the task's own stack or on the C stack, and hands the result back. One of the two waits at any
 * time; `turn` says who runs, and carries everything stored before it (release, acquire). Nothing here knows a core.
 *
 *   task                                       OS thread
 *   enter: queue; wait            ->           rustrt_managed_accept; run the body
 *   perform the call              <-           rustrt_managed_call: request, turn = TASK; wait
 *   turn = THREAD; wait           ->           result, or failed
 *   return                        <-           rustrt_managed_finish
 *
 * A call that fails unwinds this file's frames. `pass_failure` stops on the way: it tells the thread, serves it while the C#
 * frames end, and lets the failure go on. */
#define _GNU_SOURCE
#include "rustrt.h"
#include <linux/futex.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

enum turn { TURN_TASK, TURN_THREAD };
enum kind { KIND_BODY, KIND_DROP, KIND_ENTRY, KIND_CLEANUP, KIND_ANNIHILATE, KIND_EXIT };
enum request { REQUEST_CALL, REQUEST_DONE };

/* Managed/TaskThread.cs mirrors it. */
typedef struct managed {
    uint32_t turn;      /* a futex */
    uint32_t kind;      /* what the thread shall run */
    uint32_t request;   /* what the thread wants of the task */
    uint32_t on_task_stack; /* where the call is made */
    uint32_t failed;    /* the call failed; the thread clears it */
    uint32_t on_c;      /* the native body itself is on the C stack */
    void *fn;
    uint64_t arguments[6], result[2];
    void *data;         /* of cleanups and exit runners */
    rust_task *task;    /* of cleanups */
    uint64_t token;     /* C#'s, of bodies */
    struct managed *next;
} managed;

static struct {
    void (*on_c_stack)(void *, void *);
    void (*on_rust_stack)(void *, void *);
    rust_task *(*get_task)(void);
} api;

static void futex_wait(uint32_t *word, uint32_t value) { syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0); }
static void futex_wake(uint32_t *word) { syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0); }

static void give(managed *m, uint32_t turn) {
    __atomic_store_n(&m->turn, turn, __ATOMIC_RELEASE);
    futex_wake(&m->turn); /* of a block that the other may have freed by now: a wake for nobody */
}

static void await(managed *m, uint32_t turn) {
    while (__atomic_load_n(&m->turn, __ATOMIC_ACQUIRE) != turn) futex_wait(&m->turn, !turn);
}

/* ---- bodies that wait for a thread: many tasks push, one C# thread takes all */

static managed *queue;
static uint32_t queued;

static void enqueue(managed *m) {
    m->next = __atomic_load_n(&queue, __ATOMIC_RELAXED);
    while (!__atomic_compare_exchange_n(&queue, &m->next, m, 1, __ATOMIC_RELEASE, __ATOMIC_RELAXED)) {}
    __atomic_fetch_add(&queued, 1, __ATOMIC_RELEASE);
    futex_wake(&queued);
}

/* Waits for bodies; a list by next, newest first. */
EXPORT managed *rustrt_managed_accept(void) {
    for (;;) {
        uint32_t seen = __atomic_load_n(&queued, __ATOMIC_ACQUIRE);
        managed *list = __atomic_exchange_n(&queue, NULL, __ATOMIC_ACQUIRE);
        if (list) return list;
        futex_wait(&queued, seen);
    }
}

/* ---- the thread's half */

EXPORT void rustrt_managed_call(managed *m) {
    m->request = REQUEST_CALL;
    give(m, TURN_TASK);
    await(m, TURN_THREAD);
}

EXPORT void rustrt_managed_finish(managed *m) {
    m->request = REQUEST_DONE;
    give(m, TURN_TASK);
}

EXPORT void rustrt_managed_await(managed *m) { await(m, TURN_THREAD); }

/* ---- the task's half */

typedef struct { uint64_t a, b; } two_words; /* rax and rdx: also a small struct by value */

static void call(void *argument) {
    managed *m = argument;
    uint64_t *a = m->arguments;
    two_words result = ((two_words (*)(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t))m->fn)(a[0], a[1], a[2], a[3], a[4], a[5]);
    m->result[0] = result.a;
    m->result[1] = result.b;
}

/* Until the thread has finished. */
static void serve(managed *m) {
    for (;;) {
        await(m, TURN_TASK);
        if (m->request == REQUEST_DONE) return;
        if (m->on_task_stack && m->on_c) api.on_rust_stack(m, (void *)call);
        else if (m->on_task_stack || m->on_c) call(m);
        else api.on_c_stack(m, (void *)call);
        give(m, TURN_THREAD);
    }
}

static void refuse_second_failure(managed **m) {
    if ((*m)->request == REQUEST_DONE) return;
    fprintf(stderr, "rustrt: a task body in C# failed again while its first failure was passing through it\n");
    abort(); /* as a destructor that throws while unwinding does */
}

static void pass_failure(managed **passed) {
    managed *m = *passed;
    if (m->request == REQUEST_DONE) return;
    managed *second __attribute__((cleanup(refuse_second_failure))) = m;
    m->failed = 1;
    give(m, TURN_THREAD);
    serve(second);
}

static void run(managed *m, int kind, int has_thread) {
    managed *guarded __attribute__((cleanup(pass_failure))) = m;
    m->kind = (uint32_t)kind;
    m->request = REQUEST_CALL;
    if (has_thread) {
        give(m, TURN_THREAD);
    } else {
        m->turn = TURN_THREAD;
        enqueue(m);
    }
    serve(guarded);
}

/* ---- what tasks are given in the place of C# functions */

static managed *of_box(void *body) { return *(managed **)body; }

static void drop(void *ret, void *env, const type_desc **tds, void *body) {
    (void)ret, (void)env, (void)tds;
    managed *m = of_box(body);
    run(m, KIND_DROP, 1);
    free(m);
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)arg;
    run(of_box(env + 1), KIND_BODY, 0);
}

static void entry(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    managed m = {0};
    run(&m, KIND_ENTRY, 0);
}

static void cleanup(void *data) {
    managed m = {.on_c = 1, .data = data, .task = api.get_task()};
    run(&m, KIND_CLEANUP, 0);
}

static void annihilate(void) {
    managed m = {0};
    run(&m, KIND_ANNIHILATE, 0);
}

static void exit_runner(void *ret, rust_opaque_box *env, void *functions) {
    (void)ret, (void)env;
    managed m = {.data = functions};
    run(&m, KIND_EXIT, 0);
}

static void nothing(void) {}

static const type_desc box_type = {.size = sizeof(managed *), .align = sizeof(managed *), .drop = drop};

/* A box of the exchange heap that becomes the environment of `body`; the caller counts it. Its drop glue, which the runtime
 * calls at the end whatever the end was, is where the caller's own environment is dropped. NULL: out of memory. */
EXPORT rust_opaque_box *rustrt_managed_box(uint64_t token) {
    managed *m = calloc(1, sizeof *m);
    rust_opaque_box *box = malloc(sizeof *box + sizeof m);
    if (!m || !box) {
        free(m);
        free(box);
        return NULL;
    }
    m->token = token;
    *box = (rust_opaque_box){-1, (type_desc *)&box_type, NULL, NULL};
    *(managed **)(box + 1) = m;
    return box;
}

/* The functions of librustrt.so that this file needs, and its own that C# needs. */
EXPORT void rustrt_managed_connect(void *on_c_stack, void *on_rust_stack, void *get_task, void **ours) {
    *(void **)&api.on_c_stack = on_c_stack;
    *(void **)&api.on_rust_stack = on_rust_stack;
    *(void **)&api.get_task = get_task;
    void *functions[] = {(void *)body, (void *)entry, (void *)cleanup, (void *)annihilate, (void *)exit_runner, (void *)nothing};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) ours[i] = functions[i];
}
