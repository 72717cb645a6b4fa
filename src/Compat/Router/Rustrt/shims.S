/* Calls of the caller's code on the task's stack.
 *
 *   router_call6, router_call6_catch                    from the router, as C# asked (answer.c)
 *   router_native_upcall_call_shim_on_c_stack, _on_rust_stack   the old foreign-call doors, in place: the new runtime has one
 *       stack per task, so that going to C and back is a matter of bookkeeping: the stack-limit word (0 on C), the depth
 *       of C calls and the re-entered mark that makes a kill wait. Any exception that would leave such a frame aborts, once
 *       the frames below it are unwound, with the old words (router_shim_personality; the LSDA is the message). Without a task they are plain calls. */
#include "router_api.h"
        .text
        .hidden router_failure_personality, router_shim_personality, router_caught, router_host_tls, router_no_rust_stack, router_no_c_stack

.macro HOST r
        movq    router_host_tls@gottpoff(%rip), \r
.endm
.macro CALL6                            /* rdi = function, rsi = its six arguments */
        movq    %rdi, %r11
        movq    %rsi, %r10
        movq    (%r10), %rdi
        movq    8(%r10), %rsi
        movq    16(%r10), %rdx
        movq    24(%r10), %rcx
        movq    32(%r10), %r8
        movq    40(%r10), %r9
        xorl    %eax, %eax
        call    *%r11
.endm

/* uint64_t router_call6(fn, args): rax; the second result word is left in args[0] (structs of two words by value) */
        .p2align 4
        .globl  router_call6
        .hidden router_call6
        .type   router_call6, @function
router_call6:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        pushq   %rsi
        subq    $8, %rsp
        CALL6
        movq    -8(%rbp), %r10
        movq    %rdx, (%r10)
        leave
        .cfi_def_cfa rsp, 8
        ret
        .cfi_endproc
        .size   router_call6, .-router_call6

/* The same with a third argument, *failed: a failure of the task ends here and sets it. */
        .p2align 4
        .globl  router_call6_catch
        .hidden router_call6_catch
        .type   router_call6_catch, @function
router_call6_catch:
        .cfi_startproc
        .cfi_personality 0x1b, router_failure_personality
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        pushq   %rbx
        .cfi_offset rbx, -24
        pushq   %rsi
        movq    %rdx, %rbx
        CALL6
        movq    (%rsp), %r10
        movq    %rdx, (%r10)
1:      addq    $8, %rsp
        popq    %rbx
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        ret
        .cfi_restore_state
        .globl  router_landing
        .hidden router_landing
router_landing:                         /* from the personality: rax = exception */
        movq    $1, (%rbx)
        movq    %rax, %rdi
        call    router_caught
        xorl    %eax, %eax
        jmp     1b
        .cfi_endproc
        .size   router_call6_catch, .-router_call6_catch

/* void upcall_call_shim_on_c_stack(arg, fn) */
        .p2align 4
        .globl  router_native_upcall_call_shim_on_c_stack
        .hidden router_native_upcall_call_shim_on_c_stack
        .type   router_native_upcall_call_shim_on_c_stack, @function
router_native_upcall_call_shim_on_c_stack:
        .cfi_startproc
        .cfi_personality 0x1b, router_shim_personality
        .cfi_lsda 0x1b, router_left_c_stack
        HOST    %r11
        cmpl    $0, %fs:H_ON_TASK(%r11)
        je      plain_call
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        pushq   %fs:LIMIT_WORD
        movq    %fs:H_CURRENT(%r11), %rax
        pushq   T_SWITCHES(%rax)
        pushq   %rax
        subq    $8, %rsp
        incl    T_C_DEPTH(%rax)
        xorl    %eax, %eax
        movq    %rax, %fs:LIMIT_WORD
        call    *%rsi
        addq    $8, %rsp
        popq    %rax
        popq    %rcx
        decl    T_C_DEPTH(%rax)
        popq    %fs:LIMIT_WORD
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        cmpq    T_SWITCHES(%rax), %rcx
        jne     1f
        ret
1:      popq    %rcx                    /* the task has been away: a ret would be mispredicted */
        .cfi_def_cfa_offset 0
        .cfi_register rip, rcx
        jmp     *%rcx
        .cfi_restore_state
        .cfi_endproc
        .size   router_native_upcall_call_shim_on_c_stack, .-router_native_upcall_call_shim_on_c_stack

/* void upcall_call_shim_on_rust_stack(arg, fn) */
        .p2align 4
        .globl  router_native_upcall_call_shim_on_rust_stack
        .hidden router_native_upcall_call_shim_on_rust_stack
        .type   router_native_upcall_call_shim_on_rust_stack, @function
router_native_upcall_call_shim_on_rust_stack:
        .cfi_startproc
        .cfi_personality 0x1b, router_shim_personality
        .cfi_lsda 0x1b, router_left_rust_stack
        HOST    %r11
        cmpl    $0, %fs:H_ON_TASK(%r11)
        je      plain_call
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        movq    %fs:H_CURRENT(%r11), %rax
        cmpl    $0, T_C_DEPTH(%rax)
        je      no_rust_stack
        pushq   %fs:LIMIT_WORD
        pushq   %rax
        movl    T_REENTERED(%rax), %ecx
        pushq   %rcx
        subq    $8, %rsp
        movl    $1, T_REENTERED(%rax)
        movq    T_RUST_LIMIT(%rax), %rax
        movq    %rax, %fs:LIMIT_WORD
        call    *%rsi
        addq    $8, %rsp
        popq    %rcx
        popq    %rax
        movl    %ecx, T_REENTERED(%rax)
        popq    %fs:LIMIT_WORD
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_restore_state
no_rust_stack:
        call    router_no_rust_stack
        .cfi_endproc
        .size   router_native_upcall_call_shim_on_rust_stack, .-router_native_upcall_call_shim_on_rust_stack

/* rust_task *rust_get_task(void) */
        .hidden router_no_current_task
        .p2align 4
        .globl  router_native_rust_get_task
        .hidden router_native_rust_get_task
        .type   router_native_rust_get_task, @function
router_native_rust_get_task:
        .cfi_startproc
        HOST    %r11
        movq    %fs:H_CURRENT(%r11), %rax
        testq   %rax, %rax
        je      1f
        ret
1:      subq    $8, %rsp
        .cfi_adjust_cfa_offset 8
        call    router_no_current_task
        .cfi_endproc
        .size   router_native_rust_get_task, .-router_native_rust_get_task

/* No task runs here. A thread that a run of the runtime left with the limit word of its last task believes otherwise. */
        .p2align 4
plain_call:
        .cfi_startproc
        cmpq    $0, %fs:LIMIT_WORD
        jne     1f
        jmp     *%rsi
1:      subq    $8, %rsp
        .cfi_adjust_cfa_offset 8
        call    router_no_c_stack
        .cfi_endproc

        .section .rodata
router_left_c_stack:
        .string "false && \"Foreign code threw an exception\""
router_left_rust_stack:
        .string "false && \"Rust task failed after reentering the Rust stack\""
        .section .note.GNU-stack,"",@progbits
