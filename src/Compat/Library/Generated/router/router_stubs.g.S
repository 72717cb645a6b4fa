/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustcore.h      dff56336023ad058627411ff0fd3bbbacc64b9a49d7e9a06d6d2b5e82e068f83
 *   rustrt_core.h   17fc069cdf3d01fc30d22816a2006a7386349935dce92671651776acc80494db
 *   library.json    f132b6f60b7ab5a201543623a1d4310d8c9ca71b499cd1be274dff9604746ccc
 *   catalogue.json  ef7ccaba372f3bd1a1857600a60e803f38db421025e26e6df5fb86c5a088353a */
/* Per symbol: the exported function jumps through its slot in router_table, which holds first lazy_<index>
 * (router_lazy decides, with the index in r10d), then a backend's function, or count_<index> if calls are counted,
 * or trace_<index> if they are traced (router_trace, or router_trace_entry which sees no result, index in r10d). */
        .hidden router_lazy, router_calls, router_target, router_trace, router_trace_entry

        .text

        .p2align 4
        .globl rustcore_annihilate
        .type rustcore_annihilate, @function
rustcore_annihilate:
        .cfi_startproc
        jmp *router_table+0(%rip)
        .cfi_endproc
        .size rustcore_annihilate, .-rustcore_annihilate
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
        .globl rustcore_at_exit
        .type rustcore_at_exit, @function
rustcore_at_exit:
        .cfi_startproc
        jmp *router_table+8(%rip)
        .cfi_endproc
        .size rustcore_at_exit, .-rustcore_at_exit
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
        .globl rustcore_atomically
        .type rustcore_atomically, @function
rustcore_atomically:
        .cfi_startproc
        jmp *router_table+16(%rip)
        .cfi_endproc
        .size rustcore_atomically, .-rustcore_atomically
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
        .globl rustcore_box_drop
        .type rustcore_box_drop, @function
rustcore_box_drop:
        .cfi_startproc
        jmp *router_table+24(%rip)
        .cfi_endproc
        .size rustcore_box_drop, .-rustcore_box_drop
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
        .globl rustcore_box_new
        .type rustcore_box_new, @function
rustcore_box_new:
        .cfi_startproc
        jmp *router_table+32(%rip)
        .cfi_endproc
        .size rustcore_box_new, .-rustcore_box_new
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
        jmp router_trace
        .cfi_endproc
        .size trace_4, .-trace_4

        .p2align 4
        .globl rustcore_box_take
        .type rustcore_box_take, @function
rustcore_box_take:
        .cfi_startproc
        jmp *router_table+40(%rip)
        .cfi_endproc
        .size rustcore_box_take, .-rustcore_box_take
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
        .globl rustcore_builder_drop
        .type rustcore_builder_drop, @function
rustcore_builder_drop:
        .cfi_startproc
        jmp *router_table+48(%rip)
        .cfi_endproc
        .size rustcore_builder_drop, .-rustcore_builder_drop
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
        .globl rustcore_builder_future_result
        .type rustcore_builder_future_result, @function
rustcore_builder_future_result:
        .cfi_startproc
        jmp *router_table+56(%rip)
        .cfi_endproc
        .size rustcore_builder_future_result, .-rustcore_builder_future_result
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
        jmp router_trace
        .cfi_endproc
        .size trace_7, .-trace_7

        .p2align 4
        .globl rustcore_builder_linkage
        .type rustcore_builder_linkage, @function
rustcore_builder_linkage:
        .cfi_startproc
        jmp *router_table+64(%rip)
        .cfi_endproc
        .size rustcore_builder_linkage, .-rustcore_builder_linkage
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
        .globl rustcore_builder_new
        .type rustcore_builder_new, @function
rustcore_builder_new:
        .cfi_startproc
        jmp *router_table+72(%rip)
        .cfi_endproc
        .size rustcore_builder_new, .-rustcore_builder_new
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
        .globl rustcore_builder_scheduler
        .type rustcore_builder_scheduler, @function
rustcore_builder_scheduler:
        .cfi_startproc
        jmp *router_table+80(%rip)
        .cfi_endproc
        .size rustcore_builder_scheduler, .-rustcore_builder_scheduler
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
        jmp router_trace
        .cfi_endproc
        .size trace_10, .-trace_10

        .p2align 4
        .globl rustcore_builder_spawn
        .type rustcore_builder_spawn, @function
rustcore_builder_spawn:
        .cfi_startproc
        jmp *router_table+88(%rip)
        .cfi_endproc
        .size rustcore_builder_spawn, .-rustcore_builder_spawn
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
        .globl rustcore_bytes_drop
        .type rustcore_bytes_drop, @function
rustcore_bytes_drop:
        .cfi_startproc
        jmp *router_table+96(%rip)
        .cfi_endproc
        .size rustcore_bytes_drop, .-rustcore_bytes_drop
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_12, .-trace_12

        .p2align 4
        .globl rustcore_chan_drop
        .type rustcore_chan_drop, @function
rustcore_chan_drop:
        .cfi_startproc
        jmp *router_table+104(%rip)
        .cfi_endproc
        .size rustcore_chan_drop, .-rustcore_chan_drop
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
        jmp router_trace
        .cfi_endproc
        .size trace_13, .-trace_13

        .p2align 4
        .globl rustcore_chan_one_drop
        .type rustcore_chan_one_drop, @function
rustcore_chan_one_drop:
        .cfi_startproc
        jmp *router_table+112(%rip)
        .cfi_endproc
        .size rustcore_chan_one_drop, .-rustcore_chan_one_drop
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
        jmp router_trace
        .cfi_endproc
        .size trace_14, .-trace_14

        .p2align 4
        .globl rustcore_exclusive_clone
        .type rustcore_exclusive_clone, @function
rustcore_exclusive_clone:
        .cfi_startproc
        jmp *router_table+120(%rip)
        .cfi_endproc
        .size rustcore_exclusive_clone, .-rustcore_exclusive_clone
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

        .p2align 4
        .globl rustcore_exclusive_drop
        .type rustcore_exclusive_drop, @function
rustcore_exclusive_drop:
        .cfi_startproc
        jmp *router_table+128(%rip)
        .cfi_endproc
        .size rustcore_exclusive_drop, .-rustcore_exclusive_drop
        .p2align 4
        .type lazy_16, @function
lazy_16:
        .cfi_startproc
        movl $16, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_16, .-lazy_16
        .p2align 4
        .type count_16, @function
count_16:
        .cfi_startproc
        lock incq router_calls+128(%rip)
        jmp *router_target+128(%rip)
        .cfi_endproc
        .size count_16, .-count_16
        .p2align 4
        .type trace_16, @function
trace_16:
        .cfi_startproc
        movl $16, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_16, .-trace_16

        .p2align 4
        .globl rustcore_exclusive_new
        .type rustcore_exclusive_new, @function
rustcore_exclusive_new:
        .cfi_startproc
        jmp *router_table+136(%rip)
        .cfi_endproc
        .size rustcore_exclusive_new, .-rustcore_exclusive_new
        .p2align 4
        .type lazy_17, @function
lazy_17:
        .cfi_startproc
        movl $17, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_17, .-lazy_17
        .p2align 4
        .type count_17, @function
count_17:
        .cfi_startproc
        lock incq router_calls+136(%rip)
        jmp *router_target+136(%rip)
        .cfi_endproc
        .size count_17, .-count_17
        .p2align 4
        .type trace_17, @function
trace_17:
        .cfi_startproc
        movl $17, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_17, .-trace_17

        .p2align 4
        .globl rustcore_exclusive_unwrap
        .type rustcore_exclusive_unwrap, @function
rustcore_exclusive_unwrap:
        .cfi_startproc
        jmp *router_table+144(%rip)
        .cfi_endproc
        .size rustcore_exclusive_unwrap, .-rustcore_exclusive_unwrap
        .p2align 4
        .type lazy_18, @function
lazy_18:
        .cfi_startproc
        movl $18, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_18, .-lazy_18
        .p2align 4
        .type count_18, @function
count_18:
        .cfi_startproc
        lock incq router_calls+144(%rip)
        jmp *router_target+144(%rip)
        .cfi_endproc
        .size count_18, .-count_18
        .p2align 4
        .type trace_18, @function
trace_18:
        .cfi_startproc
        movl $18, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_18, .-trace_18

        .p2align 4
        .globl rustcore_exclusive_with
        .type rustcore_exclusive_with, @function
rustcore_exclusive_with:
        .cfi_startproc
        jmp *router_table+152(%rip)
        .cfi_endproc
        .size rustcore_exclusive_with, .-rustcore_exclusive_with
        .p2align 4
        .type lazy_19, @function
lazy_19:
        .cfi_startproc
        movl $19, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_19, .-lazy_19
        .p2align 4
        .type count_19, @function
count_19:
        .cfi_startproc
        lock incq router_calls+152(%rip)
        jmp *router_target+152(%rip)
        .cfi_endproc
        .size count_19, .-count_19
        .p2align 4
        .type trace_19, @function
trace_19:
        .cfi_startproc
        movl $19, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_19, .-trace_19

        .p2align 4
        .globl rustcore_fail
        .type rustcore_fail, @function
rustcore_fail:
        .cfi_startproc
        jmp *router_table+160(%rip)
        .cfi_endproc
        .size rustcore_fail, .-rustcore_fail
        .p2align 4
        .type lazy_20, @function
lazy_20:
        .cfi_startproc
        movl $20, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_20, .-lazy_20
        .p2align 4
        .type count_20, @function
count_20:
        .cfi_startproc
        lock incq router_calls+160(%rip)
        jmp *router_target+160(%rip)
        .cfi_endproc
        .size count_20, .-count_20
        .p2align 4
        .type trace_20, @function
trace_20:
        .cfi_startproc
        movl $20, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_20, .-trace_20

        .p2align 4
        .globl rustcore_failing
        .type rustcore_failing, @function
rustcore_failing:
        .cfi_startproc
        jmp *router_table+168(%rip)
        .cfi_endproc
        .size rustcore_failing, .-rustcore_failing
        .p2align 4
        .type lazy_21, @function
lazy_21:
        .cfi_startproc
        movl $21, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_21, .-lazy_21
        .p2align 4
        .type count_21, @function
count_21:
        .cfi_startproc
        lock incq router_calls+168(%rip)
        jmp *router_target+168(%rip)
        .cfi_endproc
        .size count_21, .-count_21
        .p2align 4
        .type trace_21, @function
trace_21:
        .cfi_startproc
        movl $21, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_21, .-trace_21

        .p2align 4
        .globl rustcore_get_scheduler
        .type rustcore_get_scheduler, @function
