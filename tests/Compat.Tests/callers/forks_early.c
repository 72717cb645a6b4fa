/* Forks while another thread makes the first call of the library, whose decision lasts until the fork has begun: forks_early CHILD.
 * What the child calls: time or path. Ends with the child's status. */
#define _GNU_SOURCE
#include "rustrt.h"
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t loading, forking;

static void decision_lasts(void) {
    sem_post(&loading);
    sem_wait(&forking);
}

/* In place of the C library's: what the router calls before it loads the new side. */
int sigaction(int number, const struct sigaction *wanted, struct sigaction *old) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    int (*real)(int, const struct sigaction *, struct sigaction *);
    *(void **)&real = dlsym(RTLD_NEXT, "sigaction");
    if (number == SIGPIPE) pthread_once(&once, decision_lasts);
    return real(number, wanted, old);
}

/* Registered after the router's, so it runs before it. */
static void before_fork(void) { sem_post(&forking); }

static void tell_time(void) {
    int64_t seconds = 0;
    int32_t nanoseconds = 0;
    get_time(&seconds, &nanoseconds);
    if (seconds <= 0) abort();
}

static void *first_call(void *unused) {
    tell_time();
    return unused;
}

static void child(const char *what) {
    static char folder[] = "/";
    if (!strcmp(what, "time")) tell_time();
    else rust_path_exists(folder);
    _exit(45);
}

int main(int argc, char **argv) {
    pthread_t thread;
    int ended = 0;
    if (argc != 2 || sem_init(&loading, 0, 0) || sem_init(&forking, 0, 0) || pthread_atfork(before_fork, NULL, NULL)) return 2;
    if (pthread_create(&thread, NULL, first_call, NULL) || sem_wait(&loading)) return 2;
    int pid = fork();
    if (!pid) child(argv[1]);
    if (pid < 0 || waitpid(pid, &ended, 0) != pid || pthread_join(thread, NULL)) return 2;
    tell_time();
    puts("the parent goes on");
    return WIFSIGNALED(ended) ? 128 + WTERMSIG(ended) : WEXITSTATUS(ended);
}
