/* The C API of librustcore.so: the library half of the runtime of February 2013 (docs/legacy/legacy-runtime.md section 11),
 * built over rustrt.h alone. Programs of that time lived on it: they spawned through task groups, talked through pipes and
 * did their I/O on a task of its own; few of them called rustrt.h themselves.
 *
 * Unless said otherwise a function is called on the Rust stack of a task and hops to the C stack by itself. Where it says
 * "fails", the calling task fails: its stack is unwound, so that callers in C are compiled with -fexceptions.
 * Annotations are those of rustrt.h. pipes and task-groups will be units of the switch; therefore their types are opaque.
 *
 * Values (what pipes carry, what an exclusive holds) are bytes described by a type_desc: size and align count, drop glue
 * (may be NULL) destroys a value in place. A value that is given away is moved: its bytes are copied and the giver forgets
 * them. Descriptors must outlive every value. */
#ifndef RUSTCORE_H
#define RUSTCORE_H
#include "rustrt.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An owned closure. Its owner calls drop (may be NULL) exactly once, also when call was never called; call may be called
 * once at most. Both run on the Rust stack of the task that owns it by then. */
typedef struct rustcore_closure {
    void (*call)(void *env);
    void *env;
    void (*drop)(void *env);
} rustcore_closure;

/* A borrowed closure: runs in place, before the function that takes it returns; may fail. */
typedef void (*rustcore_block)(void *env);

/* ---- start: what the compiler-made main did */

/* Core's crate map: its modules and its annihilator. A program with a map of its own names this one among its children and
 * rustcore_annihilate as its annihilator. Being the first dependency it is skipped by the old walk, so that its modules
 * stay silent (section 10). */
extern const crate_map rustcore_crate_map;

/* Drops and frees every managed box of the current task: counts are set high, then glue runs for all, then all are freed.
 * Runtimes call it at the end of each task, on the Rust stack. */
RUSTRT_API("start", "task", "no")
void rustcore_annihilate(void);

/* rust_start with this main task and a crate map made of rustcore_crate_map and the given modules (may be NULL, ends with a
 * NULL name). Any thread without a task. The result is the exit status. */
RUSTRT_API("start", "global", "no")
int rustcore_start(rustcore_closure main, int argc, char **argv, const mod_entry *modules);

/* ---- task-groups: spawning, failure, killing */

typedef enum rustcore_linkage {
    RUSTCORE_LINKED,     /* the spawner's group: one fails, all fail */
    RUSTCORE_SUPERVISED, /* a group of its own that dies with the spawner's, not the other way round */
    RUSTCORE_UNLINKED    /* neither */
} rustcore_linkage;

typedef enum rustcore_sched_mode {
    RUSTCORE_DEFAULT_SCHEDULER,  /* the kernel's default scheduler, whatever the parent's */
    RUSTCORE_CURRENT_SCHEDULER,
    RUSTCORE_EXISTING_SCHEDULER, /* argument: its id */
    RUSTCORE_PLATFORM_THREAD,
    RUSTCORE_SINGLE_THREADED,
    RUSTCORE_THREAD_PER_CORE,    /* RUST_THREADS threads */
    RUSTCORE_THREAD_PER_TASK,    /* fails the spawner: never implemented */
    RUSTCORE_MANUAL_THREADS      /* argument: the number of threads; 0 fails the spawner */
} rustcore_sched_mode;

/* What a notification port receives, as one int32_t. */
typedef enum rustcore_task_result { RUSTCORE_SUCCESS, RUSTCORE_FAILURE } rustcore_task_result;

typedef struct rustcore_builder rustcore_builder; /* the options of one spawn */
typedef struct rustcore_port rustcore_port;
typedef struct rustcore_chan rustcore_chan;

/* Linked, on the default scheduler, without notification. It spawns one task; any use after that but the drop fails.
 * Exchange memory, so a builder that is not dropped is a leak at exit. */