rustcore_get_scheduler:
        .cfi_startproc
        jmp *router_table+176(%rip)
        .cfi_endproc
        .size rustcore_get_scheduler, .-rustcore_get_scheduler
        .p2align 4
        .type lazy_22, @function
lazy_22:
        .cfi_startproc
        movl $22, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_22, .-lazy_22
        .p2align 4
        .type count_22, @function
count_22:
        .cfi_startproc
        lock incq router_calls+176(%rip)
        jmp *router_target+176(%rip)
        .cfi_endproc
        .size count_22, .-count_22
        .p2align 4
        .type trace_22, @function
trace_22:
        .cfi_startproc
        movl $22, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_22, .-trace_22

        .p2align 4
        .globl rustcore_get_task
        .type rustcore_get_task, @function
rustcore_get_task:
        .cfi_startproc
        jmp *router_table+184(%rip)
        .cfi_endproc
        .size rustcore_get_task, .-rustcore_get_task
        .p2align 4
        .type lazy_23, @function
lazy_23:
        .cfi_startproc
        movl $23, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_23, .-lazy_23
        .p2align 4
        .type count_23, @function
count_23:
        .cfi_startproc
        lock incq router_calls+184(%rip)
        jmp *router_target+184(%rip)
        .cfi_endproc
        .size count_23, .-count_23
        .p2align 4
        .type trace_23, @function
trace_23:
        .cfi_startproc
        movl $23, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_23, .-trace_23

        .p2align 4
        .globl rustcore_global_clone
        .type rustcore_global_clone, @function
rustcore_global_clone:
        .cfi_startproc
        jmp *router_table+192(%rip)
        .cfi_endproc
        .size rustcore_global_clone, .-rustcore_global_clone
        .p2align 4
        .type lazy_24, @function
lazy_24:
        .cfi_startproc
        movl $24, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_24, .-lazy_24
        .p2align 4
        .type count_24, @function
count_24:
        .cfi_startproc
        lock incq router_calls+192(%rip)
        jmp *router_target+192(%rip)
        .cfi_endproc
        .size count_24, .-count_24
        .p2align 4
        .type trace_24, @function
trace_24:
        .cfi_startproc
        movl $24, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_24, .-trace_24

        .p2align 4
        .globl rustcore_global_clone_or_create
        .type rustcore_global_clone_or_create, @function
rustcore_global_clone_or_create:
        .cfi_startproc
        jmp *router_table+200(%rip)
        .cfi_endproc
        .size rustcore_global_clone_or_create, .-rustcore_global_clone_or_create
        .p2align 4
        .type lazy_25, @function
lazy_25:
        .cfi_startproc
        movl $25, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_25, .-lazy_25
        .p2align 4
        .type count_25, @function
count_25:
        .cfi_startproc
        lock incq router_calls+200(%rip)
        jmp *router_target+200(%rip)
        .cfi_endproc
        .size count_25, .-count_25
        .p2align 4
        .type trace_25, @function
trace_25:
        .cfi_startproc
        movl $25, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_25, .-trace_25

        .p2align 4
        .globl rustcore_global_modify
        .type rustcore_global_modify, @function
rustcore_global_modify:
        .cfi_startproc
        jmp *router_table+208(%rip)
        .cfi_endproc
        .size rustcore_global_modify, .-rustcore_global_modify
        .p2align 4
        .type lazy_26, @function
lazy_26:
        .cfi_startproc
        movl $26, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_26, .-lazy_26
        .p2align 4
        .type count_26, @function
count_26:
        .cfi_startproc
        lock incq router_calls+208(%rip)
        jmp *router_target+208(%rip)
        .cfi_endproc
        .size count_26, .-count_26
        .p2align 4
        .type trace_26, @function
trace_26:
        .cfi_startproc
        movl $26, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_26, .-trace_26

        .p2align 4
        .globl rustcore_iotask_clone
        .type rustcore_iotask_clone, @function
rustcore_iotask_clone:
        .cfi_startproc
        jmp *router_table+216(%rip)
        .cfi_endproc
        .size rustcore_iotask_clone, .-rustcore_iotask_clone
        .p2align 4
        .type lazy_27, @function
lazy_27:
        .cfi_startproc
        movl $27, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_27, .-lazy_27
        .p2align 4
        .type count_27, @function
count_27:
        .cfi_startproc
        lock incq router_calls+216(%rip)
        jmp *router_target+216(%rip)
        .cfi_endproc
        .size count_27, .-count_27
        .p2align 4
        .type trace_27, @function
trace_27:
        .cfi_startproc
        movl $27, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_27, .-trace_27

        .p2align 4
        .globl rustcore_iotask_drop
        .type rustcore_iotask_drop, @function
rustcore_iotask_drop:
        .cfi_startproc
        jmp *router_table+224(%rip)
        .cfi_endproc
        .size rustcore_iotask_drop, .-rustcore_iotask_drop
        .p2align 4
        .type lazy_28, @function
lazy_28:
        .cfi_startproc
        movl $28, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_28, .-lazy_28
        .p2align 4
        .type count_28, @function
count_28:
        .cfi_startproc
        lock incq router_calls+224(%rip)
        jmp *router_target+224(%rip)
        .cfi_endproc
        .size count_28, .-count_28
        .p2align 4
        .type trace_28, @function
trace_28:
        .cfi_startproc
        movl $28, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_28, .-trace_28

        .p2align 4
        .globl rustcore_iotask_exit
        .type rustcore_iotask_exit, @function
rustcore_iotask_exit:
        .cfi_startproc
        jmp *router_table+232(%rip)
        .cfi_endproc
        .size rustcore_iotask_exit, .-rustcore_iotask_exit
        .p2align 4
        .type lazy_29, @function
lazy_29:
        .cfi_startproc
        movl $29, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_29, .-lazy_29
        .p2align 4
        .type count_29, @function
count_29:
        .cfi_startproc
        lock incq router_calls+232(%rip)
        jmp *router_target+232(%rip)
        .cfi_endproc
        .size count_29, .-count_29
        .p2align 4
        .type trace_29, @function
trace_29:
        .cfi_startproc
        movl $29, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_29, .-trace_29

        .p2align 4
        .globl rustcore_iotask_global
        .type rustcore_iotask_global, @function
rustcore_iotask_global:
        .cfi_startproc
        jmp *router_table+240(%rip)
        .cfi_endproc
        .size rustcore_iotask_global, .-rustcore_iotask_global
        .p2align 4
        .type lazy_30, @function
lazy_30:
        .cfi_startproc
        movl $30, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_30, .-lazy_30
        .p2align 4
        .type count_30, @function
count_30:
        .cfi_startproc
        lock incq router_calls+240(%rip)
        jmp *router_target+240(%rip)
        .cfi_endproc
        .size count_30, .-count_30
        .p2align 4
        .type trace_30, @function
trace_30:
        .cfi_startproc
        movl $30, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_30, .-trace_30

        .p2align 4
        .globl rustcore_iotask_interact
        .type rustcore_iotask_interact, @function
rustcore_iotask_interact:
        .cfi_startproc
        jmp *router_table+248(%rip)
        .cfi_endproc
        .size rustcore_iotask_interact, .-rustcore_iotask_interact
        .p2align 4
        .type lazy_31, @function
lazy_31:
        .cfi_startproc
        movl $31, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_31, .-lazy_31
        .p2align 4
        .type count_31, @function
count_31:
        .cfi_startproc
        lock incq router_calls+248(%rip)
        jmp *router_target+248(%rip)
        .cfi_endproc
        .size count_31, .-count_31
        .p2align 4
        .type trace_31, @function
trace_31:
        .cfi_startproc
        movl $31, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_31, .-trace_31

        .p2align 4
        .globl rustcore_iotask_spawn
        .type rustcore_iotask_spawn, @function
rustcore_iotask_spawn:
        .cfi_startproc
        jmp *router_table+256(%rip)
        .cfi_endproc
        .size rustcore_iotask_spawn, .-rustcore_iotask_spawn
        .p2align 4
        .type lazy_32, @function
lazy_32:
        .cfi_startproc
        movl $32, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_32, .-lazy_32
        .p2align 4
        .type count_32, @function
count_32:
        .cfi_startproc
        lock incq router_calls+256(%rip)
        jmp *router_target+256(%rip)
        .cfi_endproc
        .size count_32, .-count_32
        .p2align 4
        .type trace_32, @function
trace_32:
        .cfi_startproc
        movl $32, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_32, .-trace_32

        .p2align 4
        .globl rustcore_ip_format
        .type rustcore_ip_format, @function
rustcore_ip_format:
        .cfi_startproc
        jmp *router_table+264(%rip)
        .cfi_endproc
        .size rustcore_ip_format, .-rustcore_ip_format
        .p2align 4
        .type lazy_33, @function
lazy_33:
        .cfi_startproc
        movl $33, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_33, .-lazy_33
        .p2align 4
        .type count_33, @function
count_33:
        .cfi_startproc
        lock incq router_calls+264(%rip)
        jmp *router_target+264(%rip)
        .cfi_endproc
        .size count_33, .-count_33
        .p2align 4
        .type trace_33, @function
trace_33:
        .cfi_startproc
        movl $33, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_33, .-trace_33

        .p2align 4
        .globl rustcore_ip_parse
        .type rustcore_ip_parse, @function
rustcore_ip_parse:
        .cfi_startproc
        jmp *router_table+272(%rip)
        .cfi_endproc
        .size rustcore_ip_parse, .-rustcore_ip_parse
        .p2align 4
        .type lazy_34, @function
lazy_34:
        .cfi_startproc
        movl $34, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_34, .-lazy_34
        .p2align 4
        .type count_34, @function
count_34:
        .cfi_startproc
        lock incq router_calls+272(%rip)
        jmp *router_target+272(%rip)
        .cfi_endproc
        .size count_34, .-count_34
        .p2align 4
        .type trace_34, @function
trace_34:
        .cfi_startproc
        movl $34, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_34, .-trace_34

        .p2align 4
        .globl rustcore_ip_resolve
        .type rustcore_ip_resolve, @function
rustcore_ip_resolve:
        .cfi_startproc
        jmp *router_table+280(%rip)
        .cfi_endproc
        .size rustcore_ip_resolve, .-rustcore_ip_resolve
        .p2align 4
        .type lazy_35, @function
lazy_35:
        .cfi_startproc
        movl $35, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_35, .-lazy_35
        .p2align 4
        .type count_35, @function
