/* A traced call. r10d = symbol.
 *
 *   router_trace        arguments in registers only: tells them, calls on, tells the result
 *   router_trace_entry  any arguments: tells the entry and jumps on, since a frame would hide arguments on the stack
 *
 * Arguments are kept (arguments.h); behind them lies the symbol. */
#include "arguments.h"
        .text
        .hidden router_traced, router_trace_enter, router_trace_leave
.macro ENTER
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        subq    $ARGUMENTS_SIZE+16, %rsp
        movl    %r10d, ARGUMENTS_SIZE(%rsp)
        KEEP_ARGUMENTS
        movl    %r10d, %edi
        movq    %rsp, %rsi
        call    router_trace_enter
        leaq    router_traced(%rip), %r11
        movl    ARGUMENTS_SIZE(%rsp), %r10d
        movq    (%r11,%r10,8), %r10
        GIVE_ARGUMENTS_BACK
.endm

        .p2align 4
        .globl  router_trace
        .hidden router_trace
        .type   router_trace, @function
router_trace:
        .cfi_startproc
        ENTER
        call    *%r10
        movq    %rax, 48(%rsp)
        movq    %rdx, 56(%rsp)
        movups  %xmm0, 64(%rsp)
        movups  %xmm1, 80(%rsp)
        movl    ARGUMENTS_SIZE(%rsp), %edi
        movq    %rsp, %rsi
        call    router_trace_leave
        movq    48(%rsp), %rax
        movq    56(%rsp), %rdx
        movups  64(%rsp), %xmm0
        movups  80(%rsp), %xmm1
        leave
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_endproc
        .size   router_trace, .-router_trace

        .p2align 4
        .globl  router_trace_entry
        .hidden router_trace_entry
        .type   router_trace_entry, @function
router_trace_entry:
        .cfi_startproc
        ENTER
        leave
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        jmp     *%r10
        .cfi_endproc
        .size   router_trace_entry, .-router_trace_entry
        .section .note.GNU-stack,"",@progbits
