#include "harness.h"
#include <algorithm>
#include <csignal>
#include <cstdarg>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace harness {
namespace {

struct test_case {
    const char *name;
    spawn_fn body;
    void (*start)();
    outcome expected;
};

std::vector<test_case> &cases() {
    static std::vector<test_case> all;
    return all;
}

void nothing_to_annihilate() {}

mod_entry no_modules[] = {{nullptr, nullptr}};

bool called_before_main;

roomy_crate_map default_map = {1, reinterpret_cast<void *>(nothing_to_annihilate), no_modules, {}};

const test_case *find(const char *name) {
    for (const test_case &c : cases())
        if (!strcmp(c.name, name)) return &c;
    fprintf(stderr, "no case of this name: %s\n", name);
    return nullptr;
}

int run(const test_case &c) {
    if (c.start) {
        c.start();
        return 0;
    }
    return start(c.body) & 255;
}

// ---- checking one run

struct result {
    int status = 0;
    bool hung = false;
    std::string out, err;
};

void read_some(int fd, std::string &into, bool &open) {
    char buffer[4096];
    ssize_t got = read(fd, buffer, sizeof buffer);
    if (got > 0) into.append(buffer, got);
    else open = false;
}

const char *missing_part(const outcome &expected, const result &r) {
    for (const char *part : expected.stderr_parts)
        if (r.err.find(part) == std::string::npos) return part;
    return nullptr;
}

bool has_said_all(const outcome &expected, const result &r) {
    return (!expected.stdout_text || r.out.size() >= strlen(expected.stdout_text)) && !missing_part(expected, r);
}

// On a router, with this setting of its switch.
result run_in_child(const char *program, const test_case &c, char threads, const char *setting) {
    int out[2], err[2];
    if (pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC)) abort();
    pid_t pid = fork();
    if (pid == 0) {
        dup2(out[1], 1);
        dup2(err[1], 2);
        setenv("RUST_THREADS", std::string(1, threads).c_str(), 1);
        if (setting) setenv("RUSTRT_SWITCH", setting, 1);
        // Room for test code, which does not grow its stack as compiled code does.
        setenv("RUST_MIN_STACK", "262144", 1);
        for (auto &[name, value] : c.expected.variables) value ? setenv(name, value, 1) : unsetenv(name);
        // Where nothing of the runtime has been called in this process yet, the case begins as in a program of its own; loading one anew
        // is half of what a short case costs.
        if (!c.expected.loads_anew && !called_before_main) exit(run(c));
        execl(program, program, c.name, nullptr);
        _exit(98);
    }
    close(out[1]);
    close(err[1]);
    result r;
    int budget_ms = 60000;
    timespec begin;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (bool out_open = true, err_open = true; out_open || err_open;) {
        timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        // The second in which it must do nothing more begins when it has said all, however long that takes a busy machine.
        if (c.expected.must_hang && budget_ms > 1000 && has_said_all(c.expected, r)) budget_ms = 1000, begin = now;
        int left = budget_ms - static_cast<int>((now.tv_sec - begin.tv_sec) * 1000 +
                                                (now.tv_nsec - begin.tv_nsec) / 1000000);
        pollfd fds[] = {{out_open ? out[0] : -1, POLLIN, 0}, {err_open ? err[0] : -1, POLLIN, 0}};
        if (left <= 0 || poll(fds, 2, left) == 0) {
            r.hung = true;
            kill(pid, SIGKILL);
            break;
        }
        if (fds[0].revents) read_some(out[0], r.out, out_open);
        if (fds[1].revents) read_some(err[0], r.err, err_open);
    }
    close(out[0]);
    close(err[0]);
    int status;
    waitpid(pid, &status, 0);
    r.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return r;
}