RUSTRT_API("task-groups", "task", "no")
rustcore_builder *rustcore_builder_new(void);
RUSTRT_API("task-groups", "task", "no")
void rustcore_builder_drop(rustcore_builder *builder);
RUSTRT_API("task-groups", "task", "no")
void rustcore_builder_linkage(rustcore_builder *builder, rustcore_linkage linkage);
RUSTRT_API("task-groups", "task", "no")
void rustcore_builder_scheduler(rustcore_builder *builder, rustcore_sched_mode mode, uintptr_t argument);
/* The port of a fresh stream on which the task's end is told, once; the caller owns it. A second call fails. */
RUSTRT_API("task-groups", "task", "no")
rustcore_port *rustcore_builder_future_result(rustcore_builder *builder);
/* Takes the body whether it fails or not. */
RUSTRT_API("task-groups", "task", "no")
void rustcore_builder_spawn(rustcore_builder *builder, rustcore_closure body);

/* The usual three, and the one for a scheduler of its own. */
RUSTRT_API("task-groups", "task", "no")
void rustcore_spawn(rustcore_closure body);
RUSTRT_API("task-groups", "task", "no")
void rustcore_spawn_supervised(rustcore_closure body);
RUSTRT_API("task-groups", "task", "no")
void rustcore_spawn_unlinked(rustcore_closure body);
RUSTRT_API("task-groups", "task", "no")
void rustcore_spawn_sched(rustcore_sched_mode mode, uintptr_t argument, rustcore_closure body);
/* Runs body in a supervised task and waits for its end. True: it succeeded. The body leaves its result where its
 * environment says. */
RUSTRT_API("task-groups", "task", "yes")
bool rustcore_try(rustcore_closure body);

/* Fails when the task was killed, with the text "killed", unless it is failing already. */
RUSTRT_API("task-groups", "task", "yes")
void rustcore_yield(void);
/* rust_upcall_fail; does not return. text may be NULL: then nothing is printed. */
RUSTRT_API("task-groups", "task", "no")
void rustcore_fail(const char *text, const char *file, size_t line);
/* True from the moment the task began to fail. */
RUSTRT_API("task-groups", "task", "no")
bool rustcore_failing(void);
RUSTRT_API("task-groups", "task", "no")
rust_task_id rustcore_get_task(void);
RUSTRT_API("task-groups", "task", "no")
rust_sched_id rustcore_get_scheduler(void);

/* The block runs with kills held back; they nest. rekillable only inside unkillable (aborts otherwise). atomically also
 * forbids to yield: a yield or wait inside fails or aborts as rust_task_inhibit_yield says. All restore on unwinding. */
RUSTRT_API("task-groups", "task", "yes")
void rustcore_unkillable(rustcore_block block, void *env);
RUSTRT_API("task-groups", "task", "yes")
void rustcore_rekillable(rustcore_block block, void *env);
RUSTRT_API("task-groups", "task", "no")
void rustcore_atomically(rustcore_block block, void *env);

/* ---- pipes */

typedef struct rustcore_packet rustcore_packet; /* state, blocked task and room for one value, in a counted buffer */
typedef struct rustcore_chan_one rustcore_chan_one;
typedef struct rustcore_port_one rustcore_port_one;
typedef struct rustcore_shared_chan rustcore_shared_chan;
typedef struct rustcore_port_set rustcore_port_set;

/* Packets, for protocols of one's own. A packet has one sender and one receiver; each must end by sending or receiving, or by
 * terminating its side, and must not touch the packet afterwards. new gives a packet with both sides open. A NULL value or out
 * is fine where the type has size 0. */
RUSTRT_API("pipes", "task", "no")
rustcore_packet *rustcore_packet_new(const type_desc *type);
/* Moves *value in. False: the receiver had gone, the value was dropped. Fails with "duplicate send" on a full packet. */
RUSTRT_API("pipes", "task", "no")
bool rustcore_packet_send(rustcore_packet *packet, void *value);
/* Moves the value out and ends the receiver's side. False: the sender had gone. Fails with "killed" when killed while waiting
 * (the packet is terminated then), and with "blocking on already blocked packet" when another receiver waits, who is not
 * disturbed: the packet stays his. */
RUSTRT_API("pipes", "task", "yes")
bool rustcore_packet_try_recv(rustcore_packet *packet, void *out);
/* Whether a receive would find a value. Fails on a blocked packet. */
RUSTRT_API("pipes", "task", "no")
bool rustcore_packet_peek(rustcore_packet *packet);
RUSTRT_API("pipes", "task", "no")
void rustcore_packet_sender_terminate(rustcore_packet *packet);
RUSTRT_API("pipes", "task", "no")
void rustcore_packet_receiver_terminate(rustcore_packet *packet);

