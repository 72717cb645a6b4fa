/* Where the trampolines of this library go on: into the upcalls of librustrt.so, whose addresses come with the joining. r10 = C#
 * function. */
        .text
.macro ENTRY n
        .p2align 4
        .globl  router_upcall_\n
        .hidden router_upcall_\n
        .type   router_upcall_\n, @function
router_upcall_\n:
        .cfi_startproc
        jmp     *router_joined_upcalls+8*\n(%rip)
        .cfi_endproc
        .size   router_upcall_\n, .-router_upcall_\n
.endm
        .hidden router_joined_upcalls
        ENTRY   0
        ENTRY   1
        ENTRY   2
        ENTRY   3
        ENTRY   4
        ENTRY   5
        ENTRY   6
        .section .note.GNU-stack,"",@progbits
