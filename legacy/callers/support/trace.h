// What a caller says about itself: one line, one write(2) to standard output, so that lines of several
// threads never mix and none is lost when the process aborts.
#pragma once
#include "stacks.h"
#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <unistd.h>

namespace caller {

// For the C stack, and for code outside of tasks.
inline void vline(const char *format, va_list arguments) {
  char text[1024];
  int length = std::min<int>(vsnprintf(text, sizeof text - 1, format, arguments), sizeof text - 2);
  text[length++] = '\n';
  for (int written = 0; written < length;) {
    ssize_t n = write(STDOUT_FILENO, text + written, length - written);
    if (n <= 0)
      _exit(3); // nobody reads the trace: there is nothing left to say it to
    written += static_cast<int>(n);
  }
}

[[gnu::format(printf, 1, 2)]] inline void line(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vline(format, arguments);
  va_end(arguments);
}

// For the Rust stack.
[[gnu::format(printf, 1, 2)]] inline void say(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  on_c([&] { vline(format, arguments); });
  va_end(arguments);
}

} // namespace caller
