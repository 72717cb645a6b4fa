/* Context switch and stack hop; protocol and register order: switch.h. */
        .text
        .p2align 4
        .globl  rustrt_enter_task
        .hidden rustrt_enter_task
        .type   rustrt_enter_task, @function
rustrt_enter_task:
        .cfi_startproc
        /* The return address is kept in the saved context, so its slot belongs to the free part of the host stack. */
        leaq    8(%rsp), %rax
        movq    %rax, (%rdx)
        jmp     rustrt_swap
        .cfi_endproc
        .size   rustrt_enter_task, .-rustrt_enter_task

        .p2align 4
        .globl  rustrt_swap
        .hidden rustrt_swap
        .type   rustrt_swap, @function
rustrt_swap:
        .cfi_startproc
        popq    %rax
        .cfi_def_cfa_offset 0
        .cfi_register rip, rax
        movq    %rbx,   0(%rdi)
        movq    %rsp,   8(%rdi)
        movq    %rbp,  16(%rdi)
        movq    %rdi,  24(%rdi)
        movq    %r12,  32(%rdi)
        movq    %r13,  40(%rdi)
        movq    %r14,  48(%rdi)
        movq    %r15,  56(%rdi)
        movups  %xmm0, 64(%rdi)
        movups  %xmm1, 80(%rdi)
        movups  %xmm2, 96(%rdi)
        movups  %xmm3, 112(%rdi)
        movups  %xmm4, 128(%rdi)
        movups  %xmm5, 144(%rdi)
        movq    %rax, 160(%rdi)

        movq      0(%rsi), %rbx
        movq      8(%rsi), %rsp
        movq     16(%rsi), %rbp
        movq     24(%rsi), %rdi
        movq     32(%rsi), %r12
        movq     40(%rsi), %r13
        movq     48(%rsi), %r14
        movq     56(%rsi), %r15
        movups   64(%rsi), %xmm0
        movups   80(%rsi), %xmm1
        movups   96(%rsi), %xmm2
        movups  112(%rsi), %xmm3
        movups  128(%rsi), %xmm4
        movups  144(%rsi), %xmm5
        movq    160(%rsi), %rax
        jmp     *%rax
        .cfi_endproc
        .size   rustrt_swap, .-rustrt_swap

        .p2align 4
        .globl  __morestack
        .hidden __morestack
        .type   __morestack, @function
__morestack:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        movq    %rsp, (%rcx)
        movq    %rdx, %rsp
        callq   *%rsi
        movq    %rbp, %rsp
        popq    %rbp
        .cfi_def_cfa rsp, 8
        retq
        .cfi_endproc
        .size   __morestack, .-__morestack
        .section .note.GNU-stack,"",@progbits
