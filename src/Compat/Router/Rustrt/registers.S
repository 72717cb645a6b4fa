/* For the collection of cycles (src/Compat/Backends/New/Improvements), which looks for addresses on a task's stack.
 *
 * uint64_t router_read_registers(uint64_t registers[8]): stores the registers that a callee has to keep, which may hold values of
 * the caller's callers, and returns the stack pointer. A leaf: nothing of them has been moved to its own frame. */
        .text
        .p2align 4
        .globl  router_read_registers
        .hidden router_read_registers
        .type   router_read_registers, @function
router_read_registers:
        .cfi_startproc
        movq    %rbx, (%rdi)
        movq    %rbp, 8(%rdi)
        movq    %r12, 16(%rdi)
        movq    %r13, 24(%rdi)
        movq    %r14, 32(%rdi)
        movq    %r15, 40(%rdi)
        movq    %rsp, %rax
        ret
        .cfi_endproc
        .size   router_read_registers, .-router_read_registers

/* Glue of a value that is gone. */
        .p2align 4
        .globl  router_no_glue
        .hidden router_no_glue
        .type   router_no_glue, @function
router_no_glue:
        .cfi_startproc
        ret
        .cfi_endproc
        .size   router_no_glue, .-router_no_glue
        .section .note.GNU-stack,"",@progbits
