/* Calls of the caller's code on the task's stack.
 *
 *   router_call6, router_call6_catch                    from the router, as C# asked (answer.c)
 *   router_hop                                          a call on another part of the task's stack
 *   router_native_upcall_call_shim_on_c_stack, _on_rust_stack   the old foreign-call doors, in place: the new runtime has one
 *       stack per task, so that going to C and back is a matter of bookkeeping: the stack-limit word (0 on C), the depth
 *       of C calls and the re-entered mark that makes a kill wait. A task that has asked for its segments is told apart by
 *       T_C_SP (segments.c): C code must keep out of them, so its C calls begin below the first one, and Rust code
 *       goes on where it was. Any exception that would leave such a frame aborts, once the frames below it are unwound,
 *       with the old words (router_shim_personality; the LSDA is the message). Without a task they are plain calls. */
#include "router_api.h"
        .text
        .hidden router_dead_canary, router_failure_personality, router_shim_personality, router_caught, router_host_tls, router_no_rust_stack, router_no_c_stack

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

/* void router_hop(arg, fn, sp, left): where the stack was left is stored in *left. The label makes gdb follow to a lower
   stack (upcall.S). */
        .p2align 4
        .globl  router_hop
        .hidden router_hop
        .type   router_hop, @function
router_hop:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        movq    %rsp, (%rcx)
        movq    %rdx, %rsp
        .type   __morestack, @function
__morestack:
        call    *%rsi
        .size   __morestack, .-__morestack
        leave
        .cfi_def_cfa rsp, 8
        ret
        .cfi_endproc
        .size   router_hop, .-router_hop

/* rax = task, which has asked for its segments. The old runtime looked at the canary whenever it went by the limit word.
   Here only a header that is whole but for its canary counts: C code that ran in place may have been where it lies. */
.macro CHECK_CANARY scratch, limit
        testq   \limit, \limit
        je      9f
        movabsq $STACK_CANARY, \scratch
        cmpq    \scratch, -(LIMIT_OFFSET+RED_ZONE+SEG_HEADER-SEG_CANARY)(\limit)
        je      9f
        cmpq    %rax, -(LIMIT_OFFSET+RED_ZONE+SEG_HEADER-SEG_TASK)(\limit)
        je      dead_canary
9:
.endm

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
        pushq   T_RUST_SP(%rax)
        pushq   %rax
        incl    T_C_DEPTH(%rax)
        movq    T_C_SP(%rax), %rcx
        testq   %rcx, %rcx
        jne     keep_out
call_c: xorl    %eax, %eax
        movq    %rax, %fs:LIMIT_WORD
        call    *%rsi
        movq    -32(%rbp), %rax
        leaq    -24(%rbp), %rsp
        popq    T_RUST_SP(%rax)
        decl    T_C_DEPTH(%rax)
        popq    %rcx
        popq    %rdx
        testq   %rdx, %rdx              /* the segment may be another now */
        cmovneq T_RUST_LIMIT(%rax), %rdx
        movq    %rdx, %fs:LIMIT_WORD
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
keep_out:
        movq    -8(%rbp), %rdx
        CHECK_CANARY %r8, %rdx
        cmpq    T_C_LOW(%rax), %rsp
        jb      2f
        cmpq    T_C_TOP(%rax), %rsp
        jb      call_c
        cmpq    T_TOP(%rax), %rsp
        jae     2f
        cmpl    $1, T_C_DEPTH(%rax)     /* the outermost call, from the first segment: nobody is below */
        jne     2f
        movq    T_C_TOP(%rax), %rcx
        movq    %rcx, T_C_SP(%rax)
2:      movq    %rsp, T_RUST_SP(%rax)
        movq    %rcx, %rsp
        jmp     call_c
dead_canary:
        andq    $-16, %rsp
        call    router_dead_canary
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
        movl    T_REENTERED(%rax), %ecx
        pushq   %rcx
        pushq   T_C_SP(%rax)
        pushq   %rax
        movl    $1, T_REENTERED(%rax)
        cmpq    $0, T_C_SP(%rax)
        jne     go_back
1:      movq    T_RUST_LIMIT(%rax), %rax
        movq    %rax, %fs:LIMIT_WORD
        call    *%rsi
        movq    -32(%rbp), %rax
        leaq    -24(%rbp), %rsp
        cmpq    $0, T_C_SP(%rax)
        jne     restore_c_sp
2:      addq    $8, %rsp
        popq    %rcx
        movl    %ecx, T_REENTERED(%rax)
        popq    %fs:LIMIT_WORD
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_restore_state
go_back:                                /* C calls from there begin below the frames that are here */
        cmpq    T_C_LOW(%rax), %rsp
        jb      1b
        cmpq    T_C_TOP(%rax), %rsp
        jae     1b
        movq    %rsp, T_C_SP(%rax)
        movq    T_RUST_SP(%rax), %rcx
        testq   %rcx, %rcx              /* 0: it began to ask inside of this call, which went on in place */
        cmovneq %rcx, %rsp
        jmp     1b
restore_c_sp:
        movq    (%rsp), %rcx
        testq   %rcx, %rcx              /* it began to ask inside of this call */
        je      2b
        movq    %rcx, T_C_SP(%rax)
        jmp     2b
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
        cmpq    $0, T_C_SP(%rax)
        jne     2f
        ret
1:      subq    $8, %rsp
        .cfi_adjust_cfa_offset 8
        call    router_no_current_task
        .cfi_adjust_cfa_offset -8
2:      movq    %fs:LIMIT_WORD, %rdx
        CHECK_CANARY %rcx, %rdx
        ret
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
