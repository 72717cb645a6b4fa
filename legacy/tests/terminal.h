// A user at a terminal: a program of ours runs on a new pseudo-terminal, we see its screen and press its
// keys.
#ifndef LEGACY_TESTS_TERMINAL_H
#define LEGACY_TESTS_TERMINAL_H
#include "harness.h"
#include <cstring>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace harness {

class terminal {
    int _screen = -1;
    pid_t _program = 0;
    std::string _seen;

public:
    // The program runs in a process of its own and ends with exit status 0 if it returns.
    explicit terminal(void (*program)(), const char *kind = "xterm") {
        winsize size{24, 80, 0, 0};
        _program = forkpty(&_screen, nullptr, nullptr, &size);
        CHECK(_program >= 0);
        if (_program) return;
        setenv("TERM", kind, 1);
        program();
        fflush(nullptr);
        _exit(0);
    }
    terminal(const terminal &) = delete;
    terminal &operator=(const terminal &) = delete;

    // Until this is on the screen, behind what was awaited before.
    void await(const std::string &text) {
        for (size_t at; (at = _seen.find(text)) == std::string::npos;) {
            char more[4096];
            ssize_t got = read(_screen, more, sizeof more);
            if (got <= 0) {
                fprintf(stderr, "the screen lacks \"%s\"; it has: \"%s\"\n", text.c_str(), _seen.c_str());
                _exit(97);
            }
            _seen.append(more, got);
        }
        _seen.erase(0, _seen.find(text) + text.size());
    }

    void press(const std::string &keys) {
        CHECK(write(_screen, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    }

    // Its exit status, or 128 + signal.
    int end() {
        char more[4096];
        while (read(_screen, more, sizeof more) > 0) {
        }
        int status;
        CHECK(waitpid(_program, &status, 0) == _program);
        close(_screen);
        return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
};

} // namespace harness
#endif
