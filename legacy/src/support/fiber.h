// Tells the sanitizers about stacks they cannot see. Without this ASan poisons the wrong stack when a failure
// unwinds, and TSan mixes the call stacks of all tasks of a thread. Everything here is empty in a normal
// build.
#ifndef LEGACY_SUPPORT_FIBER_H
#define LEGACY_SUPPORT_FIBER_H
#include <cstddef>
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace legacy {

// One execution context: an OS thread's own stack or a task's.
struct fiber {
#if defined(__SANITIZE_THREAD__)
    void *tsan = nullptr;
#endif
#if defined(__SANITIZE_ADDRESS__)
    // Where it was executing when it was last left.
    const void *bottom = nullptr;
    size_t size = 0;
#endif

    // The context the calling thread is in now.
    void adopt_current() {
#if defined(__SANITIZE_THREAD__)
        tsan = __tsan_get_current_fiber();
#endif
    }
    void create() {
#if defined(__SANITIZE_THREAD__)
        tsan = __tsan_create_fiber(0);
#endif
    }
    void destroy() {
#if defined(__SANITIZE_THREAD__)
        if (tsan) __tsan_destroy_fiber(tsan);
        tsan = nullptr;
#endif
    }
    // Before leaving the running context for this one.
    void about_to_enter() {
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_start_switch_fiber(nullptr, bottom, size);
#endif
#if defined(__SANITIZE_THREAD__)
        __tsan_switch_to_fiber(tsan, 0);
#endif
    }
    // First thing after arriving; left is the context one came from.
    static void arrived_from(fiber &left) {
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(nullptr, &left.bottom, &left.size);
#endif
        (void)left;
    }
    void starts_on(const void *stack_bottom, size_t stack_size) {
#if defined(__SANITIZE_ADDRESS__)
        bottom = stack_bottom;
        size = stack_size;
#endif
        (void)stack_bottom, (void)stack_size;
    }
};

// A visit to another stack of the same task. The destructor also runs when a failure leaves the visited
// stack.
class stack_visit {
#if defined(__SANITIZE_ADDRESS__)
    const void *_bottom;
    size_t _size;
    const void *_home_bottom = nullptr;
    size_t _home_size = 0;

public:
    stack_visit(const void *bottom, size_t size) : _bottom(bottom), _size(size) {
        // Learns where we are by a switch to ourselves, then declares the visited stack.
        __sanitizer_start_switch_fiber(nullptr, _bottom, _size);
        __sanitizer_finish_switch_fiber(nullptr, &_home_bottom, &_home_size);
    }
    ~stack_visit() {
        __sanitizer_start_switch_fiber(nullptr, _home_bottom, _home_size);
        __sanitizer_finish_switch_fiber(nullptr, nullptr, nullptr);
    }
#else
public:
    stack_visit(const void *, size_t) {}
#endif
};

// Before a failure is raised on another stack: frames of this one will vanish without returning.
inline void frames_will_vanish() {
#if defined(__SANITIZE_ADDRESS__)
    __asan_handle_no_return();
#endif
}

} // namespace legacy
#endif
