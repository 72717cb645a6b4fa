/* Starting programs. Native, because the child must not run managed code between fork and exec: of a process with a collector
 * and schedulers only the calling thread lives on there. */
#define _GNU_SOURCE
#include "router_api.h"
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* Runs in the child. Descriptor 0 means: inherit. What cannot be executed is an ordinary exit with 1, so that what the parent
 * has left in its buffers is written here as well, as it was. */
static void __attribute__((noreturn)) become(const char *argv[], void *envp, const char *dir, const int fds[3]) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int target = 0; target < 3; target++)
        if (fds[target]) dup2(fds[target], target);
    for (int fd = getdtablesize() - 1; fd >= 3; fd--) close(fd);
    if (dir && chdir(dir) != 0)
        router_assertion("!result && \"chdir failed\"", "rust_run_program.cpp", 0,
                         "int rust_run_program(const char**, void*, const char*, int, int, int)");
    if (envp) environ = envp;
    execvp(argv[0], (char *const *)argv);
    exit(1);
}

HIDDEN int router_native_rust_run_program(const char *argv[], void *envp, const char *dir, int fd0, int fd1, int fd2) {
    int pid = fork();
    if (pid != 0) return pid;
    const int fds[3] = {fd0, fd1, fd2};
    become(argv, envp, dir, fds);
}