count_35:
        .cfi_startproc
        lock incq router_calls+280(%rip)
        jmp *router_target+280(%rip)
        .cfi_endproc
        .size count_35, .-count_35
        .p2align 4
        .type trace_35, @function
trace_35:
        .cfi_startproc
        movl $35, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_35, .-trace_35

        .p2align 4
        .globl rustcore_little_lock
        .type rustcore_little_lock, @function
rustcore_little_lock:
        .cfi_startproc
        jmp *router_table+288(%rip)
        .cfi_endproc
        .size rustcore_little_lock, .-rustcore_little_lock
        .p2align 4
        .type lazy_36, @function
lazy_36:
        .cfi_startproc
        movl $36, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_36, .-lazy_36
        .p2align 4
        .type count_36, @function
count_36:
        .cfi_startproc
        lock incq router_calls+288(%rip)
        jmp *router_target+288(%rip)
        .cfi_endproc
        .size count_36, .-count_36
        .p2align 4
        .type trace_36, @function
trace_36:
        .cfi_startproc
        movl $36, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_36, .-trace_36

        .p2align 4
        .globl rustcore_local_get
        .type rustcore_local_get, @function
rustcore_local_get:
        .cfi_startproc
        jmp *router_table+296(%rip)
        .cfi_endproc
        .size rustcore_local_get, .-rustcore_local_get
        .p2align 4
        .type lazy_37, @function
lazy_37:
        .cfi_startproc
        movl $37, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_37, .-lazy_37
        .p2align 4
        .type count_37, @function
count_37:
        .cfi_startproc
        lock incq router_calls+296(%rip)
        jmp *router_target+296(%rip)
        .cfi_endproc
        .size count_37, .-count_37
        .p2align 4
        .type trace_37, @function
trace_37:
        .cfi_startproc
        movl $37, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_37, .-trace_37

        .p2align 4
        .globl rustcore_local_modify
        .type rustcore_local_modify, @function
rustcore_local_modify:
        .cfi_startproc
        jmp *router_table+304(%rip)
        .cfi_endproc
        .size rustcore_local_modify, .-rustcore_local_modify
        .p2align 4
        .type lazy_38, @function
lazy_38:
        .cfi_startproc
        movl $38, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_38, .-lazy_38
        .p2align 4
        .type count_38, @function
count_38:
        .cfi_startproc
        lock incq router_calls+304(%rip)
        jmp *router_target+304(%rip)
        .cfi_endproc
        .size count_38, .-count_38
        .p2align 4
        .type trace_38, @function
trace_38:
        .cfi_startproc
        movl $38, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_38, .-trace_38

        .p2align 4
        .globl rustcore_local_pop
        .type rustcore_local_pop, @function
rustcore_local_pop:
        .cfi_startproc
        jmp *router_table+312(%rip)
        .cfi_endproc
        .size rustcore_local_pop, .-rustcore_local_pop
        .p2align 4
        .type lazy_39, @function
lazy_39:
        .cfi_startproc
        movl $39, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_39, .-lazy_39
        .p2align 4
        .type count_39, @function
count_39:
        .cfi_startproc
        lock incq router_calls+312(%rip)
        jmp *router_target+312(%rip)
        .cfi_endproc
        .size count_39, .-count_39
        .p2align 4
        .type trace_39, @function
trace_39:
        .cfi_startproc
        movl $39, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_39, .-trace_39

        .p2align 4
        .globl rustcore_local_set
        .type rustcore_local_set, @function
rustcore_local_set:
        .cfi_startproc
        jmp *router_table+320(%rip)
        .cfi_endproc
        .size rustcore_local_set, .-rustcore_local_set
        .p2align 4
        .type lazy_40, @function
lazy_40:
        .cfi_startproc
        movl $40, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_40, .-lazy_40
        .p2align 4
        .type count_40, @function
count_40:
        .cfi_startproc
        lock incq router_calls+320(%rip)
        jmp *router_target+320(%rip)
        .cfi_endproc
        .size count_40, .-count_40
        .p2align 4
        .type trace_40, @function
trace_40:
        .cfi_startproc
        movl $40, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_40, .-trace_40

        .p2align 4
        .globl rustcore_oneshot
        .type rustcore_oneshot, @function
rustcore_oneshot:
        .cfi_startproc
        jmp *router_table+328(%rip)
        .cfi_endproc
        .size rustcore_oneshot, .-rustcore_oneshot
        .p2align 4
        .type lazy_41, @function
lazy_41:
        .cfi_startproc
        movl $41, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_41, .-lazy_41
        .p2align 4
        .type count_41, @function
count_41:
        .cfi_startproc
        lock incq router_calls+328(%rip)
        jmp *router_target+328(%rip)
        .cfi_endproc
        .size count_41, .-count_41
        .p2align 4
        .type trace_41, @function
trace_41:
        .cfi_startproc
        movl $41, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_41, .-trace_41

        .p2align 4
        .globl rustcore_packet_new
        .type rustcore_packet_new, @function
rustcore_packet_new:
        .cfi_startproc
        jmp *router_table+336(%rip)
        .cfi_endproc
        .size rustcore_packet_new, .-rustcore_packet_new
        .p2align 4
        .type lazy_42, @function
lazy_42:
        .cfi_startproc
        movl $42, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_42, .-lazy_42
        .p2align 4
        .type count_42, @function
count_42:
        .cfi_startproc
        lock incq router_calls+336(%rip)
        jmp *router_target+336(%rip)
        .cfi_endproc
        .size count_42, .-count_42
        .p2align 4
        .type trace_42, @function
trace_42:
        .cfi_startproc
        movl $42, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_42, .-trace_42

        .p2align 4
        .globl rustcore_packet_peek
        .type rustcore_packet_peek, @function
rustcore_packet_peek:
        .cfi_startproc
        jmp *router_table+344(%rip)
        .cfi_endproc
        .size rustcore_packet_peek, .-rustcore_packet_peek
        .p2align 4
        .type lazy_43, @function
lazy_43:
        .cfi_startproc
        movl $43, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_43, .-lazy_43
        .p2align 4
        .type count_43, @function
count_43:
        .cfi_startproc
        lock incq router_calls+344(%rip)
        jmp *router_target+344(%rip)
        .cfi_endproc
        .size count_43, .-count_43
        .p2align 4
        .type trace_43, @function
trace_43:
        .cfi_startproc
        movl $43, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_43, .-trace_43

        .p2align 4
        .globl rustcore_packet_receiver_terminate
        .type rustcore_packet_receiver_terminate, @function
rustcore_packet_receiver_terminate:
        .cfi_startproc
        jmp *router_table+352(%rip)
        .cfi_endproc
        .size rustcore_packet_receiver_terminate, .-rustcore_packet_receiver_terminate
        .p2align 4
        .type lazy_44, @function
lazy_44:
        .cfi_startproc
        movl $44, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_44, .-lazy_44
        .p2align 4
        .type count_44, @function
count_44:
        .cfi_startproc
        lock incq router_calls+352(%rip)
        jmp *router_target+352(%rip)
        .cfi_endproc
        .size count_44, .-count_44
        .p2align 4
        .type trace_44, @function
trace_44:
        .cfi_startproc
        movl $44, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_44, .-trace_44

        .p2align 4
        .globl rustcore_packet_send
        .type rustcore_packet_send, @function
rustcore_packet_send:
        .cfi_startproc
        jmp *router_table+360(%rip)
        .cfi_endproc
        .size rustcore_packet_send, .-rustcore_packet_send
        .p2align 4
        .type lazy_45, @function
lazy_45:
        .cfi_startproc
        movl $45, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_45, .-lazy_45
        .p2align 4
        .type count_45, @function
count_45:
        .cfi_startproc
        lock incq router_calls+360(%rip)
        jmp *router_target+360(%rip)
        .cfi_endproc
        .size count_45, .-count_45
        .p2align 4
        .type trace_45, @function
trace_45:
        .cfi_startproc
        movl $45, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_45, .-trace_45

        .p2align 4
        .globl rustcore_packet_sender_terminate
        .type rustcore_packet_sender_terminate, @function
rustcore_packet_sender_terminate:
        .cfi_startproc
        jmp *router_table+368(%rip)
        .cfi_endproc
        .size rustcore_packet_sender_terminate, .-rustcore_packet_sender_terminate
        .p2align 4
        .type lazy_46, @function
lazy_46:
        .cfi_startproc
        movl $46, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_46, .-lazy_46
        .p2align 4
        .type count_46, @function
count_46:
        .cfi_startproc
        lock incq router_calls+368(%rip)
        jmp *router_target+368(%rip)
        .cfi_endproc
        .size count_46, .-count_46
        .p2align 4
        .type trace_46, @function
trace_46:
        .cfi_startproc
        movl $46, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_46, .-trace_46

        .p2align 4
        .globl rustcore_packet_try_recv
        .type rustcore_packet_try_recv, @function
rustcore_packet_try_recv:
        .cfi_startproc
        jmp *router_table+376(%rip)
        .cfi_endproc
        .size rustcore_packet_try_recv, .-rustcore_packet_try_recv
        .p2align 4
        .type lazy_47, @function
lazy_47:
        .cfi_startproc
        movl $47, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_47, .-lazy_47
        .p2align 4
        .type count_47, @function
count_47:
        .cfi_startproc
        lock incq router_calls+376(%rip)
        jmp *router_target+376(%rip)
        .cfi_endproc
        .size count_47, .-count_47
        .p2align 4
        .type trace_47, @function
trace_47:
        .cfi_startproc
        movl $47, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_47, .-trace_47

        .p2align 4
        .globl rustcore_peek
        .type rustcore_peek, @function
rustcore_peek:
        .cfi_startproc
        jmp *router_table+384(%rip)
        .cfi_endproc
        .size rustcore_peek, .-rustcore_peek
        .p2align 4
        .type lazy_48, @function
lazy_48:
        .cfi_startproc
        movl $48, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_48, .-lazy_48
        .p2align 4
        .type count_48, @function
count_48:
        .cfi_startproc
        lock incq router_calls+384(%rip)
        jmp *router_target+384(%rip)
        .cfi_endproc
        .size count_48, .-count_48
        .p2align 4
        .type trace_48, @function
trace_48:
        .cfi_startproc
        movl $48, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_48, .-trace_48

        .p2align 4
        .globl rustcore_peek_one
        .type rustcore_peek_one, @function
rustcore_peek_one:
        .cfi_startproc
        jmp *router_table+392(%rip)
        .cfi_endproc
        .size rustcore_peek_one, .-rustcore_peek_one
        .p2align 4
        .type lazy_49, @function
lazy_49:
        .cfi_startproc
        movl $49, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_49, .-lazy_49
        .p2align 4
        .type count_49, @function
