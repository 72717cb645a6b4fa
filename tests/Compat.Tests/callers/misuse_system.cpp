// Misuse (misuse.h), for the services that look at the system: filesystem, process, vectors, debug.
#include "harness.h"
#include <fstream>
#include <cstring>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace harness;

namespace {

type_desc word = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

int exit_status(int pid) {
    int status;
    CHECK(pid > 0 && waitpid(pid, &status, 0) == pid);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

struct unwinding_watch {
    ~unwinding_watch() { print("unwinding %d\n", rust_task_is_unwinding(rust_get_task())); }
};

} // namespace

CASE(a_lost_directory_makes_the_task_unwind, exits(101).out("unwinding 1\n")) {
    unwinding_watch watch;
    on_c([] {
        char path[] = "/tmp/rustrt-test-XXXXXX";
        CHECK(mkdtemp(path) && !chdir(path) && !rmdir(path));
    });
    rust_getcwd();
}

CASE(names_that_are_not_utf8_are_bytes, exits(0)) {
    on_c([] {
        char top[] = "/tmp/rustrt-test-XXXXXX";
        CHECK(mkdtemp(top));
        std::string odd = std::string(top) + "/\xff\xfe";
        CHECK(!mkdir(odd.c_str(), 0700) && rust_path_is_dir(odd.data()) && !chdir(odd.c_str()));
        rust_str *path = rust_getcwd();
        CHECK(path->fill == odd.size() + 1 && odd == reinterpret_cast<char *>(path->data));
        rust_vec_box *list = rust_list_files2(&path);
        CHECK(list->fill == 2 * sizeof(void *));
        for (int i = 0; i < 2; i++) rust_uv_current_kernel_free(reinterpret_cast<void **>(list->data)[i]);
        rust_uv_current_kernel_free(list);
        rust_uv_current_kernel_free(path);
        CHECK(!chdir("/") && !rmdir(odd.c_str()) && !rmdir(top));
    });
}

static std::string ignored_signals() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "SigIgn:") return status >> word, word;
    CHECK(!"no SigIgn");
    return "";
}

// Nothing that serves the API changes what a program of its own would have inherited.
START(a_program_inherits_the_signals_as_they_were, exits(0)) {
    std::string before = ignored_signals(); // whoever started this process may ignore some
    const char *argv[] = {"sh", "-c", "test $(grep SigIgn /proc/self/status | cut -f2) = $0", before.c_str(), nullptr};
    rust_path_exists(const_cast<char *>("/"));
    CHECK(exit_status(rust_run_program(argv, nullptr, nullptr, 0, 0, 0)) == 0);
}

CASE(a_hundred_programs_are_run_by_tasks, exits(0)) {
    on_c([] {
        // A child closes every number up to the limit, however high that is.
        rlimit few = {64, 64};
        CHECK(!setrlimit(RLIMIT_NOFILE, &few));
        const char *argv[] = {"true", nullptr};
        for (int i = 0; i < 100; i++) CHECK(exit_status(rust_run_program(argv, nullptr, nullptr, 0, 0, 0)) == 0);
    });
}

START(a_shared_vector_needs_no_task, exits(0)) {
    auto *v = static_cast<rust_vec_box *>(calloc(1, sizeof(rust_vec_box)));
    vec_reserve_shared(&word, &v, 5);
    CHECK(v->alloc == 40 && v->fill == 0);
    free(v);
}

CASE(the_last_of_many_boxed_vectors_grows_in_its_place, exits(0)) {
    rust_vec_box *all[20];
    for (auto &v : all) {
        v = reinterpret_cast<rust_vec_box *>(upcall_malloc(&word, sizeof(rust_vec_box)));
        v->fill = v->alloc = 0;
    }
    for (auto &v : all) on_c([&] { vec_reserve_shared_actual(&word, &v, 1000); });
    for (int i = 0; i < 20; i++) {
        CHECK(all[i]->alloc == 8000);
        CHECK(all[i]->header.prev == (i < 19 ? &all[i + 1]->header : nullptr));
        CHECK(all[i]->header.next == (i ? &all[i - 1]->header : nullptr));
    }
    for (auto *v : all) upcall_free(v);
}

CASE(a_cast_answers_its_pointer_though_nothing_is_logged, exits(0).no_err("rust:")) {
    CHECK(debug_ptrcast(nullptr, nullptr, &word) == &word); // nobody looks at the descriptors
}
