/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   small.h        ab1c14d304758269092e8033a11d8f6a6fe27f6e7bce819d2e66f1d865dd780a
 *   manifest.json  0496c284219feb0c3235545d748ac088f4f5547442d64fc3a2907f2ee9942f89 */
/* Per symbol: the exported function jumps through its slot in router_table, which holds first lazy_<index>
 * (router_lazy decides, with the index in r10d), then a backend's function, or count_<index> if calls are counted,
 * or trace_<index> if they are traced (router_trace, or router_trace_entry which sees no result, index in r10d). */
        .hidden router_lazy, router_calls, router_target, router_trace, router_trace_entry

        .text

        .p2align 4
        .globl small_add
        .type small_add, @function
small_add:
        .cfi_startproc
        jmp *router_table+0(%rip)
        .cfi_endproc
        .size small_add, .-small_add
        .p2align 4
        .type lazy_0, @function
lazy_0:
        .cfi_startproc
        movl $0, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_0, .-lazy_0
        .p2align 4
        .type count_0, @function
count_0:
        .cfi_startproc
        lock incq router_calls+0(%rip)
        jmp *router_target+0(%rip)
        .cfi_endproc
        .size count_0, .-count_0
        .p2align 4
        .type trace_0, @function
trace_0:
        .cfi_startproc
        movl $0, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_0, .-trace_0

        .p2align 4
        .globl small_blend
        .type small_blend, @function
small_blend:
        .cfi_startproc
        jmp *router_table+8(%rip)
        .cfi_endproc
        .size small_blend, .-small_blend
        .p2align 4
        .type lazy_1, @function
lazy_1:
        .cfi_startproc
        movl $1, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_1, .-lazy_1
        .p2align 4
        .type count_1, @function
count_1:
        .cfi_startproc
        lock incq router_calls+8(%rip)
        jmp *router_target+8(%rip)
        .cfi_endproc
        .size count_1, .-count_1
        .p2align 4
        .type trace_1, @function
trace_1:
        .cfi_startproc
        movl $1, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_1, .-trace_1

        .p2align 4
        .globl small_fill
        .type small_fill, @function
small_fill:
        .cfi_startproc
        jmp *router_table+16(%rip)
        .cfi_endproc
        .size small_fill, .-small_fill
        .p2align 4
        .type lazy_2, @function
lazy_2:
        .cfi_startproc
        movl $2, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_2, .-lazy_2
        .p2align 4
        .type count_2, @function
count_2:
        .cfi_startproc
        lock incq router_calls+16(%rip)
        jmp *router_target+16(%rip)
        .cfi_endproc
        .size count_2, .-count_2
        .p2align 4
        .type trace_2, @function
trace_2:
        .cfi_startproc
        movl $2, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_2, .-trace_2

        .p2align 4
        .globl small_floats
        .type small_floats, @function
small_floats:
        .cfi_startproc
        jmp *router_table+24(%rip)
        .cfi_endproc
        .size small_floats, .-small_floats
        .p2align 4
        .type lazy_3, @function
lazy_3:
        .cfi_startproc
        movl $3, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_3, .-lazy_3
        .p2align 4
        .type count_3, @function
count_3:
        .cfi_startproc
        lock incq router_calls+24(%rip)
        jmp *router_target+24(%rip)
        .cfi_endproc
        .size count_3, .-count_3
        .p2align 4
        .type trace_3, @function
trace_3:
        .cfi_startproc
        movl $3, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_3, .-trace_3

        .p2align 4
        .globl small_grow
        .type small_grow, @function
small_grow:
        .cfi_startproc
        jmp *router_table+32(%rip)
        .cfi_endproc
        .size small_grow, .-small_grow
        .p2align 4
        .type lazy_4, @function
lazy_4:
        .cfi_startproc
        movl $4, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_4, .-lazy_4
        .p2align 4
        .type count_4, @function
count_4:
        .cfi_startproc
        lock incq router_calls+32(%rip)
        jmp *router_target+32(%rip)
        .cfi_endproc
        .size count_4, .-count_4
        .p2align 4
        .type trace_4, @function
trace_4:
        .cfi_startproc
        movl $4, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_4, .-trace_4

        .p2align 4
        .globl small_length
        .type small_length, @function
small_length:
        .cfi_startproc
        jmp *router_table+40(%rip)
        .cfi_endproc
        .size small_length, .-small_length
        .p2align 4
        .type lazy_5, @function
lazy_5:
        .cfi_startproc
        movl $5, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_5, .-lazy_5
        .p2align 4
        .type count_5, @function
count_5:
        .cfi_startproc
        lock incq router_calls+40(%rip)
        jmp *router_target+40(%rip)
        .cfi_endproc
        .size count_5, .-count_5
        .p2align 4
        .type trace_5, @function