/* One-shot: one value, then both ends are gone. The ends are owned; each function that uses one consumes it. */
RUSTRT_API("pipes", "task", "no")
void rustcore_oneshot(const type_desc *type, rustcore_port_one **port, rustcore_chan_one **chan);
RUSTRT_API("pipes", "task", "no")
void rustcore_send_one(rustcore_chan_one *chan, void *value); /* ignores a closed receiver */
RUSTRT_API("pipes", "task", "no")
bool rustcore_try_send_one(rustcore_chan_one *chan, void *value);
RUSTRT_API("pipes", "task", "yes")
void rustcore_recv_one(rustcore_port_one *port, void *out); /* fails with "connection closed" */
RUSTRT_API("pipes", "task", "yes")
bool rustcore_try_recv_one(rustcore_port_one *port, void *out);
RUSTRT_API("pipes", "task", "no")
bool rustcore_peek_one(rustcore_port_one *port); /* does not consume */
RUSTRT_API("pipes", "task", "no")
void rustcore_chan_one_drop(rustcore_chan_one *chan);
RUSTRT_API("pipes", "task", "no")
void rustcore_port_one_drop(rustcore_port_one *port);

/* Streams: unbounded, in order, one producer and one consumer. A send never blocks. An end that has found the other one gone
 * is empty: using it again fails, dropping it is fine. */
RUSTRT_API("pipes", "task", "no")
void rustcore_stream(const type_desc *type, rustcore_port **port, rustcore_chan **chan);
RUSTRT_API("pipes", "task", "no")
void rustcore_send(rustcore_chan *chan, void *value); /* ignores a closed receiver */
RUSTRT_API("pipes", "task", "no")
bool rustcore_try_send(rustcore_chan *chan, void *value);
RUSTRT_API("pipes", "task", "yes")
void rustcore_recv(rustcore_port *port, void *out); /* fails with "connection closed" */
RUSTRT_API("pipes", "task", "yes")
bool rustcore_try_recv(rustcore_port *port, void *out);
RUSTRT_API("pipes", "task", "no")
bool rustcore_peek(rustcore_port *port);
RUSTRT_API("pipes", "task", "no")
void rustcore_chan_drop(rustcore_chan *chan);
RUSTRT_API("pipes", "task", "no")
void rustcore_port_drop(rustcore_port *port);

/* A chan that many tasks send on, behind a little lock. new takes the chan; each clone is owned and dropped by itself. */
RUSTRT_API("pipes", "task", "no")
rustcore_shared_chan *rustcore_shared_chan_new(rustcore_chan *chan);
RUSTRT_API("pipes", "task", "no")
rustcore_shared_chan *rustcore_shared_chan_clone(rustcore_shared_chan *chan);
RUSTRT_API("pipes", "task", "no")
void rustcore_shared_chan_send(rustcore_shared_chan *chan, void *value);
RUSTRT_API("pipes", "task", "no")
bool rustcore_shared_chan_try_send(rustcore_shared_chan *chan, void *value);
RUSTRT_API("pipes", "task", "no")
void rustcore_shared_chan_drop(rustcore_shared_chan *chan);

/* Many ports received from as one. Closed ports leave the set; a receive fails, or returns false, when none is left. */
RUSTRT_API("pipes", "task", "no")
rustcore_port_set *rustcore_port_set_new(const type_desc *type);
RUSTRT_API("pipes", "task", "no")
void rustcore_port_set_add(rustcore_port_set *set, rustcore_port *port); /* takes the port */
/* A fresh stream whose port is in the set; the caller owns the chan. */
RUSTRT_API("pipes", "task", "no")
rustcore_chan *rustcore_port_set_chan(rustcore_port_set *set);
RUSTRT_API("pipes", "task", "yes")
void rustcore_port_set_recv(rustcore_port_set *set, void *out);
RUSTRT_API("pipes", "task", "yes")
bool rustcore_port_set_try_recv(rustcore_port_set *set, void *out);
RUSTRT_API("pipes", "task", "no")
bool rustcore_port_set_peek(rustcore_port_set *set);
RUSTRT_API("pipes", "task", "no")
void rustcore_port_set_drop(rustcore_port_set *set);

