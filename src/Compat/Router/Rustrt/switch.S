/* Switching between host stack and task stack. x86-64 System V.
 *
 *   router_resume      host stack -> task stack; returns when the task leaves (why, in eax)
 *   router_leave_with  task stack -> host stack; returns when the task is resumed
 *   router_exit        the same for good
 *   router_task_entry  the outermost frame of a task
 *
 *   router_native_rust_task_yield, router_native_task_wait_event   the same as calls of the API
 *
 * Both sides save the same frame (callee-saved registers and floating-point control words), so that one CFI description is
 * true at every instruction. With the stack go the task's stack-limit word and its C++ exception globals: tasks parked in
 * a catch block or in a destructor would otherwise destroy each other's exceptions.
 *
 *   hand_over, pass_on task stack -> task stack: a task that waits, or yields, leaves its turn to the next one on its thread, if the
 *                      scheduler has said that it has nothing else to run (HostThread.cs)
 *
 * What a switch costs is mispredicted returns: the processor pairs each ret with the latest call, which after a switch is
 * another stack's. So switches end in pop+jmp, and yield and wait, which leave from here and not from below a C function,
 * go back to their callers the same way; the shims (shims.S) look at the count of switches for that reason. Floating-point
 * control words are loaded only where they differ. */
#include "router_api.h"
        .text
        .hidden router_host_tls, router_task_main, router_yield, router_wait, router_wait_finish, router_must_fail, router_hand_over, router_pass_on, router_upcoming_tls, router_base_personality

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
.endm
/* The control words of the task that leaves, into rdx and the word at \at; those of the host are constant, since only tasks
   run callers' code. Read back as they were written: one wide load over the two stores would stall. */
.macro STORE_CONTROL at
        stmxcsr \at(%rsp)
        fnstcw  4+\at(%rsp)
        movzwl  4+\at(%rsp), %ecx
        movl    \at(%rsp), %edx
        shlq    $32, %rcx
        orq     %rcx, %rdx
        movq    %rdx, \at(%rsp)
.endm
/* The words of the stack that is left are in rdx. */
.macro RESTORE
        cmpq    (%rsp), %rdx
        je      1f
        ldmxcsr (%rsp)
        fldcw   4(%rsp)
1:      addq    $8, %rsp
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

/* Task rdi goes on; r11 = host record, rdx = the floating-point control words that are loaded. */
.macro TAKE_UP
        movq    %rdi, %fs:H_CURRENT(%r11)
        movl    $1, %fs:H_ON_TASK(%r11)
        movq    %fs:H_EH(%r11), %rcx    /* the scheduler has no exception in flight: nothing to save */
        movups  T_EH(%rdi), %xmm0
        movups  %xmm0, (%rcx)
        movq    T_LIMIT(%rdi), %rax
        movq    %rax, %fs:LIMIT_WORD
        movq    T_SP(%rdi), %rsp
        RESTORE
        popq    %rcx
        jmp     *%rcx
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
        movq    %fs:H_CONTROL(%r11), %rdx
        movq    %rdx, (%rsp)
        movq    %rsp, %fs:H_SP(%r11)
        TAKE_UP
        .cfi_endproc
        .size   router_resume, .-router_resume

/* The task's registers are saved; rdi = task. Then nothing on this thread is the task's any more but the stack pointer. */
.macro PUT_AWAY
        STORE_CONTROL 0
        incq    T_SWITCHES(%rdi)
        HOST    %r11
        movq    %rsp, T_SP(%rdi)
        movq    %fs:LIMIT_WORD, %rcx
        movq    %rcx, T_LIMIT(%rdi)
        movq    %fs:H_EH(%r11), %rcx
        movups  (%rcx), %xmm0
        movups  %xmm0, T_EH(%rdi)
        xorl    %ecx, %ecx
        movq    %rcx, %fs:LIMIT_WORD
        movl    %ecx, %fs:H_ON_TASK(%r11)
        movq    %rcx, %fs:H_CURRENT(%r11)
        movq    %fs:H_SP(%r11), %rsp
.endm
/* eax = why. rdi is the task again when it is resumed. */
.macro LEAVE
        PUT_AWAY
        RESTORE
        popq    %rcx
        jmp     *%rcx
.endm

/* To where the turn is given to the next one on this thread, if there is one and the scheduler allows it. */
.macro IF_NEXT go
        movq    router_upcoming_tls@gottpoff(%rip), %r10
        cmpl    $0, %fs:U_HAND_OVERS(%r10)
        je      1f
        cmpq    $0, %fs:U_FIRST(%r10)
        jne     \go
1:
.endm

