/* router_lazy: the first call of a symbol. r10d = symbol. Keeps the arguments, lets router_resolve decide, and goes on as
   if the slot had been filled all along. */
#include "arguments.h"
        .text
        .hidden router_resolve
        .p2align 4
        .globl  router_lazy
        .hidden router_lazy
        .type   router_lazy, @function
router_lazy:
        .cfi_startproc
        pushq   %rbp
        .cfi_def_cfa_offset 16
        .cfi_offset rbp, -16
        movq    %rsp, %rbp
        .cfi_def_cfa_register rbp
        subq    $ARGUMENTS_SIZE, %rsp
        KEEP_ARGUMENTS
        movl    %r10d, %edi
        call    router_resolve
        movq    %rax, %r10
        GIVE_ARGUMENTS_BACK
        leave
        .cfi_def_cfa rsp, 8
        .cfi_restore rbp
        jmp     *%r10
        .cfi_endproc
        .size   router_lazy, .-router_lazy
        .section .note.GNU-stack,"",@progbits
