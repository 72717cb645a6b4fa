// The service debug: looks at values through their descriptors, at debug level of ::rt::stdlib.
#include "router/binding.h"
#include "rustrt.h"
#include "stacks/limit_word.h"
#include "task/current.h"
#include "task/task.h"
#include <cassert>
#include <csignal>
#include <cstring>

using namespace legacy;

namespace {

#define DEBUG_LINE(...) log(RUSTRT_LOG_STDLIB, log_debug, __VA_ARGS__)

bool silent() {
    calling_task();
    if (!in_use.logging->enabled(RUSTRT_LOG_STDLIB, log_debug)) return true;
    assert(limit_word::get() == 0 && "logging on rust stack");
    return false;
}

void describe(const type_desc *td) {
    DEBUG_LINE("  size %zu, align %zu", td->size, td->align);
}

void bytes(const uint8_t *front, size_t count) {
    for (size_t i = 0; i < count; i++) DEBUG_LINE("  byte %zu: 0x%x", i, front[i]);
}

} // namespace

extern "C" {

void debug_tydesc(type_desc *td) {
    if (silent()) return;
    DEBUG_LINE("debug_tydesc");
    describe(td);
}

void debug_opaque(type_desc *td, uint8_t *front) {
    if (silent()) return;
    DEBUG_LINE("debug_opaque");
    describe(td);
    bytes(front, td->size);
}

void debug_box(type_desc *td, rust_opaque_box *box) {
    if (silent()) return;
    DEBUG_LINE("debug_box(%p)", static_cast<void *>(box));
    describe(td);
    DEBUG_LINE("  refcount %zd", box->ref_count - 1);
    bytes(reinterpret_cast<uint8_t *>(box + 1), td->size);
}

void debug_tag(type_desc *td, void *tag) {
    if (silent()) return;
    DEBUG_LINE("debug_tag");
    describe(td);
    intptr_t discriminant;
    memcpy(&discriminant, tag, sizeof discriminant);
    DEBUG_LINE("  discriminant %zd", discriminant);
    bytes(static_cast<uint8_t *>(tag) + sizeof discriminant, td->size - sizeof discriminant);
}

void debug_fn(type_desc *td, fn_env_pair *fn) {
    if (silent()) return;
    DEBUG_LINE("debug_fn");
    describe(td);
    DEBUG_LINE(" fn at 0x%zx", reinterpret_cast<uintptr_t>(fn->f));
    DEBUG_LINE("  env at 0x%zx", reinterpret_cast<uintptr_t>(fn->env));
    if (fn->env) DEBUG_LINE("    refcount %zd", fn->env->ref_count);
}

void *debug_ptrcast(type_desc *from, type_desc *to, void *p) {
    if (silent()) return p;
    DEBUG_LINE("debug_ptrcast from");
    describe(from);
    DEBUG_LINE("to");
    describe(to);
    return p;
}

stk_seg *debug_get_stk_seg(void) {
    return static_cast<stk_seg *>(in_use.stacks->segment(calling_task()));
}

// Stops a debugger, goes on otherwise; the disposition stays.
void rust_dbg_breakpoint(void) {
    signal(SIGTRAP, SIG_IGN);
    raise(SIGTRAP);
}
}
