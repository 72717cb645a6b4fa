#include "harness.h"
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
using namespace harness;

static int status_of(int pid) {
    int status;
    CHECK(pid > 0 && waitpid(pid, &status, 0) == pid);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

// What a shell that runs this writes into the given descriptor.
static std::string told_by(const char *script, void *envp, const char *dir, int in, int target) {
    int ends[2];
    CHECK(!pipe(ends));
    const char *argv[] = {"sh", "-c", script, nullptr};
    int pid = rust_run_program(argv, envp, dir, in, target == 1 ? ends[1] : 0, target == 2 ? ends[1] : 0);
    close(ends[1]);
    std::string told;
    char text[256];
    for (ssize_t got; (got = read(ends[0], text, sizeof text)) > 0;) told.append(text, got);
    close(ends[0]);
    CHECK(status_of(pid) == 0);
    return told;
}

START(a_program_is_run_in_its_directory_with_its_environment, exits(0)) {
    char word[] = "WORD=given", path[] = "PATH=/bin:/usr/bin";
    char *envp[] = {word, path, nullptr};
    setenv("OTHER", "kept", 1);
    CHECK(told_by("echo $WORD$OTHER $(pwd)", envp, "/usr", 0, 1) == "given /usr\n");
}

START(without_them_it_inherits_both, exits(0)) {
    setenv("OTHER", "kept", 1);
    CHECK(!chdir("/usr"));
    CHECK(told_by("echo $WORD$OTHER $(pwd)", nullptr, nullptr, 0, 1) == "kept /usr\n");
}

START(the_program_is_looked_for_on_the_given_path, exits(0)) {
    char nowhere[] = "PATH=/no/such/path";
    char *envp[] = {nowhere, nullptr};
    const char *argv[] = {"sh", "-c", "exit 7", nullptr};
    CHECK(status_of(rust_run_program(argv, nullptr, nullptr, 0, 0, 0)) == 7);
    CHECK(status_of(rust_run_program(argv, envp, nullptr, 0, 0, 0)) == 1);
}

START(descriptors_become_its_standard_streams, exits(0)) {
    int ends[2];
    CHECK(!pipe(ends) && write(ends[1], "asked\n", 6) == 6);
    close(ends[1]);
    CHECK(told_by("cat", nullptr, nullptr, ends[0], 1) == "asked\n");
    CHECK(told_by("echo wrong >&2", nullptr, nullptr, 0, 2) == "wrong\n");
}

START(zero_inherits_a_stream, exits(0).out("inherited\n")) {
    const char *argv[] = {"sh", "-c", "echo inherited", nullptr};
    CHECK(status_of(rust_run_program(argv, nullptr, nullptr, 0, 0, 0)) == 0);
}

START(all_other_descriptors_are_closed, exits(0)) {
    int high = fcntl(1, F_DUPFD, 200);
    CHECK(high >= 200);
    // ls itself has the directory open.
    CHECK(told_by("ls /proc/self/fd | wc -l", nullptr, nullptr, 0, 1) == "4\n");
}

START(the_signal_mask_is_emptied, exits(0)) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    const char *argv[] = {"sh", "-c", "kill -USR1 $$; exit 3", nullptr};
    CHECK(status_of(rust_run_program(argv, nullptr, nullptr, 0, 0, 0)) == 128 + SIGUSR1);
}

START(a_program_that_cannot_be_run_exits_1, exits(0)) {
    const char *argv[] = {"/no/such/program", nullptr};
    CHECK(status_of(rust_run_program(argv, nullptr, nullptr, 0, 0, 0)) == 1);
}

START(a_directory_that_cannot_be_entered_aborts_the_child, exits(0).err("chdir failed")) {
    const char *argv[] = {"true", nullptr};
    CHECK(status_of(rust_run_program(argv, nullptr, "/no/such/path", 0, 0, 0)) == 134);
}

CASE(a_task_runs_a_program, exits(0)) {
    on_c([] { CHECK(told_by("echo yes", nullptr, nullptr, 0, 1) == "yes\n"); });
}

START(process_wait_is_a_stub, exits(0)) {
    CHECK(rust_process_wait(12345) == 0);
    const char *argv[] = {"sh", "-c", "exit 9", nullptr};
    int pid = rust_run_program(argv, nullptr, nullptr, 0, 0, 0);
    CHECK(rust_process_wait(pid) == 0);
    CHECK(status_of(pid) == 9);
}
