// Code on a segment of the Rust stack, as the compiled prologue puts it there.
#ifndef COMPAT_TESTS_ON_SEGMENT_H
#define COMPAT_TESTS_ON_SEGMENT_H
#include "rustrt.h"

inline bool is_here(stk_seg *segment) {
    auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    return here >= reinterpret_cast<uintptr_t>(segment->data) && here <= segment->end;
}

// fn(arg) on the stack that ends at sp.
extern "C" void run_on_segment(void *arg, void *fn, void *sp);
asm(R"(
        .text
        .type   run_on_segment, @function
run_on_segment:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        movq    %rdx, %rsp
        callq   *%rsi
        movq    %rbp, %rsp
        popq    %rbp
        .cfi_def_cfa rsp, 8
        retq
        .cfi_endproc
        .size   run_on_segment, .-run_on_segment
)");

#endif