/* Waits until one of the ports has a value or is closed; its index. Of several the lowest that was ready on entry, else the
 * one whose event came last. count 0 fails. A task that is killed while it waits leaves the packets blocked; they go when it
 * drops the ports. */
RUSTRT_API("pipes", "task", "yes")
size_t rustcore_select(rustcore_port *const *ports, size_t count);
RUSTRT_API("pipes", "task", "yes")
size_t rustcore_select_one(rustcore_port_one *const *ports, size_t count);
/* The same over receiving sides of packets, whatever they belong to. */
RUSTRT_API("pipes", "task", "yes")
size_t rustcore_select_packets(rustcore_packet *const *packets, size_t count);
/* The packet that the next value comes in, to select over: borrowed, until the port is received from. */
RUSTRT_API("pipes", "task", "no")
rustcore_packet *rustcore_port_packet(rustcore_port *port);
RUSTRT_API("pipes", "task", "no")
rustcore_packet *rustcore_port_one_packet(rustcore_port_one *port);

/* ---- local-data: task-local data by key */

/* Managed boxes, as upcall_malloc makes them: the body follows the header. take and drop count references; the last drop
 * runs the descriptor's glue and frees. Own task only. */
RUSTRT_API("local-data", "task", "no")
rust_opaque_box *rustcore_box_new(type_desc *type);
RUSTRT_API("local-data", "task", "no")
rust_opaque_box *rustcore_box_take(rust_opaque_box *box);
RUSTRT_API("local-data", "task", "no")
void rustcore_box_drop(rust_opaque_box *box);

/* The key is an address that is the caller's own, say of a function. Slots are searched in order, the first free one is
 * reused, and they are destroyed in that order when the task ends. Not inherited by children. */
RUSTRT_API("local-data", "task", "no")
rust_opaque_box *rustcore_local_get(const void *key); /* a reference more, or NULL */
RUSTRT_API("local-data", "task", "no")
rust_opaque_box *rustcore_local_pop(const void *key); /* the map's own reference, or NULL */
RUSTRT_API("local-data", "task", "no")
void rustcore_local_set(const void *key, rust_opaque_box *value); /* the reference goes to the map; drops the old value */
/* Replaces the value by what f returns for it; either may be NULL. f takes and gives references. */
RUSTRT_API("local-data", "task", "no")
void rustcore_local_modify(const void *key, rust_opaque_box *(*f)(rust_opaque_box *value, void *env), void *env);

/* ---- shared-state: what several tasks hold */

typedef struct rustcore_exclusive rustcore_exclusive; /* one reference to data behind a little lock */
typedef struct rustcore_shared_state rustcore_shared_state; /* one reference to data without a lock */

/* A little lock held over the block, atomically: no yield or receive inside. */
RUSTRT_API("shared-state", "task", "no")
void rustcore_little_lock(rust_lock *lock, rustcore_block block, void *env);

RUSTRT_API("shared-state", "task", "no")
rustcore_exclusive *rustcore_exclusive_new(const type_desc *type, void *value); /* moves the value in */
RUSTRT_API("shared-state", "task", "no")
rustcore_exclusive *rustcore_exclusive_clone(rustcore_exclusive *x);
RUSTRT_API("shared-state", "task", "no")
void rustcore_exclusive_drop(rustcore_exclusive *x);
/* Runs f with the lock held. A failure inside poisons the data: whoever enters later fails. */
RUSTRT_API("shared-state", "task", "no")
void rustcore_exclusive_with(rustcore_exclusive *x, void (*f)(void *data, void *env), void *env);
/* Waits until this is the last reference, then moves the data out. A second unwrapper fails; so does a poisoned one. */
RUSTRT_API("shared-state", "task", "yes")
void rustcore_exclusive_unwrap(rustcore_exclusive *x, void *out);

RUSTRT_API("shared-state", "task", "no")
rustcore_shared_state *rustcore_shared_state_new(const type_desc *type, void *value);
RUSTRT_API("shared-state", "task", "no")
rustcore_shared_state *rustcore_shared_state_clone(rustcore_shared_state *state);
RUSTRT_API("shared-state", "task", "no")
void *rustcore_shared_state_get(rustcore_shared_state *state); /* borrowed */
RUSTRT_API("shared-state", "task", "no")
void rustcore_shared_state_drop(rustcore_shared_state *state);
RUSTRT_API("shared-state", "task", "yes")
void rustcore_shared_state_unwrap(rustcore_shared_state *state, void *out);