count_49:
        .cfi_startproc
        lock incq router_calls+392(%rip)
        jmp *router_target+392(%rip)
        .cfi_endproc
        .size count_49, .-count_49
        .p2align 4
        .type trace_49, @function
trace_49:
        .cfi_startproc
        movl $49, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_49, .-trace_49

        .p2align 4
        .globl rustcore_port_drop
        .type rustcore_port_drop, @function
rustcore_port_drop:
        .cfi_startproc
        jmp *router_table+400(%rip)
        .cfi_endproc
        .size rustcore_port_drop, .-rustcore_port_drop
        .p2align 4
        .type lazy_50, @function
lazy_50:
        .cfi_startproc
        movl $50, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_50, .-lazy_50
        .p2align 4
        .type count_50, @function
count_50:
        .cfi_startproc
        lock incq router_calls+400(%rip)
        jmp *router_target+400(%rip)
        .cfi_endproc
        .size count_50, .-count_50
        .p2align 4
        .type trace_50, @function
trace_50:
        .cfi_startproc
        movl $50, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_50, .-trace_50

        .p2align 4
        .globl rustcore_port_one_drop
        .type rustcore_port_one_drop, @function
rustcore_port_one_drop:
        .cfi_startproc
        jmp *router_table+408(%rip)
        .cfi_endproc
        .size rustcore_port_one_drop, .-rustcore_port_one_drop
        .p2align 4
        .type lazy_51, @function
lazy_51:
        .cfi_startproc
        movl $51, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_51, .-lazy_51
        .p2align 4
        .type count_51, @function
count_51:
        .cfi_startproc
        lock incq router_calls+408(%rip)
        jmp *router_target+408(%rip)
        .cfi_endproc
        .size count_51, .-count_51
        .p2align 4
        .type trace_51, @function
trace_51:
        .cfi_startproc
        movl $51, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_51, .-trace_51

        .p2align 4
        .globl rustcore_port_one_packet
        .type rustcore_port_one_packet, @function
rustcore_port_one_packet:
        .cfi_startproc
        jmp *router_table+416(%rip)
        .cfi_endproc
        .size rustcore_port_one_packet, .-rustcore_port_one_packet
        .p2align 4
        .type lazy_52, @function
lazy_52:
        .cfi_startproc
        movl $52, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_52, .-lazy_52
        .p2align 4
        .type count_52, @function
count_52:
        .cfi_startproc
        lock incq router_calls+416(%rip)
        jmp *router_target+416(%rip)
        .cfi_endproc
        .size count_52, .-count_52
        .p2align 4
        .type trace_52, @function
trace_52:
        .cfi_startproc
        movl $52, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_52, .-trace_52

        .p2align 4
        .globl rustcore_port_packet
        .type rustcore_port_packet, @function
rustcore_port_packet:
        .cfi_startproc
        jmp *router_table+424(%rip)
        .cfi_endproc
        .size rustcore_port_packet, .-rustcore_port_packet
        .p2align 4
        .type lazy_53, @function
lazy_53:
        .cfi_startproc
        movl $53, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_53, .-lazy_53
        .p2align 4
        .type count_53, @function
count_53:
        .cfi_startproc
        lock incq router_calls+424(%rip)
        jmp *router_target+424(%rip)
        .cfi_endproc
        .size count_53, .-count_53
        .p2align 4
        .type trace_53, @function
trace_53:
        .cfi_startproc
        movl $53, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_53, .-trace_53

        .p2align 4
        .globl rustcore_port_set_add
        .type rustcore_port_set_add, @function
rustcore_port_set_add:
        .cfi_startproc
        jmp *router_table+432(%rip)
        .cfi_endproc
        .size rustcore_port_set_add, .-rustcore_port_set_add
        .p2align 4
        .type lazy_54, @function
lazy_54:
        .cfi_startproc
        movl $54, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_54, .-lazy_54
        .p2align 4
        .type count_54, @function
count_54:
        .cfi_startproc
        lock incq router_calls+432(%rip)
        jmp *router_target+432(%rip)
        .cfi_endproc
        .size count_54, .-count_54
        .p2align 4
        .type trace_54, @function
trace_54:
        .cfi_startproc
        movl $54, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_54, .-trace_54

        .p2align 4
        .globl rustcore_port_set_chan
        .type rustcore_port_set_chan, @function
rustcore_port_set_chan:
        .cfi_startproc
        jmp *router_table+440(%rip)
        .cfi_endproc
        .size rustcore_port_set_chan, .-rustcore_port_set_chan
        .p2align 4
        .type lazy_55, @function
lazy_55:
        .cfi_startproc
        movl $55, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_55, .-lazy_55
        .p2align 4
        .type count_55, @function
count_55:
        .cfi_startproc
        lock incq router_calls+440(%rip)
        jmp *router_target+440(%rip)
        .cfi_endproc
        .size count_55, .-count_55
        .p2align 4
        .type trace_55, @function
trace_55:
        .cfi_startproc
        movl $55, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_55, .-trace_55

        .p2align 4
        .globl rustcore_port_set_drop
        .type rustcore_port_set_drop, @function
rustcore_port_set_drop:
        .cfi_startproc
        jmp *router_table+448(%rip)
        .cfi_endproc
        .size rustcore_port_set_drop, .-rustcore_port_set_drop
        .p2align 4
        .type lazy_56, @function
lazy_56:
        .cfi_startproc
        movl $56, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_56, .-lazy_56
        .p2align 4
        .type count_56, @function
count_56:
        .cfi_startproc
        lock incq router_calls+448(%rip)
        jmp *router_target+448(%rip)
        .cfi_endproc
        .size count_56, .-count_56
        .p2align 4
        .type trace_56, @function
trace_56:
        .cfi_startproc
        movl $56, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_56, .-trace_56

        .p2align 4
        .globl rustcore_port_set_new
        .type rustcore_port_set_new, @function
rustcore_port_set_new:
        .cfi_startproc
        jmp *router_table+456(%rip)
        .cfi_endproc
        .size rustcore_port_set_new, .-rustcore_port_set_new
        .p2align 4
        .type lazy_57, @function
lazy_57:
        .cfi_startproc
        movl $57, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_57, .-lazy_57
        .p2align 4
        .type count_57, @function
count_57:
        .cfi_startproc
        lock incq router_calls+456(%rip)
        jmp *router_target+456(%rip)
        .cfi_endproc
        .size count_57, .-count_57
        .p2align 4
        .type trace_57, @function
trace_57:
        .cfi_startproc
        movl $57, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_57, .-trace_57

        .p2align 4
        .globl rustcore_port_set_peek
        .type rustcore_port_set_peek, @function
rustcore_port_set_peek:
        .cfi_startproc
        jmp *router_table+464(%rip)
        .cfi_endproc
        .size rustcore_port_set_peek, .-rustcore_port_set_peek
        .p2align 4
        .type lazy_58, @function
lazy_58:
        .cfi_startproc
        movl $58, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_58, .-lazy_58
        .p2align 4
        .type count_58, @function
count_58:
        .cfi_startproc
        lock incq router_calls+464(%rip)
        jmp *router_target+464(%rip)
        .cfi_endproc
        .size count_58, .-count_58
        .p2align 4
        .type trace_58, @function
trace_58:
        .cfi_startproc
        movl $58, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_58, .-trace_58

        .p2align 4
        .globl rustcore_port_set_recv
        .type rustcore_port_set_recv, @function
rustcore_port_set_recv:
        .cfi_startproc
        jmp *router_table+472(%rip)
        .cfi_endproc
        .size rustcore_port_set_recv, .-rustcore_port_set_recv
        .p2align 4
        .type lazy_59, @function
lazy_59:
        .cfi_startproc
        movl $59, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_59, .-lazy_59
        .p2align 4
        .type count_59, @function
count_59:
        .cfi_startproc
        lock incq router_calls+472(%rip)
        jmp *router_target+472(%rip)
        .cfi_endproc
        .size count_59, .-count_59
        .p2align 4
        .type trace_59, @function
trace_59:
        .cfi_startproc
        movl $59, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_59, .-trace_59

        .p2align 4
        .globl rustcore_port_set_try_recv
        .type rustcore_port_set_try_recv, @function
rustcore_port_set_try_recv:
        .cfi_startproc
        jmp *router_table+480(%rip)
        .cfi_endproc
        .size rustcore_port_set_try_recv, .-rustcore_port_set_try_recv
        .p2align 4
        .type lazy_60, @function
lazy_60:
        .cfi_startproc
        movl $60, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_60, .-lazy_60
        .p2align 4
        .type count_60, @function
count_60:
        .cfi_startproc
        lock incq router_calls+480(%rip)
        jmp *router_target+480(%rip)
        .cfi_endproc
        .size count_60, .-count_60
        .p2align 4
        .type trace_60, @function
trace_60:
        .cfi_startproc
        movl $60, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_60, .-trace_60

        .p2align 4
        .globl rustcore_recv
        .type rustcore_recv, @function
rustcore_recv:
        .cfi_startproc
        jmp *router_table+488(%rip)
        .cfi_endproc
        .size rustcore_recv, .-rustcore_recv
        .p2align 4
        .type lazy_61, @function
lazy_61:
        .cfi_startproc
        movl $61, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_61, .-lazy_61
        .p2align 4
        .type count_61, @function
count_61:
        .cfi_startproc
        lock incq router_calls+488(%rip)
        jmp *router_target+488(%rip)
        .cfi_endproc
        .size count_61, .-count_61
        .p2align 4
        .type trace_61, @function
trace_61:
        .cfi_startproc
        movl $61, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_61, .-trace_61

        .p2align 4
        .globl rustcore_recv_one
        .type rustcore_recv_one, @function
rustcore_recv_one:
        .cfi_startproc
        jmp *router_table+496(%rip)
        .cfi_endproc
        .size rustcore_recv_one, .-rustcore_recv_one
        .p2align 4
        .type lazy_62, @function
lazy_62:
        .cfi_startproc
        movl $62, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_62, .-lazy_62
        .p2align 4
        .type count_62, @function
count_62:
        .cfi_startproc
        lock incq router_calls+496(%rip)
        jmp *router_target+496(%rip)
        .cfi_endproc
        .size count_62, .-count_62
        .p2align 4
        .type trace_62, @function
trace_62:
        .cfi_startproc
        movl $62, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_62, .-trace_62

        .p2align 4
        .globl rustcore_rekillable
        .type rustcore_rekillable, @function