trace_5:
        .cfi_startproc
        movl $5, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_5, .-trace_5

        .p2align 4
        .globl small_mix
        .type small_mix, @function
small_mix:
        .cfi_startproc
        jmp *router_table+48(%rip)
        .cfi_endproc
        .size small_mix, .-small_mix
        .p2align 4
        .type lazy_6, @function
lazy_6:
        .cfi_startproc
        movl $6, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_6, .-lazy_6
        .p2align 4
        .type count_6, @function
count_6:
        .cfi_startproc
        lock incq router_calls+48(%rip)
        jmp *router_target+48(%rip)
        .cfi_endproc
        .size count_6, .-count_6
        .p2align 4
        .type trace_6, @function
trace_6:
        .cfi_startproc
        movl $6, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_6, .-trace_6

        .p2align 4
        .globl small_nothing
        .type small_nothing, @function
small_nothing:
        .cfi_startproc
        jmp *router_table+56(%rip)
        .cfi_endproc
        .size small_nothing, .-small_nothing
        .p2align 4
        .type lazy_7, @function
lazy_7:
        .cfi_startproc
        movl $7, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_7, .-lazy_7
        .p2align 4
        .type count_7, @function
count_7:
        .cfi_startproc
        lock incq router_calls+56(%rip)
        jmp *router_target+56(%rip)
        .cfi_endproc
        .size count_7, .-count_7
        .p2align 4
        .type trace_7, @function
trace_7:
        .cfi_startproc
        movl $7, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_7, .-trace_7

        .p2align 4
        .globl small_old
        .type small_old, @function
small_old:
        .cfi_startproc
        jmp *router_table+64(%rip)
        .cfi_endproc
        .size small_old, .-small_old
        .p2align 4
        .type lazy_8, @function
lazy_8:
        .cfi_startproc
        movl $8, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_8, .-lazy_8
        .p2align 4
        .type count_8, @function
count_8:
        .cfi_startproc
        lock incq router_calls+64(%rip)
        jmp *router_target+64(%rip)
        .cfi_endproc
        .size count_8, .-count_8
        .p2align 4
        .type trace_8, @function
trace_8:
        .cfi_startproc
        movl $8, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_8, .-trace_8

        .p2align 4
        .globl small_open
        .type small_open, @function
small_open:
        .cfi_startproc
        jmp *router_table+72(%rip)
        .cfi_endproc
        .size small_open, .-small_open
        .p2align 4
        .type lazy_9, @function
lazy_9:
        .cfi_startproc
        movl $9, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_9, .-lazy_9
        .p2align 4
        .type count_9, @function
count_9:
        .cfi_startproc
        lock incq router_calls+72(%rip)
        jmp *router_target+72(%rip)
        .cfi_endproc
        .size count_9, .-count_9
        .p2align 4
        .type trace_9, @function
trace_9:
        .cfi_startproc
        movl $9, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_9, .-trace_9

        .p2align 4
        .globl small_port
        .type small_port, @function
small_port:
        .cfi_startproc
        jmp *router_table+80(%rip)
        .cfi_endproc
        .size small_port, .-small_port
        .p2align 4
        .type lazy_10, @function
lazy_10:
        .cfi_startproc
        movl $10, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_10, .-lazy_10
        .p2align 4
        .type count_10, @function
count_10:
        .cfi_startproc
        lock incq router_calls+80(%rip)
        jmp *router_target+80(%rip)
        .cfi_endproc
        .size count_10, .-count_10
        .p2align 4
        .type trace_10, @function
trace_10:
        .cfi_startproc
        movl $10, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_10, .-trace_10

        .p2align 4
        .globl small_scale
        .type small_scale, @function
small_scale:
        .cfi_startproc
        jmp *router_table+88(%rip)
        .cfi_endproc
        .size small_scale, .-small_scale
        .p2align 4
        .type lazy_11, @function
lazy_11:
        .cfi_startproc
        movl $11, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_11, .-lazy_11
        .p2align 4
        .type count_11, @function
count_11:
        .cfi_startproc
        lock incq router_calls+88(%rip)
        jmp *router_target+88(%rip)
        .cfi_endproc
        .size count_11, .-count_11
        .p2align 4
        .type trace_11, @function
trace_11:
        .cfi_startproc
        movl $11, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_11, .-trace_11

        .p2align 4
        .globl small_six
        .type small_six, @function
small_six:
        .cfi_startproc
        jmp *router_table+96(%rip)
        .cfi_endproc
        .size small_six, .-small_six
        .p2align 4
        .type lazy_12, @function
lazy_12:
        .cfi_startproc
        movl $12, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_12, .-lazy_12
        .p2align 4
        .type count_12, @function