/* ---- global-map: one value per key and kernel */

typedef struct rustcore_global_type {
    void *(*clone)(void *value);
    void (*destroy)(void *value);
} rustcore_global_type;

/* All callbacks run under the one lock of the map: nesting waits for itself for ever, failing poisons all globals. Values are
 * destroyed by an exit function; use after that crashes. */
RUSTRT_API("global-map", "task", "no")
void *rustcore_global_clone_or_create(const void *key, const rustcore_global_type *type, void *(*create)(void *env), void *env);
RUSTRT_API("global-map", "task", "no")
void *rustcore_global_clone(const void *key); /* NULL: there is none */
/* f gets the value or NULL and gives the new one or NULL. */
RUSTRT_API("global-map", "task", "no")
void rustcore_global_modify(const void *key, const rustcore_global_type *type, void *(*f)(void *value, void *env), void *env);

/* ---- exit-functions and weak tasks */

/* Run at shutdown, in random order, each in a supervised task. Registering from one of them is an assertion. */
RUSTRT_API("exit-functions", "task", "no")
void rustcore_at_exit(rustcore_closure f);

/* Runs f while this task does not keep the runtime alive. The port gets one empty message when the runtime shuts down; an f
 * that ignores it hangs the exit. The port is borrowed: f selects over it (rustcore_select_one) and does not receive. */
RUSTRT_API("weak-task-service", "task", "yes")
void rustcore_weaken(void (*f)(rustcore_port_one *shutdown, void *env), void *env);

/* ---- bare-threads */

/* Runs the block on an OS thread outside any task and waits for it, holding a thread of the scheduler. */
RUSTRT_API("bare-threads", "task", "yes")
void rustcore_run_in_bare_thread(rustcore_block block, void *env);

/* ---- io-tasks: off-thread I/O */

typedef struct rustcore_iotask rustcore_iotask; /* one owned reference: async handle and shared sender */

/* A loop on a task of its own, on a scheduler with one thread. Ends when exit was called; every clone is dropped by itself. */
RUSTRT_API("io-tasks", "task", "yes")
rustcore_iotask *rustcore_iotask_spawn(void);
/* The loop that all share: made at first use, unlinked and weak, torn down at shutdown. The caller owns the reference. */
RUSTRT_API("io-tasks", "task", "yes")
rustcore_iotask *rustcore_iotask_global(void);
RUSTRT_API("io-tasks", "task", "no")
rustcore_iotask *rustcore_iotask_clone(rustcore_iotask *io);
RUSTRT_API("io-tasks", "task", "no")
void rustcore_iotask_drop(rustcore_iotask *io);
/* Runs f(loop, env) on the loop's thread, soon, on the Rust stack of the I/O task, where a failure aborts. Does not wait;
 * f replies over pipes. drop (may be NULL) gets env exactly once: after f, or instead of it where the loop has ended. */
RUSTRT_API("io-tasks", "task", "no")
void rustcore_iotask_interact(rustcore_iotask *io, void (*f)(void *loop, void *env), void *env, void (*drop)(void *env));
/* Asks the loop to end. Any handle still open then aborts. */
RUSTRT_API("io-tasks", "task", "no")
void rustcore_iotask_exit(rustcore_iotask *io);

/* ---- timers; milliseconds */

RUSTRT_API("timers", "task", "yes")
void rustcore_timer_sleep(rustcore_iotask *io, uint32_t milliseconds);
/* Sends the value when the time has passed; does not wait. Takes chan and value. */
RUSTRT_API("timers", "task", "no")
void rustcore_timer_delayed_send(rustcore_iotask *io, uint32_t milliseconds, rustcore_chan *chan, const type_desc *type, void *value);
/* False: nothing came in time. Fails when the port is closed. */
RUSTRT_API("timers", "task", "yes")
bool rustcore_timer_recv_timeout(rustcore_iotask *io, uint32_t milliseconds, rustcore_port *port, void *out);

/* ---- tcp */

typedef struct rustcore_tcp_socket rustcore_tcp_socket;
typedef struct rustcore_tcp_connection rustcore_tcp_connection; /* offered to a listener, not yet accepted */