rustcore_rekillable:
        .cfi_startproc
        jmp *router_table+504(%rip)
        .cfi_endproc
        .size rustcore_rekillable, .-rustcore_rekillable
        .p2align 4
        .type lazy_63, @function
lazy_63:
        .cfi_startproc
        movl $63, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_63, .-lazy_63
        .p2align 4
        .type count_63, @function
count_63:
        .cfi_startproc
        lock incq router_calls+504(%rip)
        jmp *router_target+504(%rip)
        .cfi_endproc
        .size count_63, .-count_63
        .p2align 4
        .type trace_63, @function
trace_63:
        .cfi_startproc
        movl $63, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_63, .-trace_63

        .p2align 4
        .globl rustcore_run_in_bare_thread
        .type rustcore_run_in_bare_thread, @function
rustcore_run_in_bare_thread:
        .cfi_startproc
        jmp *router_table+512(%rip)
        .cfi_endproc
        .size rustcore_run_in_bare_thread, .-rustcore_run_in_bare_thread
        .p2align 4
        .type lazy_64, @function
lazy_64:
        .cfi_startproc
        movl $64, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_64, .-lazy_64
        .p2align 4
        .type count_64, @function
count_64:
        .cfi_startproc
        lock incq router_calls+512(%rip)
        jmp *router_target+512(%rip)
        .cfi_endproc
        .size count_64, .-count_64
        .p2align 4
        .type trace_64, @function
trace_64:
        .cfi_startproc
        movl $64, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_64, .-trace_64

        .p2align 4
        .globl rustcore_select
        .type rustcore_select, @function
rustcore_select:
        .cfi_startproc
        jmp *router_table+520(%rip)
        .cfi_endproc
        .size rustcore_select, .-rustcore_select
        .p2align 4
        .type lazy_65, @function
lazy_65:
        .cfi_startproc
        movl $65, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_65, .-lazy_65
        .p2align 4
        .type count_65, @function
count_65:
        .cfi_startproc
        lock incq router_calls+520(%rip)
        jmp *router_target+520(%rip)
        .cfi_endproc
        .size count_65, .-count_65
        .p2align 4
        .type trace_65, @function
trace_65:
        .cfi_startproc
        movl $65, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_65, .-trace_65

        .p2align 4
        .globl rustcore_select_one
        .type rustcore_select_one, @function
rustcore_select_one:
        .cfi_startproc
        jmp *router_table+528(%rip)
        .cfi_endproc
        .size rustcore_select_one, .-rustcore_select_one
        .p2align 4
        .type lazy_66, @function
lazy_66:
        .cfi_startproc
        movl $66, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_66, .-lazy_66
        .p2align 4
        .type count_66, @function
count_66:
        .cfi_startproc
        lock incq router_calls+528(%rip)
        jmp *router_target+528(%rip)
        .cfi_endproc
        .size count_66, .-count_66
        .p2align 4
        .type trace_66, @function
trace_66:
        .cfi_startproc
        movl $66, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_66, .-trace_66

        .p2align 4
        .globl rustcore_select_packets
        .type rustcore_select_packets, @function
rustcore_select_packets:
        .cfi_startproc
        jmp *router_table+536(%rip)
        .cfi_endproc
        .size rustcore_select_packets, .-rustcore_select_packets
        .p2align 4
        .type lazy_67, @function
lazy_67:
        .cfi_startproc
        movl $67, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_67, .-lazy_67
        .p2align 4
        .type count_67, @function
count_67:
        .cfi_startproc
        lock incq router_calls+536(%rip)
        jmp *router_target+536(%rip)
        .cfi_endproc
        .size count_67, .-count_67
        .p2align 4
        .type trace_67, @function
trace_67:
        .cfi_startproc
        movl $67, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_67, .-trace_67

        .p2align 4
        .globl rustcore_send
        .type rustcore_send, @function
rustcore_send:
        .cfi_startproc
        jmp *router_table+544(%rip)
        .cfi_endproc
        .size rustcore_send, .-rustcore_send
        .p2align 4
        .type lazy_68, @function
lazy_68:
        .cfi_startproc
        movl $68, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_68, .-lazy_68
        .p2align 4
        .type count_68, @function
count_68:
        .cfi_startproc
        lock incq router_calls+544(%rip)
        jmp *router_target+544(%rip)
        .cfi_endproc
        .size count_68, .-count_68
        .p2align 4
        .type trace_68, @function
trace_68:
        .cfi_startproc
        movl $68, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_68, .-trace_68

        .p2align 4
        .globl rustcore_send_one
        .type rustcore_send_one, @function
rustcore_send_one:
        .cfi_startproc
        jmp *router_table+552(%rip)
        .cfi_endproc
        .size rustcore_send_one, .-rustcore_send_one
        .p2align 4
        .type lazy_69, @function
lazy_69:
        .cfi_startproc
        movl $69, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_69, .-lazy_69
        .p2align 4
        .type count_69, @function
count_69:
        .cfi_startproc
        lock incq router_calls+552(%rip)
        jmp *router_target+552(%rip)
        .cfi_endproc
        .size count_69, .-count_69
        .p2align 4
        .type trace_69, @function
trace_69:
        .cfi_startproc
        movl $69, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_69, .-trace_69

        .p2align 4
        .globl rustcore_shared_chan_clone
        .type rustcore_shared_chan_clone, @function
rustcore_shared_chan_clone:
        .cfi_startproc
        jmp *router_table+560(%rip)
        .cfi_endproc
        .size rustcore_shared_chan_clone, .-rustcore_shared_chan_clone
        .p2align 4
        .type lazy_70, @function
lazy_70:
        .cfi_startproc
        movl $70, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_70, .-lazy_70
        .p2align 4
        .type count_70, @function
count_70:
        .cfi_startproc
        lock incq router_calls+560(%rip)
        jmp *router_target+560(%rip)
        .cfi_endproc
        .size count_70, .-count_70
        .p2align 4
        .type trace_70, @function
trace_70:
        .cfi_startproc
        movl $70, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_70, .-trace_70

        .p2align 4
        .globl rustcore_shared_chan_drop
        .type rustcore_shared_chan_drop, @function
rustcore_shared_chan_drop:
        .cfi_startproc
        jmp *router_table+568(%rip)
        .cfi_endproc
        .size rustcore_shared_chan_drop, .-rustcore_shared_chan_drop
        .p2align 4
        .type lazy_71, @function
lazy_71:
        .cfi_startproc
        movl $71, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_71, .-lazy_71
        .p2align 4
        .type count_71, @function
count_71:
        .cfi_startproc
        lock incq router_calls+568(%rip)
        jmp *router_target+568(%rip)
        .cfi_endproc
        .size count_71, .-count_71
        .p2align 4
        .type trace_71, @function
trace_71:
        .cfi_startproc
        movl $71, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_71, .-trace_71

        .p2align 4
        .globl rustcore_shared_chan_new
        .type rustcore_shared_chan_new, @function
rustcore_shared_chan_new:
        .cfi_startproc
        jmp *router_table+576(%rip)
        .cfi_endproc
        .size rustcore_shared_chan_new, .-rustcore_shared_chan_new
        .p2align 4
        .type lazy_72, @function
lazy_72:
        .cfi_startproc
        movl $72, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_72, .-lazy_72
        .p2align 4
        .type count_72, @function
count_72:
        .cfi_startproc
        lock incq router_calls+576(%rip)
        jmp *router_target+576(%rip)
        .cfi_endproc
        .size count_72, .-count_72
        .p2align 4
        .type trace_72, @function
trace_72:
        .cfi_startproc
        movl $72, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_72, .-trace_72

        .p2align 4
        .globl rustcore_shared_chan_send
        .type rustcore_shared_chan_send, @function
rustcore_shared_chan_send:
        .cfi_startproc
        jmp *router_table+584(%rip)
        .cfi_endproc
        .size rustcore_shared_chan_send, .-rustcore_shared_chan_send
        .p2align 4
        .type lazy_73, @function
lazy_73:
        .cfi_startproc
        movl $73, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_73, .-lazy_73
        .p2align 4
        .type count_73, @function
count_73:
        .cfi_startproc
        lock incq router_calls+584(%rip)
        jmp *router_target+584(%rip)
        .cfi_endproc
        .size count_73, .-count_73
        .p2align 4
        .type trace_73, @function
trace_73:
        .cfi_startproc
        movl $73, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_73, .-trace_73

        .p2align 4
        .globl rustcore_shared_chan_try_send
        .type rustcore_shared_chan_try_send, @function
rustcore_shared_chan_try_send:
        .cfi_startproc
        jmp *router_table+592(%rip)
        .cfi_endproc
        .size rustcore_shared_chan_try_send, .-rustcore_shared_chan_try_send
        .p2align 4
        .type lazy_74, @function
lazy_74:
        .cfi_startproc
        movl $74, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_74, .-lazy_74
        .p2align 4
        .type count_74, @function
count_74:
        .cfi_startproc
        lock incq router_calls+592(%rip)
        jmp *router_target+592(%rip)
        .cfi_endproc
        .size count_74, .-count_74
        .p2align 4
        .type trace_74, @function
trace_74:
        .cfi_startproc
        movl $74, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_74, .-trace_74

        .p2align 4
        .globl rustcore_shared_state_clone
        .type rustcore_shared_state_clone, @function
rustcore_shared_state_clone:
        .cfi_startproc
        jmp *router_table+600(%rip)
        .cfi_endproc
        .size rustcore_shared_state_clone, .-rustcore_shared_state_clone
        .p2align 4
        .type lazy_75, @function
lazy_75:
        .cfi_startproc
        movl $75, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_75, .-lazy_75
        .p2align 4
        .type count_75, @function
count_75:
        .cfi_startproc
        lock incq router_calls+600(%rip)
        jmp *router_target+600(%rip)
        .cfi_endproc
        .size count_75, .-count_75
        .p2align 4
        .type trace_75, @function
trace_75:
        .cfi_startproc
        movl $75, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_75, .-trace_75

        .p2align 4
        .globl rustcore_shared_state_drop
        .type rustcore_shared_state_drop, @function
rustcore_shared_state_drop:
        .cfi_startproc
        jmp *router_table+608(%rip)
        .cfi_endproc
        .size rustcore_shared_state_drop, .-rustcore_shared_state_drop
        .p2align 4
        .type lazy_76, @function
lazy_76:
        .cfi_startproc
        movl $76, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_76, .-lazy_76
        .p2align 4
        .type count_76, @function
count_76:
        .cfi_startproc
        lock incq router_calls+608(%rip)
        jmp *router_target+608(%rip)
        .cfi_endproc
        .size count_76, .-count_76
        .p2align 4
        .type trace_76, @function