/* void router_leave_with(rustrt_task_block *task, int why) */
        .p2align 4
        .globl  router_leave_with
        .hidden router_leave_with
        .type   router_leave_with, @function
router_leave_with:
        .cfi_startproc
        movl    %esi, %eax
        SAVE
        LEAVE
        .cfi_endproc
        .size   router_leave_with, .-router_leave_with

/* bool rust_task_yield(rust_task *task, bool *killed): a task that is killed, must not yield or has stack segments to give
   back goes the long way */
        .p2align 4
        .globl  router_native_rust_task_yield
        .hidden router_native_rust_task_yield
        .type   router_native_rust_task_yield, @function
router_native_rust_task_yield:
        .cfi_startproc
        cmpq    $0, T_UNYIELDABLE(%rdi)
        jne     router_yield
        testl   $STATE_KILLED, T_STATE(%rdi)
        jne     router_yield
        leaq    yielded(%rip), %rax
        pushq   %rax
        .cfi_adjust_cfa_offset 8
        SAVE
        IF_NEXT pass_on
        movl    $LEFT_YIELD, %eax
        LEAVE
        .cfi_endproc
        .size   router_native_rust_task_yield, .-router_native_rust_task_yield

        .p2align 4
        nop
        .type   yielded, @function
yielded:
        .cfi_startproc
        xorl    %eax, %eax
        testl   $STATE_KILLED, T_STATE(%rdi)
        jne     router_must_fail
        popq    %rcx
        .cfi_def_cfa_offset 0
        .cfi_register rip, rcx
        jmp     *%rcx
        .cfi_endproc
        .size   yielded, .-yielded

/* bool task_wait_event(rust_task *task, void **result): the usual case, nothing pending and nobody killed */
        .p2align 4
        .globl  router_native_task_wait_event
        .hidden router_native_task_wait_event
        .type   router_native_task_wait_event, @function
router_native_task_wait_event:
        .cfi_startproc
        testl   $(STATE_EVENT|STATE_KILLED|STATE_LOCKED), T_STATE(%rdi)
        jne     router_wait
        cmpq    $0, T_UNYIELDABLE(%rdi)
        jne     router_wait
        pushq   %rsi
        .cfi_adjust_cfa_offset 8
        leaq    woken(%rip), %rax
        pushq   %rax
        .cfi_adjust_cfa_offset 8
        SAVE
        IF_NEXT hand_over
        movl    $LEFT_WAIT, %eax
        LEAVE
        .cfi_endproc
        .size   router_native_task_wait_event, .-router_native_task_wait_event

/* The turn goes to the first of the upcoming (core.c), by way of the host stack: once a park is committed, the task may run on
   no other thread, but its block may be looked at, so nothing is left on its stack by then. */
.macro GIVE_TURN name, chosen_by, cfa
        .type   \name, @function
\name:
        .cfi_startproc
        .cfi_def_cfa_offset \cfa
        PUT_AWAY
        .cfi_def_cfa_offset 64          /* the frame of router_resume */
        movq    %rdx, %rbx
        call    \chosen_by
        movq    %rax, %rdi
        movq    %rbx, %rdx
        HOST    %r11
        TAKE_UP
        .cfi_endproc
        .size   \name, .-\name
.endm
        GIVE_TURN hand_over, router_hand_over, 80
        GIVE_TURN pass_on, router_pass_on, 72

/* The event was stored before WAITING went. A signaller that comes now locks the word before it stores another: if the word
   is clean before and after the read, the event is ours and no mark has to be taken back. */
        .p2align 4
        nop
        .type   woken, @function
woken:
        .cfi_startproc
        .cfi_def_cfa_offset 16
        popq    %rsi
        .cfi_adjust_cfa_offset -8
        testl   $(STATE_EVENT|STATE_KILLED|STATE_LOCKED), T_STATE(%rdi)
        jne     router_wait_finish
        movq    T_EVENT(%rdi), %rax
        testl   $(STATE_EVENT|STATE_KILLED|STATE_LOCKED), T_STATE(%rdi)
        jne     router_wait_finish
        movq    %rax, (%rsi)
        xorl    %eax, %eax
        popq    %rcx
        .cfi_def_cfa_offset 0
        .cfi_register rip, rcx
        jmp     *%rcx
        .cfi_endproc
        .size   woken, .-woken

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
        .cfi_personality 0x1b, router_base_personality
        .cfi_undefined rip
        .cfi_undefined rbp
        xorl    %ebp, %ebp
        movq    %rbx, %rdi
        call    router_task_main
        ud2
        .cfi_endproc
        .size   router_task_entry, .-router_task_entry
        .section .note.GNU-stack,"",@progbits
