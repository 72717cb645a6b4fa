// What becomes of a failing call to the thread library: one line that names it, then abort.
#ifndef LEGACY_SUPPORT_CHECKED_H
#define LEGACY_SUPPORT_CHECKED_H

namespace legacy {
[[noreturn]] void call_failed(const char *call, const char *file, int line, int result);
// A condition that leaves the runtime no way on and is not the caller's programming error: message, exit
// status 1.
[[noreturn]] void fatal(const char *message);
} // namespace legacy

#define CHECKED(call)                                                                                        \
    do {                                                                                                     \
        int checked_result = (call);                                                                         \
        if (__builtin_expect(checked_result != 0, 0))                                                        \
            legacy::call_failed(#call, __FILE__, __LINE__, checked_result);                                  \
    } while (0)

#endif