trace_76:
        .cfi_startproc
        movl $76, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_76, .-trace_76

        .p2align 4
        .globl rustcore_shared_state_get
        .type rustcore_shared_state_get, @function
rustcore_shared_state_get:
        .cfi_startproc
        jmp *router_table+616(%rip)
        .cfi_endproc
        .size rustcore_shared_state_get, .-rustcore_shared_state_get
        .p2align 4
        .type lazy_77, @function
lazy_77:
        .cfi_startproc
        movl $77, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_77, .-lazy_77
        .p2align 4
        .type count_77, @function
count_77:
        .cfi_startproc
        lock incq router_calls+616(%rip)
        jmp *router_target+616(%rip)
        .cfi_endproc
        .size count_77, .-count_77
        .p2align 4
        .type trace_77, @function
trace_77:
        .cfi_startproc
        movl $77, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_77, .-trace_77

        .p2align 4
        .globl rustcore_shared_state_new
        .type rustcore_shared_state_new, @function
rustcore_shared_state_new:
        .cfi_startproc
        jmp *router_table+624(%rip)
        .cfi_endproc
        .size rustcore_shared_state_new, .-rustcore_shared_state_new
        .p2align 4
        .type lazy_78, @function
lazy_78:
        .cfi_startproc
        movl $78, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_78, .-lazy_78
        .p2align 4
        .type count_78, @function
count_78:
        .cfi_startproc
        lock incq router_calls+624(%rip)
        jmp *router_target+624(%rip)
        .cfi_endproc
        .size count_78, .-count_78
        .p2align 4
        .type trace_78, @function
trace_78:
        .cfi_startproc
        movl $78, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_78, .-trace_78

        .p2align 4
        .globl rustcore_shared_state_unwrap
        .type rustcore_shared_state_unwrap, @function
rustcore_shared_state_unwrap:
        .cfi_startproc
        jmp *router_table+632(%rip)
        .cfi_endproc
        .size rustcore_shared_state_unwrap, .-rustcore_shared_state_unwrap
        .p2align 4
        .type lazy_79, @function
lazy_79:
        .cfi_startproc
        movl $79, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_79, .-lazy_79
        .p2align 4
        .type count_79, @function
count_79:
        .cfi_startproc
        lock incq router_calls+632(%rip)
        jmp *router_target+632(%rip)
        .cfi_endproc
        .size count_79, .-count_79
        .p2align 4
        .type trace_79, @function
trace_79:
        .cfi_startproc
        movl $79, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_79, .-trace_79

        .p2align 4
        .globl rustcore_spawn
        .type rustcore_spawn, @function
rustcore_spawn:
        .cfi_startproc
        jmp *router_table+640(%rip)
        .cfi_endproc
        .size rustcore_spawn, .-rustcore_spawn
        .p2align 4
        .type lazy_80, @function
lazy_80:
        .cfi_startproc
        movl $80, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_80, .-lazy_80
        .p2align 4
        .type count_80, @function
count_80:
        .cfi_startproc
        lock incq router_calls+640(%rip)
        jmp *router_target+640(%rip)
        .cfi_endproc
        .size count_80, .-count_80
        .p2align 4
        .type trace_80, @function
trace_80:
        .cfi_startproc
        movl $80, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_80, .-trace_80

        .p2align 4
        .globl rustcore_spawn_sched
        .type rustcore_spawn_sched, @function
rustcore_spawn_sched:
        .cfi_startproc
        jmp *router_table+648(%rip)
        .cfi_endproc
        .size rustcore_spawn_sched, .-rustcore_spawn_sched
        .p2align 4
        .type lazy_81, @function
lazy_81:
        .cfi_startproc
        movl $81, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_81, .-lazy_81
        .p2align 4
        .type count_81, @function
count_81:
        .cfi_startproc
        lock incq router_calls+648(%rip)
        jmp *router_target+648(%rip)
        .cfi_endproc
        .size count_81, .-count_81
        .p2align 4
        .type trace_81, @function
trace_81:
        .cfi_startproc
        movl $81, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_81, .-trace_81

        .p2align 4
        .globl rustcore_spawn_supervised
        .type rustcore_spawn_supervised, @function
rustcore_spawn_supervised:
        .cfi_startproc
        jmp *router_table+656(%rip)
        .cfi_endproc
        .size rustcore_spawn_supervised, .-rustcore_spawn_supervised
        .p2align 4
        .type lazy_82, @function
lazy_82:
        .cfi_startproc
        movl $82, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_82, .-lazy_82
        .p2align 4
        .type count_82, @function
count_82:
        .cfi_startproc
        lock incq router_calls+656(%rip)
        jmp *router_target+656(%rip)
        .cfi_endproc
        .size count_82, .-count_82
        .p2align 4
        .type trace_82, @function
trace_82:
        .cfi_startproc
        movl $82, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_82, .-trace_82

        .p2align 4
        .globl rustcore_spawn_unlinked
        .type rustcore_spawn_unlinked, @function
rustcore_spawn_unlinked:
        .cfi_startproc
        jmp *router_table+664(%rip)
        .cfi_endproc
        .size rustcore_spawn_unlinked, .-rustcore_spawn_unlinked
        .p2align 4
        .type lazy_83, @function
lazy_83:
        .cfi_startproc
        movl $83, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_83, .-lazy_83
        .p2align 4
        .type count_83, @function
count_83:
        .cfi_startproc
        lock incq router_calls+664(%rip)
        jmp *router_target+664(%rip)
        .cfi_endproc
        .size count_83, .-count_83
        .p2align 4
        .type trace_83, @function
trace_83:
        .cfi_startproc
        movl $83, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_83, .-trace_83

        .p2align 4
        .globl rustcore_start
        .type rustcore_start, @function
rustcore_start:
        .cfi_startproc
        jmp *router_table+672(%rip)
        .cfi_endproc
        .size rustcore_start, .-rustcore_start
        .p2align 4
        .type lazy_84, @function
lazy_84:
        .cfi_startproc
        movl $84, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_84, .-lazy_84
        .p2align 4
        .type count_84, @function
count_84:
        .cfi_startproc
        lock incq router_calls+672(%rip)
        jmp *router_target+672(%rip)
        .cfi_endproc
        .size count_84, .-count_84
        .p2align 4
        .type trace_84, @function
trace_84:
        .cfi_startproc
        movl $84, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_84, .-trace_84

        .p2align 4
        .globl rustcore_stream
        .type rustcore_stream, @function
rustcore_stream:
        .cfi_startproc
        jmp *router_table+680(%rip)
        .cfi_endproc
        .size rustcore_stream, .-rustcore_stream
        .p2align 4
        .type lazy_85, @function
lazy_85:
        .cfi_startproc
        movl $85, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_85, .-lazy_85
        .p2align 4
        .type count_85, @function
count_85:
        .cfi_startproc
        lock incq router_calls+680(%rip)
        jmp *router_target+680(%rip)
        .cfi_endproc
        .size count_85, .-count_85
        .p2align 4
        .type trace_85, @function
trace_85:
        .cfi_startproc
        movl $85, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_85, .-trace_85

        .p2align 4
        .globl rustcore_tcp_accept
        .type rustcore_tcp_accept, @function
rustcore_tcp_accept:
        .cfi_startproc
        jmp *router_table+688(%rip)
        .cfi_endproc
        .size rustcore_tcp_accept, .-rustcore_tcp_accept
        .p2align 4
        .type lazy_86, @function
lazy_86:
        .cfi_startproc
        movl $86, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_86, .-lazy_86
        .p2align 4
        .type count_86, @function
count_86:
        .cfi_startproc
        lock incq router_calls+688(%rip)
        jmp *router_target+688(%rip)
        .cfi_endproc
        .size count_86, .-count_86
        .p2align 4
        .type trace_86, @function
trace_86:
        .cfi_startproc
        movl $86, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_86, .-trace_86

        .p2align 4
        .globl rustcore_tcp_connect
        .type rustcore_tcp_connect, @function
rustcore_tcp_connect:
        .cfi_startproc
        jmp *router_table+696(%rip)
        .cfi_endproc
        .size rustcore_tcp_connect, .-rustcore_tcp_connect
        .p2align 4
        .type lazy_87, @function
lazy_87:
        .cfi_startproc
        movl $87, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_87, .-lazy_87
        .p2align 4
        .type count_87, @function
count_87:
        .cfi_startproc
        lock incq router_calls+696(%rip)
        jmp *router_target+696(%rip)
        .cfi_endproc
        .size count_87, .-count_87
        .p2align 4
        .type trace_87, @function
trace_87:
        .cfi_startproc
        movl $87, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_87, .-trace_87

        .p2align 4
        .globl rustcore_tcp_connection_drop
        .type rustcore_tcp_connection_drop, @function
rustcore_tcp_connection_drop:
        .cfi_startproc
        jmp *router_table+704(%rip)
        .cfi_endproc
        .size rustcore_tcp_connection_drop, .-rustcore_tcp_connection_drop
        .p2align 4
        .type lazy_88, @function
lazy_88:
        .cfi_startproc
        movl $88, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_88, .-lazy_88
        .p2align 4
        .type count_88, @function
count_88:
        .cfi_startproc
        lock incq router_calls+704(%rip)
        jmp *router_target+704(%rip)
        .cfi_endproc
        .size count_88, .-count_88
        .p2align 4
        .type trace_88, @function
trace_88:
        .cfi_startproc
        movl $88, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_88, .-trace_88

        .p2align 4
        .globl rustcore_tcp_drop
        .type rustcore_tcp_drop, @function
rustcore_tcp_drop:
        .cfi_startproc
        jmp *router_table+712(%rip)
        .cfi_endproc
        .size rustcore_tcp_drop, .-rustcore_tcp_drop
        .p2align 4
        .type lazy_89, @function
lazy_89:
        .cfi_startproc
        movl $89, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_89, .-lazy_89
        .p2align 4
        .type count_89, @function
count_89:
        .cfi_startproc
        lock incq router_calls+712(%rip)
        jmp *router_target+712(%rip)
        .cfi_endproc
        .size count_89, .-count_89
        .p2align 4
        .type trace_89, @function
trace_89:
        .cfi_startproc
        movl $89, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_89, .-trace_89

        .p2align 4
        .globl rustcore_tcp_listen
        .type rustcore_tcp_listen, @function
rustcore_tcp_listen:
        .cfi_startproc
        jmp *router_table+720(%rip)
        .cfi_endproc
        .size rustcore_tcp_listen, .-rustcore_tcp_listen
        .p2align 4
        .type lazy_90, @function
