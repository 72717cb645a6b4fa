/* The first call of a function, from its lazy stub. r10d = its index. Keeps the arguments, lets \resolve decide, and goes on as if
 * the slot had been filled all along. */
#include "arguments.h"
.macro LAZY name, resolve
        .hidden \resolve
        .p2align 4
        .globl  \name
        .hidden \name
        .type   \name, @function
\name:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        subq    $ARGUMENTS_SIZE, %rsp
        KEEP_ARGUMENTS
        movl    %r10d, %edi
        call    \resolve
        movq    %rax, %r10
        GIVE_ARGUMENTS_BACK
        leave
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        jmp     *%r10
        .cfi_endproc
        .size   \name, .-\name
.endm
