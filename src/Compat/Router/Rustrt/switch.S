/* Switching between host stack and task stack. x86-64 System V.
 *
 *   router_resume      host stack -> task stack; returns when the task leaves (why, in eax)
 *   router_leave_with  task stack -> host stack; returns when the task is resumed
 *   router_exit        the same for good
 *   router_task_entry  the outermost frame of a task
 *
 * Both sides save the same frame (callee-saved registers and floating-point control words), so that one CFI description is
 * true at every instruction. With the stack go the task's stack-limit word and its C++ exception globals: tasks parked in
 * a catch block or in a destructor would otherwise destroy each other's exceptions. The switch ends in pop+jmp, since a ret
 * here is mispredicted by construction (34 ns against 16). */
#include "router_api.h"
        .text
        .hidden router_host_tls, router_task_main

.macro HOST r
        movq    router_host_tls@gottpoff(%rip), \r
.endm
.macro SAVE
        pushq   %rbp
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset rbp, 0
        pushq   %rbx
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset rbx, 0
        pushq   %r12
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset r12, 0
        pushq   %r13
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset r13, 0
        pushq   %r14
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset r14, 0
        pushq   %r15
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset r15, 0
        subq    $8, %rsp
        .cfi_adjust_cfa_offset 8
        stmxcsr (%rsp)
        fnstcw  4(%rsp)
.endm
.macro RESTORE
        ldmxcsr (%rsp)
        fldcw   4(%rsp)
        addq    $8, %rsp
        .cfi_adjust_cfa_offset -8
        popq    %r15
        .cfi_adjust_cfa_offset -8
        .cfi_restore r15
        popq    %r14
        .cfi_adjust_cfa_offset -8
        .cfi_restore r14
        popq    %r13
        .cfi_adjust_cfa_offset -8
        .cfi_restore r13
        popq    %r12
        .cfi_adjust_cfa_offset -8
        .cfi_restore r12
        popq    %rbx
        .cfi_adjust_cfa_offset -8
        .cfi_restore rbx
        popq    %rbp
        .cfi_adjust_cfa_offset -8
        .cfi_restore rbp
.endm

/* int router_resume(rustrt_task_block *task) */
        .p2align 4
        .globl  router_resume
        .hidden router_resume
        .type   router_resume, @function
router_resume:
        .cfi_startproc
        SAVE
        HOST    %r11
        movq    %rsp, %fs:H_SP(%r11)
        movq    %rdi, %fs:H_CURRENT(%r11)
        movl    $1, %fs:H_ON_TASK(%r11)
        movq    %fs:H_EH(%r11), %rdx    /* the scheduler has no exception in flight: nothing to save */
        movups  T_EH(%rdi), %xmm0
        movups  %xmm0, (%rdx)
        movq    T_LIMIT(%rdi), %rax
        movq    %rax, %fs:LIMIT_WORD
        movq    T_SP(%rdi), %rsp
        RESTORE
        popq    %rcx
        jmp     *%rcx
        .cfi_endproc
        .size   router_resume, .-router_resume

/* void router_leave_with(rustrt_task_block *task, int why) */
        .p2align 4
        .globl  router_leave_with
        .hidden router_leave_with
        .type   router_leave_with, @function
router_leave_with:
        .cfi_startproc
        SAVE
        HOST    %r11
        movl    %esi, %eax
        movq    %rsp, T_SP(%rdi)
        movq    %fs:LIMIT_WORD, %rcx
        movq    %rcx, T_LIMIT(%rdi)
        movq    %fs:H_EH(%r11), %rdx
        movups  (%rdx), %xmm0
        movups  %xmm0, T_EH(%rdi)
        xorl    %ecx, %ecx
        movq    %rcx, %fs:LIMIT_WORD
        movl    %ecx, %fs:H_ON_TASK(%r11)
        movq    %rcx, %fs:H_CURRENT(%r11)
        movq    %fs:H_SP(%r11), %rsp
        RESTORE
        popq    %rcx
        jmp     *%rcx
        .cfi_endproc
        .size   router_leave_with, .-router_leave_with

/* void router_exit(void): from the base frame, when the task has ended */
        .p2align 4
        .globl  router_exit
        .hidden router_exit
        .type   router_exit, @function
router_exit:
        .cfi_startproc
        .cfi_undefined rip
        HOST    %r11
        xorl    %eax, %eax              /* LEFT_ENDED */
        movq    %rax, %fs:LIMIT_WORD
        movl    %eax, %fs:H_ON_TASK(%r11)
        movq    %rax, %fs:H_CURRENT(%r11)
        movq    %fs:H_SP(%r11), %rsp
        ldmxcsr (%rsp)
        fldcw   4(%rsp)
        addq    $8, %rsp
        popq    %r15
        popq    %r14
        popq    %r13
        popq    %r12
        popq    %rbx
        popq    %rbp
        popq    %rcx
        jmp     *%rcx
        .cfi_endproc
        .size   router_exit, .-router_exit

/* First frame of a task: rbx = task. The undefined return address ends every backtrace and every search for a handler
   here; the nop keeps (return address - 1) inside the range. */
        .p2align 4
        nop
        .globl  router_task_entry
        .hidden router_task_entry
        .type   router_task_entry, @function
router_task_entry:
        .cfi_startproc
        .cfi_undefined rip
        .cfi_undefined rbp
        xorl    %ebp, %ebp
        movq    %rbx, %rdi
        call    router_task_main
        ud2
        .cfi_endproc
        .size   router_task_entry, .-router_task_entry
        .section .note.GNU-stack,"",@progbits
