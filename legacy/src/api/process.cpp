// The service process but the exit status, which is the kernel's.
#include "rustrt.h"
#include <cassert>
#include <csignal>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace {

// Never returns to the caller's code: runs in the forked child.
[[noreturn]] void become(const char *argv[], void *envp, const char *dir, const int fds[3]) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (int target = 0; target < 3; target++)
        // 0 means: inherit.
        if (fds[target]) dup2(fds[target], target);
    // Up to the whole table: can be slow where it is large.
    for (int fd = getdtablesize() - 1; fd >= 3; fd--) close(fd);
    if (dir) {
        int result = chdir(dir);
        assert(!result && "chdir failed");
    }
    if (envp) environ = static_cast<char **>(envp);
    execvp(argv[0], const_cast<char *const *>(argv));
    exit(1);
}

} // namespace

extern "C" {

int rust_run_program(const char *argv[], void *envp, const char *dir, int fd0, int fd1, int fd2) {
    int pid = fork();
    if (pid != 0) return pid;
    const int fds[3] = {fd0, fd1, fd2};
    become(argv, envp, dir, fds);
}

// Only the runtime for Windows waits here.
int rust_process_wait(int) {
    return 0;
}
}
