/* A traced call. r10d = symbol.
 *
 *   router_trace        arguments in registers only: tells them, calls on, tells the result
 *   router_trace_entry  any arguments: tells the entry and jumps on, since a frame would hide arguments on the stack
 *
 * Every register that may carry an argument is kept, and al, which a variadic call reads. The frame's registers lie as
 * trace_registers in trace.c has them. */
        .text
        .hidden router_traced, router_trace_enter, router_trace_leave
.macro ENTER
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        subq    $208, %rsp
        movl    %r10d, 192(%rsp)
        movq    %rdi, (%rsp)
        movq    %rsi, 8(%rsp)
        movq    %rdx, 16(%rsp)
        movq    %rcx, 24(%rsp)
        movq    %r8, 32(%rsp)
        movq    %r9, 40(%rsp)
        movq    %rax, 48(%rsp)
        movups  %xmm0, 64(%rsp)
        movups  %xmm1, 80(%rsp)
        movups  %xmm2, 96(%rsp)
        movups  %xmm3, 112(%rsp)
        movups  %xmm4, 128(%rsp)
        movups  %xmm5, 144(%rsp)
        movups  %xmm6, 160(%rsp)
        movups  %xmm7, 176(%rsp)
        movl    %r10d, %edi
        movq    %rsp, %rsi
        call    router_trace_enter
        leaq    router_traced(%rip), %r11
        movl    192(%rsp), %r10d
        movq    (%r11,%r10,8), %r10
        movq    (%rsp), %rdi
        movq    8(%rsp), %rsi
        movq    16(%rsp), %rdx
        movq    24(%rsp), %rcx
        movq    32(%rsp), %r8
        movq    40(%rsp), %r9
        movq    48(%rsp), %rax
        movups  64(%rsp), %xmm0
        movups  80(%rsp), %xmm1
        movups  96(%rsp), %xmm2
        movups  112(%rsp), %xmm3
        movups  128(%rsp), %xmm4
        movups  144(%rsp), %xmm5
        movups  160(%rsp), %xmm6
        movups  176(%rsp), %xmm7
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
        movl    192(%rsp), %edi
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
