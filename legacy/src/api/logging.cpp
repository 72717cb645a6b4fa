#include "logging/log.h"
#include "router/binding.h"
#include "rustrt.h"
#include "stacks/limit_word.h"
#include <cassert>

using namespace legacy;

extern "C" {

void rust_log_console_on(void) {
    console::on();
}

void rust_log_console_off(void) {
    calling_task();
    console::off();
}

// level is neither tested nor printed: compiled code tests its module's level word before it builds a
// message.
void rust_log_str(uint32_t, const char *text, size_t len) {
    calling_task();
    assert(limit_word::get() == 0 && "logging on rust stack");
    own_logging.write(text, len);
}
}
