/* A caller that forks by itself: forks WHERE CHILD. WHERE the fork is made: in a task on its C stack (task), on a thread without a
 * task while the runtime lives (thread). The parent waits for the child, uses the runtime, and ends with the child's status. */
#ifdef PIPES
#include "rustcore.h"
#endif
#include "rustrt.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *where, *what;
static int status;
static int is_child;
static char folder[] = "/";
static char *const program[] = {"sh", "-c", "exit 42", NULL};

#ifdef PIPES
static const type_desc word = {sizeof(long), _Alignof(long), NULL, NULL, NULL, NULL, NULL, NULL};
static rustcore_port_one *port;
static rustcore_chan_one *chan;
static const char key;

static void nothing(void *unused) { (void)unused; }
#endif

static void say(const char *text) {
    puts(text);
    fflush(stdout);
}

static void at_exit_in_child(void) {
    if (is_child) say("the child's exit function");
}

static void execute(void *unused) {
    (void)unused;
    execvp(program[0], program);
}

static void time_functions(void) {
    int64_t seconds = 0;
    int32_t nanoseconds = 0;
    get_time(&seconds, &nanoseconds);
    if (seconds > 0) say("the child has the time");
}

/* What a child does; true: it goes on as if it were the parent. */
static int child(void) {
    is_child = 1;
    if (!strcmp(what, "exec")) execvp(program[0], program);
    else if (!strcmp(what, "shim")) upcall_call_shim_on_c_stack(NULL, (void *)execute);
    else if (!strcmp(what, "_exit")) _exit(43);
    else if (!strcmp(what, "exit")) exit(44);
    else if (!strcmp(what, "time")) time_functions();
    else if (!strcmp(what, "time,yield")) time_functions(), rust_task_yield(rust_get_task(), NULL);
    else if (!strcmp(what, "path")) rust_path_exists(folder);
    else if (!strcmp(what, "heap")) rust_env_pairs();
#ifdef PIPES
    else if (!strcmp(what, "pipes")) rustcore_oneshot(&word, &port, &chan);
    else if (!strcmp(what, "spawn")) rustcore_spawn((rustcore_closure){nothing, NULL, NULL});
    else if (!strcmp(what, "local")) rustcore_local_get(&key);
    else if (!strcmp(what, "shared")) rustcore_exclusive_new(&word, &(long){1});
    else if (!strcmp(what, "io")) rustcore_iotask_global();
#endif
    else if (!strcmp(what, "native")) rust_get_task();
    else if (!strcmp(what, "log")) rust_log_str(1, "child", 5);
    else if (!strcmp(what, "run")) {
        const char *argv[] = {"true", NULL};
        rust_run_program(argv, NULL, NULL, 0, 0, 0);
    } else if (!strcmp(what, "grandchild")) {
        int pid = fork(), ended = 0;
        if (!pid) rust_path_exists(folder);
        waitpid(pid, &ended, 0);
        _exit(WEXITSTATUS(ended));
    } else if (!strcmp(what, "return")) return 1;
    _exit(45);
}

static int fork_and_wait(void) {
    int pid = fork();
    if (!pid) return child();
    int ended = 0;
    if (pid < 0 || waitpid(pid, &ended, 0) != pid) abort();
    status = WIFSIGNALED(ended) ? 128 + WTERMSIG(ended) : WEXITSTATUS(ended);
    return 0;
}

static void *thread_main(void *unused) {
    (void)unused;
    rust_path_exists(folder); /* seen by the router before it forks */
    fork_and_wait();
    return NULL;
}

static void fork_where_it_is_wanted(void *unused) {
    (void)unused;
    pthread_t thread;
    if (!strcmp(where, "task")) fork_and_wait();
    else if (pthread_create(&thread, NULL, thread_main, NULL) || pthread_join(thread, NULL)) abort();
}

static void use_the_runtime(void *unused) {
    (void)unused;
    int64_t seconds;
    int32_t nanoseconds;
    get_time(&seconds, &nanoseconds);
    rust_path_exists(folder);
    say("the parent goes on");
    rust_set_exit_status(status);
}

static void body(void *ret, rust_opaque_box *env, void *arg) {
    (void)ret, (void)env, (void)arg;
    upcall_call_shim_on_c_stack(NULL, (void *)fork_where_it_is_wanted);
    if (is_child) return;
    rust_task_yield(rust_get_task(), NULL);
    upcall_call_shim_on_c_stack(NULL, (void *)use_the_runtime);
}

static void annihilate(void) {}

int main(int argc, char **argv) {
    static const mod_entry modules[] = {{NULL, NULL}};
    static struct { crate_map map; void *end[2]; } crate = {{1, (void *)annihilate, modules}, {NULL, NULL}};
    if (argc != 3) return 2;
    where = argv[1], what = argv[2];
    atexit(at_exit_in_child);
    return rust_start((uintptr_t)body, argc, argv, &crate);
}