count_12:
        .cfi_startproc
        lock incq router_calls+96(%rip)
        jmp *router_target+96(%rip)
        .cfi_endproc
        .size count_12, .-count_12
        .p2align 4
        .type trace_12, @function
trace_12:
        .cfi_startproc
        movl $12, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_12, .-trace_12

        .p2align 4
        .globl small_sum
        .type small_sum, @function
small_sum:
        .cfi_startproc
        jmp *router_table+104(%rip)
        .cfi_endproc
        .size small_sum, .-small_sum
        .p2align 4
        .type lazy_13, @function
lazy_13:
        .cfi_startproc
        movl $13, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_13, .-lazy_13
        .p2align 4
        .type count_13, @function
count_13:
        .cfi_startproc
        lock incq router_calls+104(%rip)
        jmp *router_target+104(%rip)
        .cfi_endproc
        .size count_13, .-count_13
        .p2align 4
        .type trace_13, @function
trace_13:
        .cfi_startproc
        movl $13, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_13, .-trace_13

        .p2align 4
        .globl small_swap
        .type small_swap, @function
small_swap:
        .cfi_startproc
        jmp *router_table+112(%rip)
        .cfi_endproc
        .size small_swap, .-small_swap
        .p2align 4
        .type lazy_14, @function
lazy_14:
        .cfi_startproc
        movl $14, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_14, .-lazy_14
        .p2align 4
        .type count_14, @function
count_14:
        .cfi_startproc
        lock incq router_calls+112(%rip)
        jmp *router_target+112(%rip)
        .cfi_endproc
        .size count_14, .-count_14
        .p2align 4
        .type trace_14, @function
trace_14:
        .cfi_startproc
        movl $14, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_14, .-trace_14

        .p2align 4
        .globl small_visit
        .type small_visit, @function
small_visit:
        .cfi_startproc
        jmp *router_table+120(%rip)
        .cfi_endproc
        .size small_visit, .-small_visit
        .p2align 4
        .type lazy_15, @function
lazy_15:
        .cfi_startproc
        movl $15, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_15, .-lazy_15
        .p2align 4
        .type count_15, @function
count_15:
        .cfi_startproc
        lock incq router_calls+120(%rip)
        jmp *router_target+120(%rip)
        .cfi_endproc
        .size count_15, .-count_15
        .p2align 4
        .type trace_15, @function
trace_15:
        .cfi_startproc
        movl $15, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_15, .-trace_15

        .section .data.rel.local, "aw", @progbits
        .p2align 6
        .globl router_table
        .hidden router_table
        .type router_table, @object
router_table:
        .quad lazy_0
        .quad lazy_1
        .quad lazy_2
        .quad lazy_3
        .quad lazy_4
        .quad lazy_5
        .quad lazy_6
        .quad lazy_7
        .quad lazy_8
        .quad lazy_9
        .quad lazy_10
        .quad lazy_11
        .quad lazy_12
        .quad lazy_13
        .quad lazy_14
        .quad lazy_15
        .size router_table, .-router_table

        .section .data.rel.ro.local, "aw", @progbits
        .p2align 6
        .globl router_lazies
        .hidden router_lazies
        .type router_lazies, @object
router_lazies:
        .quad lazy_0
        .quad lazy_1
        .quad lazy_2
        .quad lazy_3
        .quad lazy_4
        .quad lazy_5
        .quad lazy_6
        .quad lazy_7
        .quad lazy_8
        .quad lazy_9
        .quad lazy_10
        .quad lazy_11
        .quad lazy_12
        .quad lazy_13
        .quad lazy_14
        .quad lazy_15
        .size router_lazies, .-router_lazies

        .p2align 6
        .globl router_counting
        .hidden router_counting
        .type router_counting, @object
router_counting:
        .quad count_0
        .quad count_1
        .quad count_2
        .quad count_3
        .quad count_4
        .quad count_5
        .quad count_6
        .quad count_7
        .quad count_8
        .quad count_9
        .quad count_10
        .quad count_11
        .quad count_12
        .quad count_13
        .quad count_14
        .quad count_15
        .size router_counting, .-router_counting

        .p2align 6
        .globl router_tracing
        .hidden router_tracing
        .type router_tracing, @object
router_tracing:
        .quad trace_0
        .quad trace_1
        .quad trace_2
        .quad trace_3
        .quad trace_4
        .quad trace_5
        .quad trace_6
        .quad trace_7
        .quad trace_8
        .quad trace_9
        .quad trace_10
        .quad trace_11
        .quad trace_12
        .quad trace_13
        .quad trace_14
        .quad trace_15
        .size router_tracing, .-router_tracing

        .section .note.GNU-stack,"",@progbits
