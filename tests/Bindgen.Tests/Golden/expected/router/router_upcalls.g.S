/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   small.h        ab1c14d304758269092e8033a11d8f6a6fe27f6e7bce819d2e66f1d865dd780a
 *   manifest.json  0496c284219feb0c3235545d748ac088f4f5547442d64fc3a2907f2ee9942f89 */
/* Per exported symbol a trampoline that puts the C# function into r10 and jumps to router_upcall_<n>, which adds the
 * calling task as argument number n (0..5), or adds nothing (6). Native symbols are the router's own functions.
 * Wrappers make plain C functions of C# functions that were handed to router_wrapped. */
        .hidden router_new, router_wrapped
        .hidden router_upcall_0
        .hidden router_upcall_1
        .hidden router_upcall_2
        .hidden router_upcall_3
        .hidden router_upcall_4
        .hidden router_upcall_5
        .hidden router_upcall_6
        .hidden router_native_small_nothing
        .hidden router_native_small_sum

        .text

/* small_add */
        .p2align 4
        .type tramp_0, @function
tramp_0:
        .cfi_startproc
        movq router_new+0(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_0, .-tramp_0

/* small_blend */
        .p2align 4
        .type tramp_1, @function
tramp_1:
        .cfi_startproc
        movq router_new+8(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_1, .-tramp_1

/* small_fill */
        .p2align 4
        .type tramp_2, @function
tramp_2:
        .cfi_startproc
        movq router_new+16(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_2, .-tramp_2

/* small_floats */
        .p2align 4
        .type tramp_3, @function
tramp_3:
        .cfi_startproc
        movq router_new+24(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_3, .-tramp_3

/* small_grow */
        .p2align 4
        .type tramp_4, @function
tramp_4:
        .cfi_startproc
        movq router_new+32(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_4, .-tramp_4

/* small_length */
        .p2align 4
        .type tramp_5, @function
tramp_5:
        .cfi_startproc
        movq router_new+40(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_5, .-tramp_5

/* small_mix */
        .p2align 4
        .type tramp_6, @function
tramp_6:
        .cfi_startproc
        movq router_new+48(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_6, .-tramp_6

/* small_open */
        .p2align 4
        .type tramp_9, @function
tramp_9:
        .cfi_startproc
        movq router_new+72(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_9, .-tramp_9

/* small_port */
        .p2align 4
        .type tramp_10, @function
tramp_10:
        .cfi_startproc
        movq router_new+80(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_10, .-tramp_10

/* small_scale */
        .p2align 4
        .type tramp_11, @function
tramp_11:
        .cfi_startproc
        movq router_new+88(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_11, .-tramp_11

/* small_six */
        .p2align 4
        .type tramp_12, @function
tramp_12:
        .cfi_startproc
        movq router_new+96(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size tramp_12, .-tramp_12

/* small_swap */
        .p2align 4
        .type tramp_14, @function
tramp_14:
        .cfi_startproc
        movq router_new+112(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_14, .-tramp_14

/* small_visit */
        .p2align 4
        .type tramp_15, @function
tramp_15:
        .cfi_startproc
        movq router_new+120(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_15, .-tramp_15

        .p2align 4
        .type wrap_0, @function
wrap_0:
        .cfi_startproc
        movq router_wrapped+0(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_0, .-wrap_0

        .p2align 4
        .type wrap_1, @function
wrap_1:
        .cfi_startproc
        movq router_wrapped+8(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_1, .-wrap_1

        .p2align 4
        .type wrap_2, @function
wrap_2:
        .cfi_startproc
        movq router_wrapped+16(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_2, .-wrap_2

        .p2align 4
        .type wrap_3, @function
wrap_3:
        .cfi_startproc
        movq router_wrapped+24(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_3, .-wrap_3

        .p2align 4
        .type wrap_4, @function
wrap_4:
        .cfi_startproc
        movq router_wrapped+32(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_4, .-wrap_4

        .p2align 4
        .type wrap_5, @function
wrap_5:
        .cfi_startproc
        movq router_wrapped+40(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_5, .-wrap_5

        .p2align 4
        .type wrap_6, @function
wrap_6:
        .cfi_startproc
        movq router_wrapped+48(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_6, .-wrap_6

        .p2align 4
        .type wrap_7, @function
wrap_7:
        .cfi_startproc
        movq router_wrapped+56(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_7, .-wrap_7

        .p2align 4
        .type wrap_8, @function
wrap_8:
        .cfi_startproc
        movq router_wrapped+64(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_8, .-wrap_8

        .p2align 4
        .type wrap_9, @function
wrap_9:
        .cfi_startproc
        movq router_wrapped+72(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_9, .-wrap_9

        .p2align 4
        .type wrap_10, @function
wrap_10:
        .cfi_startproc
        movq router_wrapped+80(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_10, .-wrap_10

        .p2align 4
        .type wrap_11, @function
wrap_11:
        .cfi_startproc
        movq router_wrapped+88(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_11, .-wrap_11

        .p2align 4
        .type wrap_12, @function
wrap_12:
        .cfi_startproc
        movq router_wrapped+96(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_12, .-wrap_12

        .p2align 4
        .type wrap_13, @function
wrap_13:
        .cfi_startproc
        movq router_wrapped+104(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_13, .-wrap_13

        .p2align 4
        .type wrap_14, @function
wrap_14:
        .cfi_startproc
        movq router_wrapped+112(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_14, .-wrap_14

        .p2align 4
        .type wrap_15, @function
wrap_15:
        .cfi_startproc
        movq router_wrapped+120(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_15, .-wrap_15

        .p2align 4
        .type wrap_16, @function
wrap_16:
        .cfi_startproc
        movq router_wrapped+128(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_16, .-wrap_16

        .p2align 4
        .type wrap_17, @function
wrap_17:
        .cfi_startproc
        movq router_wrapped+136(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_17, .-wrap_17

        .p2align 4
        .type wrap_18, @function
wrap_18:
        .cfi_startproc
        movq router_wrapped+144(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_18, .-wrap_18

        .p2align 4
        .type wrap_19, @function
wrap_19:
        .cfi_startproc
        movq router_wrapped+152(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_19, .-wrap_19

        .p2align 4
        .type wrap_20, @function
wrap_20:
        .cfi_startproc
        movq router_wrapped+160(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_20, .-wrap_20

        .p2align 4
        .type wrap_21, @function
wrap_21:
        .cfi_startproc
        movq router_wrapped+168(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_21, .-wrap_21

        .p2align 4
        .type wrap_22, @function
wrap_22:
        .cfi_startproc
        movq router_wrapped+176(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_22, .-wrap_22

        .p2align 4
        .type wrap_23, @function
wrap_23:
        .cfi_startproc
        movq router_wrapped+184(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_23, .-wrap_23

        .p2align 4
        .type wrap_24, @function
wrap_24:
        .cfi_startproc
        movq router_wrapped+192(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_24, .-wrap_24

        .p2align 4
        .type wrap_25, @function
wrap_25:
        .cfi_startproc
        movq router_wrapped+200(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_25, .-wrap_25

        .p2align 4
        .type wrap_26, @function
wrap_26:
        .cfi_startproc
        movq router_wrapped+208(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_26, .-wrap_26

        .p2align 4
        .type wrap_27, @function
wrap_27:
        .cfi_startproc
        movq router_wrapped+216(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_27, .-wrap_27

        .p2align 4
        .type wrap_28, @function
wrap_28:
        .cfi_startproc
        movq router_wrapped+224(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_28, .-wrap_28

        .p2align 4
        .type wrap_29, @function
wrap_29:
        .cfi_startproc
        movq router_wrapped+232(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_29, .-wrap_29

        .p2align 4
        .type wrap_30, @function
wrap_30:
        .cfi_startproc
        movq router_wrapped+240(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_30, .-wrap_30

        .p2align 4
        .type wrap_31, @function
wrap_31:
        .cfi_startproc
        movq router_wrapped+248(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_31, .-wrap_31

        .p2align 4
        .type wrap_32, @function
wrap_32:
        .cfi_startproc
        movq router_wrapped+256(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_32, .-wrap_32

        .section .data.rel.ro.local, "aw", @progbits
        .p2align 6
        .globl router_trampolines
        .hidden router_trampolines
        .type router_trampolines, @object
router_trampolines:
        .quad tramp_0
        .quad tramp_1
        .quad tramp_2
        .quad tramp_3
        .quad tramp_4
        .quad tramp_5
        .quad tramp_6
        .quad router_native_small_nothing
        .quad 0
        .quad tramp_9
        .quad tramp_10
        .quad tramp_11
        .quad tramp_12
        .quad router_native_small_sum
        .quad tramp_14
        .quad tramp_15
        .size router_trampolines, .-router_trampolines

        .p2align 6
        .globl router_wrappers
        .hidden router_wrappers
        .type router_wrappers, @object
router_wrappers:
        .quad wrap_0
        .quad wrap_1
        .quad wrap_2
        .quad wrap_3
        .quad wrap_4
        .quad wrap_5
        .quad wrap_6
        .quad wrap_7
        .quad wrap_8
        .quad wrap_9
        .quad wrap_10
        .quad wrap_11
        .quad wrap_12
        .quad wrap_13
        .quad wrap_14
        .quad wrap_15
        .quad wrap_16
        .quad wrap_17
        .quad wrap_18
        .quad wrap_19
        .quad wrap_20
        .quad wrap_21
        .quad wrap_22
        .quad wrap_23
        .quad wrap_24
        .quad wrap_25
        .quad wrap_26
        .quad wrap_27
        .quad wrap_28
        .quad wrap_29
        .quad wrap_30
        .quad wrap_31
        .quad wrap_32
        .size router_wrappers, .-router_wrappers

        .section .note.GNU-stack,"",@progbits