lazy_90:
        .cfi_startproc
        movl $90, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_90, .-lazy_90
        .p2align 4
        .type count_90, @function
count_90:
        .cfi_startproc
        lock incq router_calls+720(%rip)
        jmp *router_target+720(%rip)
        .cfi_endproc
        .size count_90, .-count_90
        .p2align 4
        .type trace_90, @function
trace_90:
        .cfi_startproc
        movl $90, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_90, .-trace_90

        .p2align 4
        .globl rustcore_tcp_peer
        .type rustcore_tcp_peer, @function
rustcore_tcp_peer:
        .cfi_startproc
        jmp *router_table+728(%rip)
        .cfi_endproc
        .size rustcore_tcp_peer, .-rustcore_tcp_peer
        .p2align 4
        .type lazy_91, @function
lazy_91:
        .cfi_startproc
        movl $91, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_91, .-lazy_91
        .p2align 4
        .type count_91, @function
count_91:
        .cfi_startproc
        lock incq router_calls+728(%rip)
        jmp *router_target+728(%rip)
        .cfi_endproc
        .size count_91, .-count_91
        .p2align 4
        .type trace_91, @function
trace_91:
        .cfi_startproc
        movl $91, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_91, .-trace_91

        .p2align 4
        .globl rustcore_tcp_read
        .type rustcore_tcp_read, @function
rustcore_tcp_read:
        .cfi_startproc
        jmp *router_table+736(%rip)
        .cfi_endproc
        .size rustcore_tcp_read, .-rustcore_tcp_read
        .p2align 4
        .type lazy_92, @function
lazy_92:
        .cfi_startproc
        movl $92, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_92, .-lazy_92
        .p2align 4
        .type count_92, @function
count_92:
        .cfi_startproc
        lock incq router_calls+736(%rip)
        jmp *router_target+736(%rip)
        .cfi_endproc
        .size count_92, .-count_92
        .p2align 4
        .type trace_92, @function
trace_92:
        .cfi_startproc
        movl $92, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_92, .-trace_92

        .p2align 4
        .globl rustcore_tcp_read_start
        .type rustcore_tcp_read_start, @function
rustcore_tcp_read_start:
        .cfi_startproc
        jmp *router_table+744(%rip)
        .cfi_endproc
        .size rustcore_tcp_read_start, .-rustcore_tcp_read_start
        .p2align 4
        .type lazy_93, @function
lazy_93:
        .cfi_startproc
        movl $93, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_93, .-lazy_93
        .p2align 4
        .type count_93, @function
count_93:
        .cfi_startproc
        lock incq router_calls+744(%rip)
        jmp *router_target+744(%rip)
        .cfi_endproc
        .size count_93, .-count_93
        .p2align 4
        .type trace_93, @function
trace_93:
        .cfi_startproc
        movl $93, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_93, .-trace_93

        .p2align 4
        .globl rustcore_tcp_read_stop
        .type rustcore_tcp_read_stop, @function
rustcore_tcp_read_stop:
        .cfi_startproc
        jmp *router_table+752(%rip)
        .cfi_endproc
        .size rustcore_tcp_read_stop, .-rustcore_tcp_read_stop
        .p2align 4
        .type lazy_94, @function
lazy_94:
        .cfi_startproc
        movl $94, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_94, .-lazy_94
        .p2align 4
        .type count_94, @function
count_94:
        .cfi_startproc
        lock incq router_calls+752(%rip)
        jmp *router_target+752(%rip)
        .cfi_endproc
        .size count_94, .-count_94
        .p2align 4
        .type trace_94, @function
trace_94:
        .cfi_startproc
        movl $94, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_94, .-trace_94

        .p2align 4
        .globl rustcore_tcp_write
        .type rustcore_tcp_write, @function
rustcore_tcp_write:
        .cfi_startproc
        jmp *router_table+760(%rip)
        .cfi_endproc
        .size rustcore_tcp_write, .-rustcore_tcp_write
        .p2align 4
        .type lazy_95, @function
lazy_95:
        .cfi_startproc
        movl $95, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_95, .-lazy_95
        .p2align 4
        .type count_95, @function
count_95:
        .cfi_startproc
        lock incq router_calls+760(%rip)
        jmp *router_target+760(%rip)
        .cfi_endproc
        .size count_95, .-count_95
        .p2align 4
        .type trace_95, @function
trace_95:
        .cfi_startproc
        movl $95, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_95, .-trace_95

        .p2align 4
        .globl rustcore_timer_delayed_send
        .type rustcore_timer_delayed_send, @function
rustcore_timer_delayed_send:
        .cfi_startproc
        jmp *router_table+768(%rip)
        .cfi_endproc
        .size rustcore_timer_delayed_send, .-rustcore_timer_delayed_send
        .p2align 4
        .type lazy_96, @function
lazy_96:
        .cfi_startproc
        movl $96, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_96, .-lazy_96
        .p2align 4
        .type count_96, @function
count_96:
        .cfi_startproc
        lock incq router_calls+768(%rip)
        jmp *router_target+768(%rip)
        .cfi_endproc
        .size count_96, .-count_96
        .p2align 4
        .type trace_96, @function
trace_96:
        .cfi_startproc
        movl $96, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_96, .-trace_96

        .p2align 4
        .globl rustcore_timer_recv_timeout
        .type rustcore_timer_recv_timeout, @function
rustcore_timer_recv_timeout:
        .cfi_startproc
        jmp *router_table+776(%rip)
        .cfi_endproc
        .size rustcore_timer_recv_timeout, .-rustcore_timer_recv_timeout
        .p2align 4
        .type lazy_97, @function
lazy_97:
        .cfi_startproc
        movl $97, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_97, .-lazy_97
        .p2align 4
        .type count_97, @function
count_97:
        .cfi_startproc
        lock incq router_calls+776(%rip)
        jmp *router_target+776(%rip)
        .cfi_endproc
        .size count_97, .-count_97
        .p2align 4
        .type trace_97, @function
trace_97:
        .cfi_startproc
        movl $97, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_97, .-trace_97

        .p2align 4
        .globl rustcore_timer_sleep
        .type rustcore_timer_sleep, @function
rustcore_timer_sleep:
        .cfi_startproc
        jmp *router_table+784(%rip)
        .cfi_endproc
        .size rustcore_timer_sleep, .-rustcore_timer_sleep
        .p2align 4
        .type lazy_98, @function
lazy_98:
        .cfi_startproc
        movl $98, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_98, .-lazy_98
        .p2align 4
        .type count_98, @function
count_98:
        .cfi_startproc
        lock incq router_calls+784(%rip)
        jmp *router_target+784(%rip)
        .cfi_endproc
        .size count_98, .-count_98
        .p2align 4
        .type trace_98, @function
trace_98:
        .cfi_startproc
        movl $98, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_98, .-trace_98

        .p2align 4
        .globl rustcore_try
        .type rustcore_try, @function
rustcore_try:
        .cfi_startproc
        jmp *router_table+792(%rip)
        .cfi_endproc
        .size rustcore_try, .-rustcore_try
        .p2align 4
        .type lazy_99, @function
lazy_99:
        .cfi_startproc
        movl $99, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_99, .-lazy_99
        .p2align 4
        .type count_99, @function
count_99:
        .cfi_startproc
        lock incq router_calls+792(%rip)
        jmp *router_target+792(%rip)
        .cfi_endproc
        .size count_99, .-count_99
        .p2align 4
        .type trace_99, @function
trace_99:
        .cfi_startproc
        movl $99, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_99, .-trace_99

        .p2align 4
        .globl rustcore_try_recv
        .type rustcore_try_recv, @function
rustcore_try_recv:
        .cfi_startproc
        jmp *router_table+800(%rip)
        .cfi_endproc
        .size rustcore_try_recv, .-rustcore_try_recv
        .p2align 4
        .type lazy_100, @function
lazy_100:
        .cfi_startproc
        movl $100, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_100, .-lazy_100
        .p2align 4
        .type count_100, @function
count_100:
        .cfi_startproc
        lock incq router_calls+800(%rip)
        jmp *router_target+800(%rip)
        .cfi_endproc
        .size count_100, .-count_100
        .p2align 4
        .type trace_100, @function
trace_100:
        .cfi_startproc
        movl $100, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_100, .-trace_100

        .p2align 4
        .globl rustcore_try_recv_one
        .type rustcore_try_recv_one, @function
rustcore_try_recv_one:
        .cfi_startproc
        jmp *router_table+808(%rip)
        .cfi_endproc
        .size rustcore_try_recv_one, .-rustcore_try_recv_one
        .p2align 4
        .type lazy_101, @function
lazy_101:
        .cfi_startproc
        movl $101, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_101, .-lazy_101
        .p2align 4
        .type count_101, @function
count_101:
        .cfi_startproc
        lock incq router_calls+808(%rip)
        jmp *router_target+808(%rip)
        .cfi_endproc
        .size count_101, .-count_101
        .p2align 4
        .type trace_101, @function
trace_101:
        .cfi_startproc
        movl $101, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_101, .-trace_101

        .p2align 4
        .globl rustcore_try_send
        .type rustcore_try_send, @function
rustcore_try_send:
        .cfi_startproc
        jmp *router_table+816(%rip)
        .cfi_endproc
        .size rustcore_try_send, .-rustcore_try_send
        .p2align 4
        .type lazy_102, @function
lazy_102:
        .cfi_startproc
        movl $102, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_102, .-lazy_102
        .p2align 4
        .type count_102, @function
count_102:
        .cfi_startproc
        lock incq router_calls+816(%rip)
        jmp *router_target+816(%rip)
        .cfi_endproc
        .size count_102, .-count_102
        .p2align 4
        .type trace_102, @function
trace_102:
        .cfi_startproc
        movl $102, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_102, .-trace_102

        .p2align 4
        .globl rustcore_try_send_one
        .type rustcore_try_send_one, @function
rustcore_try_send_one:
        .cfi_startproc
        jmp *router_table+824(%rip)
        .cfi_endproc
        .size rustcore_try_send_one, .-rustcore_try_send_one
        .p2align 4
        .type lazy_103, @function
lazy_103:
        .cfi_startproc
        movl $103, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_103, .-lazy_103
        .p2align 4
        .type count_103, @function
count_103:
        .cfi_startproc
        lock incq router_calls+824(%rip)
        jmp *router_target+824(%rip)
        .cfi_endproc
        .size count_103, .-count_103
        .p2align 4
        .type trace_103, @function
trace_103:
        .cfi_startproc
        movl $103, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_103, .-trace_103

        .p2align 4
        .globl rustcore_unkillable
        .type rustcore_unkillable, @function
