/* Upcalls: from a task's stack into C# on the host stack, and back.
 *
 *   router_upcall_N  entered by a trampoline, r10 = C# function; passes the current task as integer argument N (0 to 5)
 *   router_upcall_6  the same without it
 *   router_upcall    called by the router: re-enters C# at a continuation
 *
 * Off a task's stack (a thread without a task, or C# itself on the host stack) it is a plain call. Where the legacy library
 * does not say when it is on one, borrowed.c finds out, and the call begins again. Frames are rbp-based,
 * so that the CFA is valid on either stack: gdb and the unwinder walk from C# through here into the caller's frames. gdb
 * follows a CFA to a lower stack only from a function of the name __morestack, hence the local symbols.
 * Cost: 8 ns there and back. With ROUTER_CHECK a nested upcall, or an answer that cannot be carried out, is fatal. */
#include "router_api.h"
        .text
        .hidden router_host_tls, router_answer, router_first_entry, router_hosts_are_borrowed, router_borrow_host

.macro HOST r
        movq    router_host_tls@gottpoff(%rip), \r
.endm
.macro ENTER_HOST
        movl    $0, %fs:H_ON_TASK(%r11)
#ifdef ROUTER_CHECK
        cmpl    $0, %fs:H_DEPTH(%r11)
        jne     router_broken_upcall
        incl    %fs:H_DEPTH(%r11)
#endif
        movq    %fs:H_SP(%r11), %rsp
.endm
.macro LEAVE_HOST
        movq    %rbp, %rsp
        HOST    %r11
#ifdef ROUTER_CHECK
        decl    %fs:H_DEPTH(%r11)
#endif
        movl    $1, %fs:H_ON_TASK(%r11)
.endm
.macro ENTRY n, reg
        .p2align 4
        .globl  router_upcall_\n
        .hidden router_upcall_\n
        .type   router_upcall_\n, @function
router_upcall_\n:
        .cfi_startproc
        HOST    %r11
        movq    %fs:H_CURRENT(%r11), \reg
        cmpl    $0, %fs:H_ON_TASK(%r11)
        jne     router_upcall_on_task
        leaq    router_upcall_\n(%rip), %rax
        jmp     off_task
        .cfi_endproc
        .size   router_upcall_\n, .-router_upcall_\n
.endm
        ENTRY   0, %rdi
        ENTRY   1, %rsi
        ENTRY   2, %rdx
        ENTRY   3, %rcx
        ENTRY   4, %r8
        ENTRY   5, %r9

        .p2align 4
        .globl  router_upcall_6
        .hidden router_upcall_6
        .type   router_upcall_6, @function
router_upcall_6:
        .cfi_startproc
        HOST    %r11
        cmpl    $0, %fs:H_ON_TASK(%r11)
        jne     router_upcall_on_task
        leaq    router_upcall_6(%rip), %rax
        jmp     off_task
router_upcall_on_task:
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        ENTER_HOST
        .type   __morestack, @function
__morestack:
        call    *%r10
        .size   __morestack, .-__morestack
        LEAVE_HOST
        movq    %fs:H_CURRENT(%r11), %rdi
        cmpl    $ANSWER_RETURN, T_ACTION(%rdi)
        jne     1f
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_restore_state
1:      movq    %rax, %rsi              /* this frame stays: failures unwind through it */
        call    router_answer
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_def_cfa rsp, 8
off_task:                               /* rax: where the call begins again */
        cmpq    $0, %fs:H_HI(%r11)      /* a thread never seen before: has it room for C#? */
        je      first_entry
        cmpl    $0, router_hosts_are_borrowed(%rip)
        jne     borrow
#ifdef ROUTER_CHECK
        cmpq    $0, %fs:H_CURRENT(%r11)
        je      2f
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        call    *%r10
        HOST    %r11
        movq    %fs:H_CURRENT(%r11), %rcx
        cmpl    $ANSWER_RETURN, T_ACTION(%rcx)
        jne     router_broken_upcall    /* called from C# on the host stack: only `return` can be carried out */
        popq    %rbp
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
2:
#endif
        jmp     *%r10
first_entry:
        pushq   %rdi
        .cfi_adjust_cfa_offset 8
        pushq   %rsi
        .cfi_adjust_cfa_offset 8
        pushq   %rdx
        .cfi_adjust_cfa_offset 8
        pushq   %rcx
        .cfi_adjust_cfa_offset 8
        pushq   %r8
        .cfi_adjust_cfa_offset 8
        pushq   %r9
        .cfi_adjust_cfa_offset 8
        pushq   %r10
        .cfi_adjust_cfa_offset 8
        pushq   %rax
        .cfi_adjust_cfa_offset 8
        subq    $8, %rsp
        .cfi_adjust_cfa_offset 8
        call    router_first_entry
        addq    $8, %rsp
        .cfi_adjust_cfa_offset -8
        popq    %rax
        .cfi_adjust_cfa_offset -8
        popq    %r10
        .cfi_adjust_cfa_offset -8
        popq    %r9
        .cfi_adjust_cfa_offset -8
        popq    %r8
        .cfi_adjust_cfa_offset -8
        popq    %rcx
        .cfi_adjust_cfa_offset -8
        popq    %rdx
        .cfi_adjust_cfa_offset -8
        popq    %rsi
        .cfi_adjust_cfa_offset -8
        popq    %rdi
        .cfi_adjust_cfa_offset -8
        jmp     *%rax
borrow:
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        pushq   %rdi
        pushq   %rsi
        pushq   %rdx
        pushq   %rcx
        pushq   %r8
        pushq   %r9
        pushq   %r10
        pushq   %rax
        call    router_borrow_host
        movl    %eax, %r11d
        popq    %rax
        popq    %r10
        popq    %r9
        popq    %r8
        popq    %rcx
        popq    %rdx
        popq    %rsi
        popq    %rdi
        testl   %r11d, %r11d
        je      not_borrowed
        call    *%rax
        HOST    %r11                    /* rax and rdx are the result */
        movl    $0, %fs:H_ON_TASK(%r11)
        movq    $0, %fs:H_CURRENT(%r11)
        popq    %rbp
        .cfi_remember_state
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_restore_state
not_borrowed:
        popq    %rbp
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        jmp     *%r10
        .cfi_endproc
        .size   router_upcall_6, .-router_upcall_6

/* uint64_t router_upcall(fn, task, a, b, c): on the task's stack; the answer is left to the caller */
        .p2align 4
        .globl  router_upcall
        .hidden router_upcall
        .type   router_upcall, @function
router_upcall:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        movq    %rdi, %r10
        movq    %rsi, %rdi
        movq    %rdx, %rsi
        movq    %rcx, %rdx
        movq    %r8, %rcx
        HOST    %r11
        ENTER_HOST
        .type   __morestack1, @function
__morestack1:
        call    *%r10
        .size   __morestack1, .-__morestack1
        LEAVE_HOST
        popq    %rbp
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        ret
        .cfi_endproc
        .size   router_upcall, .-router_upcall

        .p2align 4
router_broken_upcall:
        ud2
        .section .note.GNU-stack,"",@progbits
