// Services of a few functions: filesystem, process, standard streams.
#include "harness.h"
#include <csignal>
#include <cstring>
#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
using namespace harness;

static rust_str *string(const char *text) {
    size_t size = strlen(text) + 1;
    auto *s = static_cast<rust_str *>(rust_uv_current_kernel_malloc(sizeof(rust_str) + size));
    s->fill = s->alloc = size;
    memcpy(s->data, text, size);
    return s;
}

START(paths_are_looked_at, exits(0)) {
    char root[] = "/", passwd[] = "/etc/passwd", none[] = "/no/such/path";
    CHECK(rust_path_is_dir(root) && !rust_path_is_dir(passwd) && !rust_path_is_dir(none));
    CHECK(rust_path_exists(root) && rust_path_exists(passwd) && !rust_path_exists(none));
}

CASE(working_directory_is_an_exchange_string, exits(0)) {
    on_c([] {
        char expected[4096];
        CHECK(getcwd(expected, sizeof expected));
        rust_str *path = rust_getcwd();
        CHECK(!strcmp(reinterpret_cast<char *>(path->data), expected) && path->fill == strlen(expected) + 1);
        rust_uv_current_kernel_free(path);
    });
}

static void lose_working_directory() {
    char path[] = "/tmp/rustrt-test-XXXXXX";
    CHECK(mkdtemp(path) && !chdir(path) && !rmdir(path));
}

CASE(a_lost_directory_fails_the_task_silently_on_the_rust_stack, exits(101).no_err("task failed at")) {
    on_c([] { lose_working_directory(); });
    rust_getcwd();
}

CASE(a_lost_directory_aborts_through_the_shim, aborts("Foreign code threw an exception")) {
    on_c([] {
        lose_working_directory();
        rust_getcwd();
    });
}

CASE(listing_has_the_dot_entries, exits(0)) {
    on_c([] {
        rust_str *root = string("/");
        rust_vec_box *list = rust_list_files(root), *again = rust_list_files2(&root);
        CHECK(list->fill == again->fill && list->fill == list->alloc);
        bool dot = false, dots = false;
        for (rust_vec_box *each : {list, again}) {
            auto **names = reinterpret_cast<rust_str **>(each->data);
            for (size_t i = 0; i < each->fill / 8; i++) {
                dot |= !strcmp(reinterpret_cast<char *>(names[i]->data), ".");
                dots |= !strcmp(reinterpret_cast<char *>(names[i]->data), "..");
                rust_uv_current_kernel_free(names[i]);
            }
            rust_uv_current_kernel_free(each);
        }
        CHECK(dot && dots);
        rust_uv_current_kernel_free(root);
    });
}

CASE(a_missing_directory_lists_nothing, exits(0)) {
    on_c([] {
        rust_str *path = string("/no/such/path");
        rust_vec_box *list = rust_list_files(path);
        CHECK(list->fill == 0);
        rust_uv_current_kernel_free(list);
        rust_uv_current_kernel_free(path);
    });
}

START(a_program_is_run_with_its_environment_directory_and_descriptors, exits(0)) {
    int ends[2];
    CHECK(!pipe(ends));
    const char *argv[] = {"sh", "-c", "echo $WORD $(pwd)", nullptr};
    char word[] = "WORD=given", path[] = "PATH=/bin:/usr/bin";
    char *envp[] = {word, path, nullptr};
    int pid = rust_run_program(argv, envp, "/", 0, ends[1], 0);
    CHECK(pid > 0);
    close(ends[1]);
    char text[64] = {};
    CHECK(read(ends[0], text, sizeof text - 1) > 0);
    CHECK(!strcmp(text, "given /\n"));
    int status;
    CHECK(waitpid(pid, &status, 0) == pid && status == 0);
}

START(a_program_that_cannot_be_run_exits_1, exits(0)) {
    const char *argv[] = {"/no/such/program", nullptr};
    int pid = rust_run_program(argv, nullptr, nullptr, 0, 0, 0), status;
    CHECK(waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 1);
}

START(process_wait_is_a_stub, exits(0)) {
    CHECK(rust_process_wait(12345) == 0);
}

START(a_breakpoint_is_survived, exits(0)) {
    rust_dbg_breakpoint();
    raise(SIGTRAP);
}

START(standard_streams_are_the_c_librarys, exits(0)) {
    CHECK(rust_get_stdin() == stdin && rust_get_stdout() == stdout && rust_get_stderr() == stderr);
}