rustcore_unkillable:
        .cfi_startproc
        jmp *router_table+832(%rip)
        .cfi_endproc
        .size rustcore_unkillable, .-rustcore_unkillable
        .p2align 4
        .type lazy_104, @function
lazy_104:
        .cfi_startproc
        movl $104, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_104, .-lazy_104
        .p2align 4
        .type count_104, @function
count_104:
        .cfi_startproc
        lock incq router_calls+832(%rip)
        jmp *router_target+832(%rip)
        .cfi_endproc
        .size count_104, .-count_104
        .p2align 4
        .type trace_104, @function
trace_104:
        .cfi_startproc
        movl $104, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_104, .-trace_104

        .p2align 4
        .globl rustcore_weaken
        .type rustcore_weaken, @function
rustcore_weaken:
        .cfi_startproc
        jmp *router_table+840(%rip)
        .cfi_endproc
        .size rustcore_weaken, .-rustcore_weaken
        .p2align 4
        .type lazy_105, @function
lazy_105:
        .cfi_startproc
        movl $105, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_105, .-lazy_105
        .p2align 4
        .type count_105, @function
count_105:
        .cfi_startproc
        lock incq router_calls+840(%rip)
        jmp *router_target+840(%rip)
        .cfi_endproc
        .size count_105, .-count_105
        .p2align 4
        .type trace_105, @function
trace_105:
        .cfi_startproc
        movl $105, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_105, .-trace_105

        .p2align 4
        .globl rustcore_yield
        .type rustcore_yield, @function
rustcore_yield:
        .cfi_startproc
        jmp *router_table+848(%rip)
        .cfi_endproc
        .size rustcore_yield, .-rustcore_yield
        .p2align 4
        .type lazy_106, @function
lazy_106:
        .cfi_startproc
        movl $106, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_106, .-lazy_106
        .p2align 4
        .type count_106, @function
count_106:
        .cfi_startproc
        lock incq router_calls+848(%rip)
        jmp *router_target+848(%rip)
        .cfi_endproc
        .size count_106, .-count_106
        .p2align 4
        .type trace_106, @function
trace_106:
        .cfi_startproc
        movl $106, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_106, .-trace_106

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
        .quad lazy_16
        .quad lazy_17
        .quad lazy_18
        .quad lazy_19
        .quad lazy_20
        .quad lazy_21
        .quad lazy_22
        .quad lazy_23
        .quad lazy_24
        .quad lazy_25
        .quad lazy_26
        .quad lazy_27
        .quad lazy_28
        .quad lazy_29
        .quad lazy_30
        .quad lazy_31
        .quad lazy_32
        .quad lazy_33
        .quad lazy_34
        .quad lazy_35
        .quad lazy_36
        .quad lazy_37
        .quad lazy_38
        .quad lazy_39
        .quad lazy_40
        .quad lazy_41
        .quad lazy_42
        .quad lazy_43
        .quad lazy_44
        .quad lazy_45
        .quad lazy_46
        .quad lazy_47
        .quad lazy_48
        .quad lazy_49
        .quad lazy_50
        .quad lazy_51
        .quad lazy_52
        .quad lazy_53
        .quad lazy_54
        .quad lazy_55
        .quad lazy_56
        .quad lazy_57
        .quad lazy_58
        .quad lazy_59
        .quad lazy_60
        .quad lazy_61
        .quad lazy_62
        .quad lazy_63
        .quad lazy_64
        .quad lazy_65
        .quad lazy_66
        .quad lazy_67
        .quad lazy_68
        .quad lazy_69
        .quad lazy_70
        .quad lazy_71
        .quad lazy_72
        .quad lazy_73
        .quad lazy_74
        .quad lazy_75
        .quad lazy_76
        .quad lazy_77
        .quad lazy_78
        .quad lazy_79
        .quad lazy_80
        .quad lazy_81
        .quad lazy_82
        .quad lazy_83
        .quad lazy_84
        .quad lazy_85
        .quad lazy_86
        .quad lazy_87
        .quad lazy_88
        .quad lazy_89
        .quad lazy_90
        .quad lazy_91
        .quad lazy_92
        .quad lazy_93
        .quad lazy_94
        .quad lazy_95
        .quad lazy_96
        .quad lazy_97
        .quad lazy_98
        .quad lazy_99
        .quad lazy_100
        .quad lazy_101
        .quad lazy_102
        .quad lazy_103
        .quad lazy_104
        .quad lazy_105
        .quad lazy_106
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
        .quad lazy_16
        .quad lazy_17
        .quad lazy_18
        .quad lazy_19
        .quad lazy_20
        .quad lazy_21
        .quad lazy_22
        .quad lazy_23
        .quad lazy_24
        .quad lazy_25
        .quad lazy_26
        .quad lazy_27
        .quad lazy_28
        .quad lazy_29
        .quad lazy_30
        .quad lazy_31
        .quad lazy_32
        .quad lazy_33
        .quad lazy_34
        .quad lazy_35
        .quad lazy_36
        .quad lazy_37
        .quad lazy_38
        .quad lazy_39
        .quad lazy_40
        .quad lazy_41
        .quad lazy_42
        .quad lazy_43
        .quad lazy_44
        .quad lazy_45
        .quad lazy_46
        .quad lazy_47
        .quad lazy_48
        .quad lazy_49
        .quad lazy_50
        .quad lazy_51
        .quad lazy_52
        .quad lazy_53
        .quad lazy_54
        .quad lazy_55
        .quad lazy_56
        .quad lazy_57
        .quad lazy_58
        .quad lazy_59
        .quad lazy_60
        .quad lazy_61
        .quad lazy_62
        .quad lazy_63
        .quad lazy_64
        .quad lazy_65
        .quad lazy_66
        .quad lazy_67
        .quad lazy_68
        .quad lazy_69
        .quad lazy_70
        .quad lazy_71
        .quad lazy_72
        .quad lazy_73
        .quad lazy_74
        .quad lazy_75
        .quad lazy_76
        .quad lazy_77
        .quad lazy_78
        .quad lazy_79
        .quad lazy_80
        .quad lazy_81
        .quad lazy_82
        .quad lazy_83
        .quad lazy_84
        .quad lazy_85
        .quad lazy_86
        .quad lazy_87
        .quad lazy_88
        .quad lazy_89
        .quad lazy_90
        .quad lazy_91
        .quad lazy_92
        .quad lazy_93
        .quad lazy_94
        .quad lazy_95
        .quad lazy_96
        .quad lazy_97
        .quad lazy_98
        .quad lazy_99
        .quad lazy_100
        .quad lazy_101
        .quad lazy_102
        .quad lazy_103
        .quad lazy_104
        .quad lazy_105
        .quad lazy_106
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
        .quad count_16
        .quad count_17
        .quad count_18
        .quad count_19
        .quad count_20
        .quad count_21
        .quad count_22
        .quad count_23
        .quad count_24
        .quad count_25
        .quad count_26
        .quad count_27
        .quad count_28
        .quad count_29
        .quad count_30
        .quad count_31
        .quad count_32
        .quad count_33
        .quad count_34
        .quad count_35
        .quad count_36
        .quad count_37
        .quad count_38
        .quad count_39
        .quad count_40
        .quad count_41
        .quad count_42
        .quad count_43
        .quad count_44
        .quad count_45
        .quad count_46
        .quad count_47
        .quad count_48
        .quad count_49
        .quad count_50
        .quad count_51
        .quad count_52
        .quad count_53
        .quad count_54
        .quad count_55
        .quad count_56
        .quad count_57
        .quad count_58
        .quad count_59
        .quad count_60
        .quad count_61
        .quad count_62
        .quad count_63
        .quad count_64
        .quad count_65
        .quad count_66
        .quad count_67
        .quad count_68
        .quad count_69
        .quad count_70
        .quad count_71
        .quad count_72
        .quad count_73
        .quad count_74
        .quad count_75
        .quad count_76
        .quad count_77
        .quad count_78
        .quad count_79
        .quad count_80
        .quad count_81
        .quad count_82
        .quad count_83
        .quad count_84
        .quad count_85
        .quad count_86
        .quad count_87
        .quad count_88
        .quad count_89
        .quad count_90
        .quad count_91
        .quad count_92
        .quad count_93
        .quad count_94
        .quad count_95
        .quad count_96
        .quad count_97
        .quad count_98
        .quad count_99
        .quad count_100
        .quad count_101
        .quad count_102
        .quad count_103
        .quad count_104
        .quad count_105
        .quad count_106
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
        .quad trace_16
        .quad trace_17
        .quad trace_18
        .quad trace_19
        .quad trace_20
        .quad trace_21
        .quad trace_22
        .quad trace_23
        .quad trace_24
        .quad trace_25
        .quad trace_26
        .quad trace_27
        .quad trace_28
        .quad trace_29
        .quad trace_30
        .quad trace_31
        .quad trace_32
        .quad trace_33
        .quad trace_34
        .quad trace_35
        .quad trace_36
        .quad trace_37
        .quad trace_38
        .quad trace_39
        .quad trace_40
        .quad trace_41
        .quad trace_42
        .quad trace_43
        .quad trace_44
        .quad trace_45
        .quad trace_46
        .quad trace_47
        .quad trace_48
        .quad trace_49
        .quad trace_50
        .quad trace_51
        .quad trace_52
        .quad trace_53
        .quad trace_54
        .quad trace_55
        .quad trace_56
        .quad trace_57
        .quad trace_58
        .quad trace_59
        .quad trace_60
        .quad trace_61
        .quad trace_62
        .quad trace_63
        .quad trace_64
        .quad trace_65
        .quad trace_66
        .quad trace_67
        .quad trace_68
        .quad trace_69
        .quad trace_70
        .quad trace_71
        .quad trace_72
        .quad trace_73
        .quad trace_74
        .quad trace_75
        .quad trace_76
        .quad trace_77
        .quad trace_78
        .quad trace_79
        .quad trace_80
        .quad trace_81
        .quad trace_82
        .quad trace_83
        .quad trace_84
        .quad trace_85
        .quad trace_86
        .quad trace_87
        .quad trace_88
        .quad trace_89
        .quad trace_90
        .quad trace_91
        .quad trace_92
        .quad trace_93
        .quad trace_94
        .quad trace_95
        .quad trace_96
        .quad trace_97
        .quad trace_98
        .quad trace_99
        .quad trace_100
        .quad trace_101
        .quad trace_102
        .quad trace_103
        .quad trace_104
        .quad trace_105
        .quad trace_106
        .size router_tracing, .-router_tracing

        .section .note.GNU-stack,"",@progbits