typedef struct rustcore_tcp_error { /* as rust_uv_err_name and rust_uv_strerror give them; static text */
    const char *name, *message;
} rustcore_tcp_error;

typedef struct rustcore_bytes { /* an exchange block; NULL when size is 0 */
    uint8_t *data;
    size_t size;
} rustcore_bytes;
RUSTRT_API("tcp", "task", "no")
void rustcore_bytes_drop(rustcore_bytes bytes);

/* One arrival of a read: bytes, or an error (name not NULL; "EOF" at the end). What rustcore_tcp_read_start's port carries. */
typedef struct rustcore_tcp_read_result {
    rustcore_bytes bytes;
    rustcore_tcp_error error;
} rustcore_tcp_read_result;

typedef union rustcore_ip {
    struct sockaddr address;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} rustcore_ip;

/* False: not an address of either family. The port is in host order. */
RUSTRT_API("tcp", "task", "no")
bool rustcore_ip_parse(const char *text, uint16_t port, rustcore_ip *out);
/* Its text without the port; false where there is no room (46 bytes are enough). */
RUSTRT_API("tcp", "task", "no")
bool rustcore_ip_format(const rustcore_ip *address, char *text, size_t size);
/* Resolves a name: an exchange block with *count addresses, dropped as rustcore_bytes; NULL with *error. */
RUSTRT_API("tcp", "task", "yes")
rustcore_ip *rustcore_ip_resolve(rustcore_iotask *io, const char *node, size_t *count, rustcore_tcp_error *error);

/* Functions that return a socket or bool give NULL or false with *error. A socket belongs to one task at a time; drop closes. */
RUSTRT_API("tcp", "task", "yes")
rustcore_tcp_socket *rustcore_tcp_connect(rustcore_iotask *io, const rustcore_ip *address, rustcore_tcp_error *error);
/* Binds and listens until kill is called; returns false when that went wrong or the listener ended by an error. established (may
 * be NULL) is called once when the listener is up, on this task; connection for each arrival, on the loop's thread, where
 * blocking stops the loop: it hands the connection to a task that accepts. kill (an end of a shared channel of
 * rustcore_tcp_error, name NULL for a wanted end) is what both get to end the listener with; borrowed, clone it to keep it. */
RUSTRT_API("tcp", "task", "yes")
bool rustcore_tcp_listen(rustcore_iotask *io, const rustcore_ip *address, int backlog,
                         void (*established)(rustcore_shared_chan *kill, void *env),
                         void (*connection)(rustcore_tcp_connection *connection, rustcore_shared_chan *kill, void *env), void *env,
                         rustcore_tcp_error *error);
/* Takes the connection. Any task. */
RUSTRT_API("tcp", "task", "yes")
rustcore_tcp_socket *rustcore_tcp_accept(rustcore_tcp_connection *connection, rustcore_tcp_error *error);
/* Refuses it: closes. */
RUSTRT_API("tcp", "task", "no")
void rustcore_tcp_connection_drop(rustcore_tcp_connection *connection);
RUSTRT_API("tcp", "task", "yes")
bool rustcore_tcp_write(rustcore_tcp_socket *socket, const void *data, size_t size, rustcore_tcp_error *error);
/* The port of arrivals until read_stop; the caller owns it. */
RUSTRT_API("tcp", "task", "yes")
rustcore_port *rustcore_tcp_read_start(rustcore_tcp_socket *socket, rustcore_tcp_error *error);
RUSTRT_API("tcp", "task", "yes")
bool rustcore_tcp_read_stop(rustcore_tcp_socket *socket, rustcore_tcp_error *error);
/* One arrival. milliseconds 0: no limit; else an error named TIMEOUT. */
RUSTRT_API("tcp", "task", "yes")
bool rustcore_tcp_read(rustcore_tcp_socket *socket, uint32_t milliseconds, rustcore_bytes *out, rustcore_tcp_error *error);
RUSTRT_API("tcp", "task", "no")
void rustcore_tcp_peer(rustcore_tcp_socket *socket, rustcore_ip *out);
RUSTRT_API("tcp", "task", "yes")
void rustcore_tcp_drop(rustcore_tcp_socket *socket);

#ifdef __cplusplus
}
#endif
#endif