std::string sorted_lines(const std::string &text) {
    std::vector<std::string> lines;
    for (size_t at = 0; at < text.size();) {
        size_t end = text.find('\n', at);
        end = end == std::string::npos ? text.size() : end + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (auto &line : lines) all += line;
    return all;
}

std::string status_complaint(const outcome &expected, const result &r) {
    if (expected.must_hang != r.hung) return expected.must_hang ? "ended where it must hang" : "hangs";
    if (expected.must_hang || r.status == expected.status) return "";
    // A crash may be told instead; sanitizers do so with a status of their own.
    if (expected.status == 139 && r.status != 0 && !r.err.empty()) return "";
    return "exit status " + std::to_string(r.status) + ", expected " + std::to_string(expected.status);
}

std::string complaint(const outcome &expected, const result &r) {
    if (std::string wrong = status_complaint(expected, r); !wrong.empty()) return wrong;
    if (expected.stdout_text) {
        bool same = expected.in_order ? r.out == expected.stdout_text
                                      : sorted_lines(r.out) == sorted_lines(expected.stdout_text);
        if (!same) return std::string("standard output differs; expected:\n") + expected.stdout_text;
    }
    if (const char *part = missing_part(expected, r)) return std::string("standard error lacks: ") + part;
    for (const char *part : expected.stderr_absent)
        if (r.err.find(part) != std::string::npos) return std::string("standard error has: ") + part;
    return "";
}

// Of the declared numbers of threads those that are wanted, and all where it declares none of them.
std::string thread_counts(const outcome &expected, const std::string &wanted) {
    std::string both;
    for (char count : wanted)
        if (strchr(expected.thread_counts, count)) both += count;
    return both.empty() ? expected.thread_counts : both;
}

// ${run} is THREADS or THREADS@SETTING.
bool check_run(const char *program, const test_case &c, const char *run) {
    const char *at = strchr(run, '@'), *setting = at ? at + 1 : nullptr;
    bool holds = true;
    for (char threads : thread_counts(c.expected, at ? std::string(run, at) : run)) {
        result r = run_in_child(program, c, threads, setting);
        std::string wrong = complaint(c.expected, r);
        if (wrong.empty()) continue;
        holds = false;
        printf("%s with RUST_THREADS=%c%s%s: %s\n--- standard output\n%s--- standard error\n%s", c.name, threads,
               setting ? " RUSTRT_SWITCH=" : "", setting ? setting : "", wrong.c_str(), r.out.c_str(), r.err.c_str());
        // Else the next child would have it too.
        fflush(stdout);
    }
    return holds;
}

int check(const char *program, const test_case &c, int runs, char **run) {
    bool holds = runs > 0 || check_run(program, c, "");
    for (int i = 0; i < runs; i++) holds &= check_run(program, c, run[i]);
    return holds ? 0 : 1;
}

} // namespace

registration::registration(const char *name, spawn_fn body, void (*start)(), const outcome &expected) {
    cases().push_back({name, body, start, expected});
}

bool calls_before_main() {
    return called_before_main = true;
}

roomy_crate_map &map() {
    return default_map;
}

void annihilate_by(void (*annihilator)()) {
    default_map.annihilate = reinterpret_cast<void *>(annihilator);
}

int start(spawn_fn body) {
    static char program[] = "test", first[] = "first";
    static char *arguments[] = {program, first, nullptr};
    return rust_start(reinterpret_cast<uintptr_t>(body), 2, arguments, &default_map);
}

void print(const char *format, ...) {
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (write(1, line, length) != length) abort();
}

void check_failed(const char *condition, const char *file, int line) {
    char text[512];
    int length = snprintf(text, sizeof text, "%s:%d: CHECK(%s)\n", file, line, condition);
    if (write(2, text, length) != length) abort();
    _exit(97);
}

rust_task *spawn(spawn_fn body, bool keep) {
    rust_task *task = nullptr;
    on_c([&] {
        task = new_task();
        if (keep) rust_task_ref(task);
        fn_env_pair closure = {body, nullptr};
        start_task(task, &closure);
    });
    return task;
}

rust_task *spawn_in(rust_sched_id scheduler, spawn_fn body) {
    rust_task *task = nullptr;
    on_c([&] {
        task = rust_new_task_in_sched(scheduler);
        if (!task) return;
        fn_env_pair closure = {body, nullptr};
        start_task(task, &closure);
    });
    return task;
}

void drop(rust_task *task) {
    on_c([&] { rust_task_deref(task); });
}

bool wait(void **event) {
    bool killed = false;
    on_c([&] { killed = task_wait_event(rust_get_task(), event); });
    return killed;
}

void signal(rust_task *task, void *event) {
    on_c([&] { task_signal_event(task, event); });
}

void await(std::atomic<int> &flag) {
    while (!flag.load()) yield();
}

void fail_quietly() {
    upcall_fail(nullptr, nullptr, 0);
    abort();
}

uintptr_t stack_limit() {
    uintptr_t limit;
    asm volatile("movq %%fs:112, %0" : "=r"(limit));
    return limit;
}

} // namespace harness

int main(int argc, char **argv) {
    using namespace harness;
    if (argc < 2) {
        for (auto &c : cases()) puts(c.name);
        return 0;
    }
    bool checking = !strcmp(argv[1], "--check") && argc > 2;
    const test_case *c = find(argv[checking ? 2 : 1]);
    if (!c) return 2;
    return checking ? check(argv[0], *c, argc - 3, argv + 3) : run(*c);
}
