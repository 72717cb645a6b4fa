/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustrt.h        c186de9767ed4194edbbe5344991bdba1c6bb482f992708fe44e958e7ff8cc82
 *   rustrt_core.h   17fc069cdf3d01fc30d22816a2006a7386349935dce92671651776acc80494db
 *   rustrt_uv.h     a93910846c87641f2fa162760742576de55134dba095654107b1ec95276e353e
 *   catalogue.json  ef7ccaba372f3bd1a1857600a60e803f38db421025e26e6df5fb86c5a088353a */
/* Per symbol: the exported function jumps through its slot in router_table, which holds first lazy_<index>
 * (router_lazy decides, with the index in r10d), then a backend's function, or count_<index> if calls are counted,
 * or trace_<index> if they are traced (router_trace, or router_trace_entry which sees no result, index in r10d). */
        .hidden router_lazy, router_calls, router_target, router_trace, router_trace_entry

        .text

        .p2align 4
        .globl debug_abi_1
        .type debug_abi_1, @function
debug_abi_1:
        .cfi_startproc
        jmp *router_table+0(%rip)
        .cfi_endproc
        .size debug_abi_1, .-debug_abi_1
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_0, .-trace_0

        .p2align 4
        .globl debug_abi_2
        .type debug_abi_2, @function
debug_abi_2:
        .cfi_startproc
        jmp *router_table+8(%rip)
        .cfi_endproc
        .size debug_abi_2, .-debug_abi_2
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
        .globl debug_box
        .type debug_box, @function
debug_box:
        .cfi_startproc
        jmp *router_table+16(%rip)
        .cfi_endproc
        .size debug_box, .-debug_box
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
        .globl debug_fn
        .type debug_fn, @function
debug_fn:
        .cfi_startproc
        jmp *router_table+24(%rip)
        .cfi_endproc
        .size debug_fn, .-debug_fn
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
        .globl debug_get_stk_seg
        .type debug_get_stk_seg, @function
debug_get_stk_seg:
        .cfi_startproc
        jmp *router_table+32(%rip)
        .cfi_endproc
        .size debug_get_stk_seg, .-debug_get_stk_seg
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
        .globl debug_opaque
        .type debug_opaque, @function
debug_opaque:
        .cfi_startproc
        jmp *router_table+40(%rip)
        .cfi_endproc
        .size debug_opaque, .-debug_opaque
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
        .globl debug_ptrcast
        .type debug_ptrcast, @function
debug_ptrcast:
        .cfi_startproc
        jmp *router_table+48(%rip)
        .cfi_endproc
        .size debug_ptrcast, .-debug_ptrcast
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
        .globl debug_tag
        .type debug_tag, @function
debug_tag:
        .cfi_startproc
        jmp *router_table+56(%rip)
        .cfi_endproc
        .size debug_tag, .-debug_tag
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
        .globl debug_tydesc
        .type debug_tydesc, @function
debug_tydesc:
        .cfi_startproc
        jmp *router_table+64(%rip)
        .cfi_endproc
        .size debug_tydesc, .-debug_tydesc
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
        .globl get_task_id
        .type get_task_id, @function
get_task_id:
        .cfi_startproc
        jmp *router_table+72(%rip)
        .cfi_endproc
        .size get_task_id, .-get_task_id
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
        .globl get_time
        .type get_time, @function
get_time:
        .cfi_startproc
        jmp *router_table+80(%rip)
        .cfi_endproc
        .size get_time, .-get_time
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
        .globl linenoise
        .type linenoise, @function
linenoise:
        .cfi_startproc
        jmp *router_table+88(%rip)
        .cfi_endproc
        .size linenoise, .-linenoise
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
        .globl linenoiseAddCompletion
        .type linenoiseAddCompletion, @function
linenoiseAddCompletion:
        .cfi_startproc
        jmp *router_table+96(%rip)
        .cfi_endproc
        .size linenoiseAddCompletion, .-linenoiseAddCompletion
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
        .globl linenoiseHistoryAdd
        .type linenoiseHistoryAdd, @function
linenoiseHistoryAdd:
        .cfi_startproc
        jmp *router_table+104(%rip)
        .cfi_endproc
        .size linenoiseHistoryAdd, .-linenoiseHistoryAdd
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
        .globl linenoiseHistoryLoad
        .type linenoiseHistoryLoad, @function
linenoiseHistoryLoad:
        .cfi_startproc
        jmp *router_table+112(%rip)
        .cfi_endproc
        .size linenoiseHistoryLoad, .-linenoiseHistoryLoad
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
        .globl linenoiseHistorySave
        .type linenoiseHistorySave, @function
linenoiseHistorySave:
        .cfi_startproc
        jmp *router_table+120(%rip)
        .cfi_endproc
        .size linenoiseHistorySave, .-linenoiseHistorySave
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
        .globl linenoiseHistorySetMaxLen
        .type linenoiseHistorySetMaxLen, @function
linenoiseHistorySetMaxLen:
        .cfi_startproc
        jmp *router_table+128(%rip)
        .cfi_endproc
        .size linenoiseHistorySetMaxLen, .-linenoiseHistorySetMaxLen
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
        .globl linenoiseSetCompletionCallback
        .type linenoiseSetCompletionCallback, @function
linenoiseSetCompletionCallback:
        .cfi_startproc
        jmp *router_table+136(%rip)
        .cfi_endproc
        .size linenoiseSetCompletionCallback, .-linenoiseSetCompletionCallback
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
        .globl new_task
        .type new_task, @function
new_task:
        .cfi_startproc
        jmp *router_table+144(%rip)
        .cfi_endproc
        .size new_task, .-new_task
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
        .globl precise_time_ns
        .type precise_time_ns, @function
precise_time_ns:
        .cfi_startproc
        jmp *router_table+152(%rip)
        .cfi_endproc
        .size precise_time_ns, .-precise_time_ns
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
        .globl rand_free
        .type rand_free, @function
rand_free:
        .cfi_startproc
        jmp *router_table+160(%rip)
        .cfi_endproc
        .size rand_free, .-rand_free
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
        .globl rand_new
        .type rand_new, @function
rand_new:
        .cfi_startproc
        jmp *router_table+168(%rip)
        .cfi_endproc
        .size rand_new, .-rand_new
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
        .globl rand_new_seeded
        .type rand_new_seeded, @function
rand_new_seeded:
        .cfi_startproc
        jmp *router_table+176(%rip)
        .cfi_endproc
        .size rand_new_seeded, .-rand_new_seeded
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
        .globl rand_new_seeded2
        .type rand_new_seeded2, @function
rand_new_seeded2:
        .cfi_startproc
        jmp *router_table+184(%rip)
        .cfi_endproc
        .size rand_new_seeded2, .-rand_new_seeded2
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
        .globl rand_next
        .type rand_next, @function
rand_next:
        .cfi_startproc
        jmp *router_table+192(%rip)
        .cfi_endproc
        .size rand_next, .-rand_next
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
        .globl rand_seed
        .type rand_seed, @function
rand_seed:
        .cfi_startproc
        jmp *router_table+200(%rip)
        .cfi_endproc
        .size rand_seed, .-rand_seed
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
        .globl rust_call_tydesc_glue
        .type rust_call_tydesc_glue, @function
rust_call_tydesc_glue:
        .cfi_startproc
        jmp *router_table+208(%rip)
        .cfi_endproc
        .size rust_call_tydesc_glue, .-rust_call_tydesc_glue
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_26, .-trace_26

        .p2align 4
        .globl rust_create_little_lock
        .type rust_create_little_lock, @function
rust_create_little_lock:
        .cfi_startproc
        jmp *router_table+216(%rip)
        .cfi_endproc
        .size rust_create_little_lock, .-rust_create_little_lock
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
        .globl rust_dbg_breakpoint
        .type rust_dbg_breakpoint, @function
rust_dbg_breakpoint:
        .cfi_startproc
        jmp *router_table+224(%rip)
        .cfi_endproc
        .size rust_dbg_breakpoint, .-rust_dbg_breakpoint
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
        .globl rust_dbg_call
        .type rust_dbg_call, @function
rust_dbg_call:
        .cfi_startproc
        jmp *router_table+232(%rip)
        .cfi_endproc
        .size rust_dbg_call, .-rust_dbg_call
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_29, .-trace_29

        .p2align 4
        .globl rust_dbg_do_nothing
        .type rust_dbg_do_nothing, @function
rust_dbg_do_nothing:
        .cfi_startproc
        jmp *router_table+240(%rip)
        .cfi_endproc
        .size rust_dbg_do_nothing, .-rust_dbg_do_nothing
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_30, .-trace_30

        .p2align 4
        .globl rust_dbg_lock_create
        .type rust_dbg_lock_create, @function
rust_dbg_lock_create:
        .cfi_startproc
        jmp *router_table+248(%rip)
        .cfi_endproc
        .size rust_dbg_lock_create, .-rust_dbg_lock_create
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
        .globl rust_dbg_lock_destroy
        .type rust_dbg_lock_destroy, @function
rust_dbg_lock_destroy:
        .cfi_startproc
        jmp *router_table+256(%rip)
        .cfi_endproc
        .size rust_dbg_lock_destroy, .-rust_dbg_lock_destroy
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
        .globl rust_dbg_lock_lock
        .type rust_dbg_lock_lock, @function
rust_dbg_lock_lock:
        .cfi_startproc
        jmp *router_table+264(%rip)
        .cfi_endproc
        .size rust_dbg_lock_lock, .-rust_dbg_lock_lock
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
        .globl rust_dbg_lock_signal
        .type rust_dbg_lock_signal, @function
rust_dbg_lock_signal:
        .cfi_startproc
        jmp *router_table+272(%rip)
        .cfi_endproc
        .size rust_dbg_lock_signal, .-rust_dbg_lock_signal
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
        .globl rust_dbg_lock_unlock
        .type rust_dbg_lock_unlock, @function
rust_dbg_lock_unlock:
        .cfi_startproc
        jmp *router_table+280(%rip)
        .cfi_endproc
        .size rust_dbg_lock_unlock, .-rust_dbg_lock_unlock
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
        .globl rust_dbg_lock_wait
        .type rust_dbg_lock_wait, @function
rust_dbg_lock_wait:
        .cfi_startproc
        jmp *router_table+288(%rip)
        .cfi_endproc
        .size rust_dbg_lock_wait, .-rust_dbg_lock_wait
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
        .globl rust_dec_kernel_live_count
        .type rust_dec_kernel_live_count, @function
rust_dec_kernel_live_count:
        .cfi_startproc
        jmp *router_table+296(%rip)
        .cfi_endproc
        .size rust_dec_kernel_live_count, .-rust_dec_kernel_live_count
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
        .globl rust_destroy_little_lock
        .type rust_destroy_little_lock, @function
rust_destroy_little_lock:
        .cfi_startproc
        jmp *router_table+304(%rip)
        .cfi_endproc
        .size rust_destroy_little_lock, .-rust_destroy_little_lock
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
        .globl rust_env_pairs
        .type rust_env_pairs, @function
rust_env_pairs:
        .cfi_startproc
        jmp *router_table+312(%rip)
        .cfi_endproc
        .size rust_env_pairs, .-rust_env_pairs
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
        .globl rust_gc_metadata
        .type rust_gc_metadata, @function
rust_gc_metadata:
        .cfi_startproc
        jmp *router_table+320(%rip)
        .cfi_endproc
        .size rust_gc_metadata, .-rust_gc_metadata
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
        .globl rust_get_argc
        .type rust_get_argc, @function
rust_get_argc:
        .cfi_startproc
        jmp *router_table+328(%rip)
        .cfi_endproc
        .size rust_get_argc, .-rust_get_argc
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
        .globl rust_get_argv
        .type rust_get_argv, @function
rust_get_argv:
        .cfi_startproc
        jmp *router_table+336(%rip)
        .cfi_endproc
        .size rust_get_argv, .-rust_get_argv
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
        .globl rust_get_exchange_count_ptr
        .type rust_get_exchange_count_ptr, @function
rust_get_exchange_count_ptr:
        .cfi_startproc
        jmp *router_table+344(%rip)
        .cfi_endproc
        .size rust_get_exchange_count_ptr, .-rust_get_exchange_count_ptr
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
        .globl rust_get_global_data_ptr
        .type rust_get_global_data_ptr, @function
rust_get_global_data_ptr:
        .cfi_startproc
        jmp *router_table+352(%rip)
        .cfi_endproc
        .size rust_get_global_data_ptr, .-rust_get_global_data_ptr
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
        .globl rust_get_sched_id
        .type rust_get_sched_id, @function
rust_get_sched_id:
        .cfi_startproc
        jmp *router_table+360(%rip)
        .cfi_endproc
        .size rust_get_sched_id, .-rust_get_sched_id
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
        .globl rust_get_stack_segment
        .type rust_get_stack_segment, @function
rust_get_stack_segment:
        .cfi_startproc
        jmp *router_table+368(%rip)
        .cfi_endproc
        .size rust_get_stack_segment, .-rust_get_stack_segment
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_46, .-trace_46

        .p2align 4
        .globl rust_get_stderr
        .type rust_get_stderr, @function
rust_get_stderr:
        .cfi_startproc
        jmp *router_table+376(%rip)
        .cfi_endproc
        .size rust_get_stderr, .-rust_get_stderr
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
        .globl rust_get_stdin
        .type rust_get_stdin, @function
rust_get_stdin:
        .cfi_startproc
        jmp *router_table+384(%rip)
        .cfi_endproc
        .size rust_get_stdin, .-rust_get_stdin
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
        .globl rust_get_stdout
        .type rust_get_stdout, @function
rust_get_stdout:
        .cfi_startproc
        jmp *router_table+392(%rip)
        .cfi_endproc
        .size rust_get_stdout, .-rust_get_stdout
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
        .globl rust_get_task
        .type rust_get_task, @function
rust_get_task:
        .cfi_startproc
        jmp *router_table+400(%rip)
        .cfi_endproc
        .size rust_get_task, .-rust_get_task
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_50, .-trace_50

        .p2align 4
        .globl rust_get_task_local_data
        .type rust_get_task_local_data, @function
rust_get_task_local_data:
        .cfi_startproc
        jmp *router_table+408(%rip)
        .cfi_endproc
        .size rust_get_task_local_data, .-rust_get_task_local_data
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
        .globl rust_getcwd
        .type rust_getcwd, @function
rust_getcwd:
        .cfi_startproc
        jmp *router_table+416(%rip)
        .cfi_endproc
        .size rust_getcwd, .-rust_getcwd
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
        .globl rust_gmtime
        .type rust_gmtime, @function
rust_gmtime:
        .cfi_startproc
        jmp *router_table+424(%rip)
        .cfi_endproc
        .size rust_gmtime, .-rust_gmtime
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
        .globl rust_inc_kernel_live_count
        .type rust_inc_kernel_live_count, @function
rust_inc_kernel_live_count:
        .cfi_startproc
        jmp *router_table+432(%rip)
        .cfi_endproc
        .size rust_inc_kernel_live_count, .-rust_inc_kernel_live_count
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
        .globl rust_list_files
        .type rust_list_files, @function
rust_list_files:
        .cfi_startproc
        jmp *router_table+440(%rip)
        .cfi_endproc
        .size rust_list_files, .-rust_list_files
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
        .globl rust_list_files2
        .type rust_list_files2, @function
rust_list_files2:
        .cfi_startproc
        jmp *router_table+448(%rip)
        .cfi_endproc
        .size rust_list_files2, .-rust_list_files2
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
        .globl rust_localtime
        .type rust_localtime, @function
rust_localtime:
        .cfi_startproc
        jmp *router_table+456(%rip)
        .cfi_endproc
        .size rust_localtime, .-rust_localtime
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
        .globl rust_lock_little_lock
        .type rust_lock_little_lock, @function
rust_lock_little_lock:
        .cfi_startproc
        jmp *router_table+464(%rip)
        .cfi_endproc
        .size rust_lock_little_lock, .-rust_lock_little_lock
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
        .globl rust_log_console_off
        .type rust_log_console_off, @function
rust_log_console_off:
        .cfi_startproc
        jmp *router_table+472(%rip)
        .cfi_endproc
        .size rust_log_console_off, .-rust_log_console_off
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
        .globl rust_log_console_on
        .type rust_log_console_on, @function
rust_log_console_on:
        .cfi_startproc
        jmp *router_table+480(%rip)
        .cfi_endproc
        .size rust_log_console_on, .-rust_log_console_on
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
        .globl rust_log_str
        .type rust_log_str, @function
rust_log_str:
        .cfi_startproc
        jmp *router_table+488(%rip)
        .cfi_endproc
        .size rust_log_str, .-rust_log_str
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
        .globl rust_mktime
        .type rust_mktime, @function
rust_mktime:
        .cfi_startproc
        jmp *router_table+496(%rip)
        .cfi_endproc
        .size rust_mktime, .-rust_mktime
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
        .globl rust_new_sched
        .type rust_new_sched, @function
rust_new_sched:
        .cfi_startproc
        jmp *router_table+504(%rip)
        .cfi_endproc
        .size rust_new_sched, .-rust_new_sched
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
        .globl rust_new_task_in_sched
        .type rust_new_task_in_sched, @function
rust_new_task_in_sched:
        .cfi_startproc
        jmp *router_table+512(%rip)
        .cfi_endproc
        .size rust_new_task_in_sched, .-rust_new_task_in_sched
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
        .globl rust_num_threads
        .type rust_num_threads, @function
rust_num_threads:
        .cfi_startproc
        jmp *router_table+520(%rip)
        .cfi_endproc
        .size rust_num_threads, .-rust_num_threads
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
        .globl rust_osmain_sched_id
        .type rust_osmain_sched_id, @function
rust_osmain_sched_id:
        .cfi_startproc
        jmp *router_table+528(%rip)
        .cfi_endproc
        .size rust_osmain_sched_id, .-rust_osmain_sched_id
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
        .globl rust_path_exists
        .type rust_path_exists, @function
rust_path_exists:
        .cfi_startproc
        jmp *router_table+536(%rip)
        .cfi_endproc
        .size rust_path_exists, .-rust_path_exists
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
        .globl rust_path_is_dir
        .type rust_path_is_dir, @function
rust_path_is_dir:
        .cfi_startproc
        jmp *router_table+544(%rip)
        .cfi_endproc
        .size rust_path_is_dir, .-rust_path_is_dir
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
        .globl rust_process_wait
        .type rust_process_wait, @function
rust_process_wait:
        .cfi_startproc
        jmp *router_table+552(%rip)
        .cfi_endproc
        .size rust_process_wait, .-rust_process_wait
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
        .globl rust_raw_thread_join_delete
        .type rust_raw_thread_join_delete, @function
rust_raw_thread_join_delete:
        .cfi_startproc
        jmp *router_table+560(%rip)
        .cfi_endproc
        .size rust_raw_thread_join_delete, .-rust_raw_thread_join_delete
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
        .globl rust_raw_thread_start
        .type rust_raw_thread_start, @function
rust_raw_thread_start:
        .cfi_startproc
        jmp *router_table+568(%rip)
        .cfi_endproc
        .size rust_raw_thread_start, .-rust_raw_thread_start
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
        .globl rust_register_exit_function
        .type rust_register_exit_function, @function
rust_register_exit_function:
        .cfi_startproc
        jmp *router_table+576(%rip)
        .cfi_endproc
        .size rust_register_exit_function, .-rust_register_exit_function
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
        .globl rust_run_program
        .type rust_run_program, @function
rust_run_program:
        .cfi_startproc
        jmp *router_table+584(%rip)
        .cfi_endproc
        .size rust_run_program, .-rust_run_program
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_73, .-trace_73

        .p2align 4
        .globl rust_sched_current_nonlazy_threads
        .type rust_sched_current_nonlazy_threads, @function
rust_sched_current_nonlazy_threads:
        .cfi_startproc
        jmp *router_table+592(%rip)
        .cfi_endproc
        .size rust_sched_current_nonlazy_threads, .-rust_sched_current_nonlazy_threads
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
        .globl rust_sched_threads
        .type rust_sched_threads, @function
rust_sched_threads:
        .cfi_startproc
        jmp *router_table+600(%rip)
        .cfi_endproc
        .size rust_sched_threads, .-rust_sched_threads
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
        .globl rust_set_exit_status
        .type rust_set_exit_status, @function
rust_set_exit_status:
        .cfi_startproc
        jmp *router_table+608(%rip)
        .cfi_endproc
        .size rust_set_exit_status, .-rust_set_exit_status
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
        .globl rust_set_task_local_data
        .type rust_set_task_local_data, @function
rust_set_task_local_data:
        .cfi_startproc
        jmp *router_table+616(%rip)
        .cfi_endproc
        .size rust_set_task_local_data, .-rust_set_task_local_data
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
        .globl rust_start
        .type rust_start, @function
rust_start:
        .cfi_startproc
        jmp *router_table+624(%rip)
        .cfi_endproc
        .size rust_start, .-rust_start
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
        .globl rust_task_allow_kill
        .type rust_task_allow_kill, @function
rust_task_allow_kill:
        .cfi_startproc
        jmp *router_table+632(%rip)
        .cfi_endproc
        .size rust_task_allow_kill, .-rust_task_allow_kill
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
        .globl rust_task_allow_yield
        .type rust_task_allow_yield, @function
rust_task_allow_yield:
        .cfi_startproc
        jmp *router_table+640(%rip)
        .cfi_endproc
        .size rust_task_allow_yield, .-rust_task_allow_yield
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
        jmp router_trace
        .cfi_endproc
        .size trace_80, .-trace_80

        .p2align 4
        .globl rust_task_deref
        .type rust_task_deref, @function
rust_task_deref:
        .cfi_startproc
        jmp *router_table+648(%rip)
        .cfi_endproc
        .size rust_task_deref, .-rust_task_deref
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
        jmp router_trace
        .cfi_endproc
        .size trace_81, .-trace_81

        .p2align 4
        .globl rust_task_inhibit_kill
        .type rust_task_inhibit_kill, @function
rust_task_inhibit_kill:
        .cfi_startproc
        jmp *router_table+656(%rip)
        .cfi_endproc
        .size rust_task_inhibit_kill, .-rust_task_inhibit_kill
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
        jmp router_trace
        .cfi_endproc
        .size trace_82, .-trace_82

        .p2align 4
        .globl rust_task_inhibit_yield
        .type rust_task_inhibit_yield, @function
rust_task_inhibit_yield:
        .cfi_startproc
        jmp *router_table+664(%rip)
        .cfi_endproc
        .size rust_task_inhibit_yield, .-rust_task_inhibit_yield
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
        jmp router_trace
        .cfi_endproc
        .size trace_83, .-trace_83

        .p2align 4
        .globl rust_task_is_unwinding
        .type rust_task_is_unwinding, @function
rust_task_is_unwinding:
        .cfi_startproc
        jmp *router_table+672(%rip)
        .cfi_endproc
        .size rust_task_is_unwinding, .-rust_task_is_unwinding
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
        jmp router_trace
        .cfi_endproc
        .size trace_84, .-trace_84

        .p2align 4
        .globl rust_task_kill_all
        .type rust_task_kill_all, @function
rust_task_kill_all:
        .cfi_startproc
        jmp *router_table+680(%rip)
        .cfi_endproc
        .size rust_task_kill_all, .-rust_task_kill_all
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
        .globl rust_task_kill_other
        .type rust_task_kill_other, @function
rust_task_kill_other:
        .cfi_startproc
        jmp *router_table+688(%rip)
        .cfi_endproc
        .size rust_task_kill_other, .-rust_task_kill_other
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
        .globl rust_task_local_data_atexit
        .type rust_task_local_data_atexit, @function
rust_task_local_data_atexit:
        .cfi_startproc
        jmp *router_table+696(%rip)
        .cfi_endproc
        .size rust_task_local_data_atexit, .-rust_task_local_data_atexit
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
        .globl rust_task_ref
        .type rust_task_ref, @function
rust_task_ref:
        .cfi_startproc
        jmp *router_table+704(%rip)
        .cfi_endproc
        .size rust_task_ref, .-rust_task_ref
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
        .globl rust_task_yield
        .type rust_task_yield, @function
rust_task_yield:
        .cfi_startproc
        jmp *router_table+712(%rip)
        .cfi_endproc
        .size rust_task_yield, .-rust_task_yield
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
        jmp router_trace_entry
        .cfi_endproc
        .size trace_89, .-trace_89

        .p2align 4
        .globl rust_timegm
        .type rust_timegm, @function
rust_timegm:
        .cfi_startproc
        jmp *router_table+720(%rip)
        .cfi_endproc
        .size rust_timegm, .-rust_timegm
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
        jmp router_trace
        .cfi_endproc
        .size trace_90, .-trace_90

        .p2align 4
        .globl rust_tzset
        .type rust_tzset, @function
rust_tzset:
        .cfi_startproc
        jmp *router_table+728(%rip)
        .cfi_endproc
        .size rust_tzset, .-rust_tzset
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
        .globl rust_unlock_little_lock
        .type rust_unlock_little_lock, @function
rust_unlock_little_lock:
        .cfi_startproc
        jmp *router_table+736(%rip)
        .cfi_endproc
        .size rust_unlock_little_lock, .-rust_unlock_little_lock
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
        .globl rust_upcall_fail
        .type rust_upcall_fail, @function
rust_upcall_fail:
        .cfi_startproc
        jmp *router_table+744(%rip)
        .cfi_endproc
        .size rust_upcall_fail, .-rust_upcall_fail
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
        .globl rust_upcall_free
        .type rust_upcall_free, @function
rust_upcall_free:
        .cfi_startproc
        jmp *router_table+752(%rip)
        .cfi_endproc
        .size rust_upcall_free, .-rust_upcall_free
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
        .globl rust_upcall_malloc
        .type rust_upcall_malloc, @function
rust_upcall_malloc:
        .cfi_startproc
        jmp *router_table+760(%rip)
        .cfi_endproc
        .size rust_upcall_malloc, .-rust_upcall_malloc
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
        .globl rust_uv_accept
        .type rust_uv_accept, @function
rust_uv_accept:
        .cfi_startproc
        jmp *router_table+768(%rip)
        .cfi_endproc
        .size rust_uv_accept, .-rust_uv_accept
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
        .globl rust_uv_addrinfo_as_sockaddr_in
        .type rust_uv_addrinfo_as_sockaddr_in, @function
rust_uv_addrinfo_as_sockaddr_in:
        .cfi_startproc
        jmp *router_table+776(%rip)
        .cfi_endproc
        .size rust_uv_addrinfo_as_sockaddr_in, .-rust_uv_addrinfo_as_sockaddr_in
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
        .globl rust_uv_addrinfo_as_sockaddr_in6
        .type rust_uv_addrinfo_as_sockaddr_in6, @function
rust_uv_addrinfo_as_sockaddr_in6:
        .cfi_startproc
        jmp *router_table+784(%rip)
        .cfi_endproc
        .size rust_uv_addrinfo_as_sockaddr_in6, .-rust_uv_addrinfo_as_sockaddr_in6
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
        .globl rust_uv_async_init
        .type rust_uv_async_init, @function
rust_uv_async_init:
        .cfi_startproc
        jmp *router_table+792(%rip)
        .cfi_endproc
        .size rust_uv_async_init, .-rust_uv_async_init
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
        jmp router_trace
        .cfi_endproc
        .size trace_99, .-trace_99

        .p2align 4
        .globl rust_uv_async_send
        .type rust_uv_async_send, @function
rust_uv_async_send:
        .cfi_startproc
        jmp *router_table+800(%rip)
        .cfi_endproc
        .size rust_uv_async_send, .-rust_uv_async_send
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
        .globl rust_uv_bind_op_cb
        .type rust_uv_bind_op_cb, @function
rust_uv_bind_op_cb:
        .cfi_startproc
        jmp *router_table+808(%rip)
        .cfi_endproc
        .size rust_uv_bind_op_cb, .-rust_uv_bind_op_cb
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
        .globl rust_uv_buf_init
        .type rust_uv_buf_init, @function
rust_uv_buf_init:
        .cfi_startproc
        jmp *router_table+816(%rip)
        .cfi_endproc
        .size rust_uv_buf_init, .-rust_uv_buf_init
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
        .globl rust_uv_close
        .type rust_uv_close, @function
rust_uv_close:
        .cfi_startproc
        jmp *router_table+824(%rip)
        .cfi_endproc
        .size rust_uv_close, .-rust_uv_close
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
        .globl rust_uv_current_kernel_free
        .type rust_uv_current_kernel_free, @function
rust_uv_current_kernel_free:
        .cfi_startproc
        jmp *router_table+832(%rip)
        .cfi_endproc
        .size rust_uv_current_kernel_free, .-rust_uv_current_kernel_free
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
        .globl rust_uv_current_kernel_malloc
        .type rust_uv_current_kernel_malloc, @function
rust_uv_current_kernel_malloc:
        .cfi_startproc
        jmp *router_table+840(%rip)
        .cfi_endproc
        .size rust_uv_current_kernel_malloc, .-rust_uv_current_kernel_malloc
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
        .globl rust_uv_err_name
        .type rust_uv_err_name, @function
rust_uv_err_name:
        .cfi_startproc
        jmp *router_table+848(%rip)
        .cfi_endproc
        .size rust_uv_err_name, .-rust_uv_err_name
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

        .p2align 4
        .globl rust_uv_free
        .type rust_uv_free, @function
rust_uv_free:
        .cfi_startproc
        jmp *router_table+856(%rip)
        .cfi_endproc
        .size rust_uv_free, .-rust_uv_free
        .p2align 4
        .type lazy_107, @function
lazy_107:
        .cfi_startproc
        movl $107, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_107, .-lazy_107
        .p2align 4
        .type count_107, @function
count_107:
        .cfi_startproc
        lock incq router_calls+856(%rip)
        jmp *router_target+856(%rip)
        .cfi_endproc
        .size count_107, .-count_107
        .p2align 4
        .type trace_107, @function
trace_107:
        .cfi_startproc
        movl $107, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_107, .-trace_107

        .p2align 4
        .globl rust_uv_free_base_of_buf
        .type rust_uv_free_base_of_buf, @function
rust_uv_free_base_of_buf:
        .cfi_startproc
        jmp *router_table+864(%rip)
        .cfi_endproc
        .size rust_uv_free_base_of_buf, .-rust_uv_free_base_of_buf
        .p2align 4
        .type lazy_108, @function
lazy_108:
        .cfi_startproc
        movl $108, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_108, .-lazy_108
        .p2align 4
        .type count_108, @function
count_108:
        .cfi_startproc
        lock incq router_calls+864(%rip)
        jmp *router_target+864(%rip)
        .cfi_endproc
        .size count_108, .-count_108
        .p2align 4
        .type trace_108, @function
trace_108:
        .cfi_startproc
        movl $108, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_108, .-trace_108

        .p2align 4
        .globl rust_uv_freeaddrinfo
        .type rust_uv_freeaddrinfo, @function
rust_uv_freeaddrinfo:
        .cfi_startproc
        jmp *router_table+872(%rip)
        .cfi_endproc
        .size rust_uv_freeaddrinfo, .-rust_uv_freeaddrinfo
        .p2align 4
        .type lazy_109, @function
lazy_109:
        .cfi_startproc
        movl $109, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_109, .-lazy_109
        .p2align 4
        .type count_109, @function
count_109:
        .cfi_startproc
        lock incq router_calls+872(%rip)
        jmp *router_target+872(%rip)
        .cfi_endproc
        .size count_109, .-count_109
        .p2align 4
        .type trace_109, @function
trace_109:
        .cfi_startproc
        movl $109, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_109, .-trace_109

        .p2align 4
        .globl rust_uv_get_base_from_buf
        .type rust_uv_get_base_from_buf, @function
rust_uv_get_base_from_buf:
        .cfi_startproc
        jmp *router_table+880(%rip)
        .cfi_endproc
        .size rust_uv_get_base_from_buf, .-rust_uv_get_base_from_buf
        .p2align 4
        .type lazy_110, @function
lazy_110:
        .cfi_startproc
        movl $110, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_110, .-lazy_110
        .p2align 4
        .type count_110, @function
count_110:
        .cfi_startproc
        lock incq router_calls+880(%rip)
        jmp *router_target+880(%rip)
        .cfi_endproc
        .size count_110, .-count_110
        .p2align 4
        .type trace_110, @function
trace_110:
        .cfi_startproc
        movl $110, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_110, .-trace_110

        .p2align 4
        .globl rust_uv_get_data_for_req
        .type rust_uv_get_data_for_req, @function
rust_uv_get_data_for_req:
        .cfi_startproc
        jmp *router_table+888(%rip)
        .cfi_endproc
        .size rust_uv_get_data_for_req, .-rust_uv_get_data_for_req
        .p2align 4
        .type lazy_111, @function
lazy_111:
        .cfi_startproc
        movl $111, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_111, .-lazy_111
        .p2align 4
        .type count_111, @function
count_111:
        .cfi_startproc
        lock incq router_calls+888(%rip)
        jmp *router_target+888(%rip)
        .cfi_endproc
        .size count_111, .-count_111
        .p2align 4
        .type trace_111, @function
trace_111:
        .cfi_startproc
        movl $111, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_111, .-trace_111

        .p2align 4
        .globl rust_uv_get_data_for_uv_handle
        .type rust_uv_get_data_for_uv_handle, @function
rust_uv_get_data_for_uv_handle:
        .cfi_startproc
        jmp *router_table+896(%rip)
        .cfi_endproc
        .size rust_uv_get_data_for_uv_handle, .-rust_uv_get_data_for_uv_handle
        .p2align 4
        .type lazy_112, @function
lazy_112:
        .cfi_startproc
        movl $112, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_112, .-lazy_112
        .p2align 4
        .type count_112, @function
count_112:
        .cfi_startproc
        lock incq router_calls+896(%rip)
        jmp *router_target+896(%rip)
        .cfi_endproc
        .size count_112, .-count_112
        .p2align 4
        .type trace_112, @function
trace_112:
        .cfi_startproc
        movl $112, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_112, .-trace_112

        .p2align 4
        .globl rust_uv_get_data_for_uv_loop
        .type rust_uv_get_data_for_uv_loop, @function
rust_uv_get_data_for_uv_loop:
        .cfi_startproc
        jmp *router_table+904(%rip)
        .cfi_endproc
        .size rust_uv_get_data_for_uv_loop, .-rust_uv_get_data_for_uv_loop
        .p2align 4
        .type lazy_113, @function
lazy_113:
        .cfi_startproc
        movl $113, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_113, .-lazy_113
        .p2align 4
        .type count_113, @function
count_113:
        .cfi_startproc
        lock incq router_calls+904(%rip)
        jmp *router_target+904(%rip)
        .cfi_endproc
        .size count_113, .-count_113
        .p2align 4
        .type trace_113, @function
trace_113:
        .cfi_startproc
        movl $113, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_113, .-trace_113

        .p2align 4
        .globl rust_uv_get_len_from_buf
        .type rust_uv_get_len_from_buf, @function
rust_uv_get_len_from_buf:
        .cfi_startproc
        jmp *router_table+912(%rip)
        .cfi_endproc
        .size rust_uv_get_len_from_buf, .-rust_uv_get_len_from_buf
        .p2align 4
        .type lazy_114, @function
lazy_114:
        .cfi_startproc
        movl $114, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_114, .-lazy_114
        .p2align 4
        .type count_114, @function
count_114:
        .cfi_startproc
        lock incq router_calls+912(%rip)
        jmp *router_target+912(%rip)
        .cfi_endproc
        .size count_114, .-count_114
        .p2align 4
        .type trace_114, @function
trace_114:
        .cfi_startproc
        movl $114, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_114, .-trace_114

        .p2align 4
        .globl rust_uv_get_loop_for_uv_handle
        .type rust_uv_get_loop_for_uv_handle, @function
rust_uv_get_loop_for_uv_handle:
        .cfi_startproc
        jmp *router_table+920(%rip)
        .cfi_endproc
        .size rust_uv_get_loop_for_uv_handle, .-rust_uv_get_loop_for_uv_handle
        .p2align 4
        .type lazy_115, @function
lazy_115:
        .cfi_startproc
        movl $115, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_115, .-lazy_115
        .p2align 4
        .type count_115, @function
count_115:
        .cfi_startproc
        lock incq router_calls+920(%rip)
        jmp *router_target+920(%rip)
        .cfi_endproc
        .size count_115, .-count_115
        .p2align 4
        .type trace_115, @function
trace_115:
        .cfi_startproc
        movl $115, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_115, .-trace_115

        .p2align 4
        .globl rust_uv_get_next_addrinfo
        .type rust_uv_get_next_addrinfo, @function
rust_uv_get_next_addrinfo:
        .cfi_startproc
        jmp *router_table+928(%rip)
        .cfi_endproc
        .size rust_uv_get_next_addrinfo, .-rust_uv_get_next_addrinfo
        .p2align 4
        .type lazy_116, @function
lazy_116:
        .cfi_startproc
        movl $116, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_116, .-lazy_116
        .p2align 4
        .type count_116, @function
count_116:
        .cfi_startproc
        lock incq router_calls+928(%rip)
        jmp *router_target+928(%rip)
        .cfi_endproc
        .size count_116, .-count_116
        .p2align 4
        .type trace_116, @function
trace_116:
        .cfi_startproc
        movl $116, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_116, .-trace_116

        .p2align 4
        .globl rust_uv_get_stream_handle_from_connect_req
        .type rust_uv_get_stream_handle_from_connect_req, @function
rust_uv_get_stream_handle_from_connect_req:
        .cfi_startproc
        jmp *router_table+936(%rip)
        .cfi_endproc
        .size rust_uv_get_stream_handle_from_connect_req, .-rust_uv_get_stream_handle_from_connect_req
        .p2align 4
        .type lazy_117, @function
lazy_117:
        .cfi_startproc
        movl $117, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_117, .-lazy_117
        .p2align 4
        .type count_117, @function
count_117:
        .cfi_startproc
        lock incq router_calls+936(%rip)
        jmp *router_target+936(%rip)
        .cfi_endproc
        .size count_117, .-count_117
        .p2align 4
        .type trace_117, @function
trace_117:
        .cfi_startproc
        movl $117, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_117, .-trace_117

        .p2align 4
        .globl rust_uv_get_stream_handle_from_write_req
        .type rust_uv_get_stream_handle_from_write_req, @function
rust_uv_get_stream_handle_from_write_req:
        .cfi_startproc
        jmp *router_table+944(%rip)
        .cfi_endproc
        .size rust_uv_get_stream_handle_from_write_req, .-rust_uv_get_stream_handle_from_write_req
        .p2align 4
        .type lazy_118, @function
lazy_118:
        .cfi_startproc
        movl $118, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_118, .-lazy_118
        .p2align 4
        .type count_118, @function
count_118:
        .cfi_startproc
        lock incq router_calls+944(%rip)
        jmp *router_target+944(%rip)
        .cfi_endproc
        .size count_118, .-count_118
        .p2align 4
        .type trace_118, @function
trace_118:
        .cfi_startproc
        movl $118, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_118, .-trace_118

        .p2align 4
        .globl rust_uv_getaddrinfo
        .type rust_uv_getaddrinfo, @function
rust_uv_getaddrinfo:
        .cfi_startproc
        jmp *router_table+952(%rip)
        .cfi_endproc
        .size rust_uv_getaddrinfo, .-rust_uv_getaddrinfo
        .p2align 4
        .type lazy_119, @function
lazy_119:
        .cfi_startproc
        movl $119, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_119, .-lazy_119
        .p2align 4
        .type count_119, @function
count_119:
        .cfi_startproc
        lock incq router_calls+952(%rip)
        jmp *router_target+952(%rip)
        .cfi_endproc
        .size count_119, .-count_119
        .p2align 4
        .type trace_119, @function
trace_119:
        .cfi_startproc
        movl $119, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_119, .-trace_119

        .p2align 4
        .globl rust_uv_helper_addr_in_size
        .type rust_uv_helper_addr_in_size, @function
rust_uv_helper_addr_in_size:
        .cfi_startproc
        jmp *router_table+960(%rip)
        .cfi_endproc
        .size rust_uv_helper_addr_in_size, .-rust_uv_helper_addr_in_size
        .p2align 4
        .type lazy_120, @function
lazy_120:
        .cfi_startproc
        movl $120, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_120, .-lazy_120
        .p2align 4
        .type count_120, @function
count_120:
        .cfi_startproc
        lock incq router_calls+960(%rip)
        jmp *router_target+960(%rip)
        .cfi_endproc
        .size count_120, .-count_120
        .p2align 4
        .type trace_120, @function
trace_120:
        .cfi_startproc
        movl $120, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_120, .-trace_120

        .p2align 4
        .globl rust_uv_helper_addrinfo_size
        .type rust_uv_helper_addrinfo_size, @function
rust_uv_helper_addrinfo_size:
        .cfi_startproc
        jmp *router_table+968(%rip)
        .cfi_endproc
        .size rust_uv_helper_addrinfo_size, .-rust_uv_helper_addrinfo_size
        .p2align 4
        .type lazy_121, @function
lazy_121:
        .cfi_startproc
        movl $121, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_121, .-lazy_121
        .p2align 4
        .type count_121, @function
count_121:
        .cfi_startproc
        lock incq router_calls+968(%rip)
        jmp *router_target+968(%rip)
        .cfi_endproc
        .size count_121, .-count_121
        .p2align 4
        .type trace_121, @function
trace_121:
        .cfi_startproc
        movl $121, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_121, .-trace_121

        .p2align 4
        .globl rust_uv_helper_get_INADDR_NONE
        .type rust_uv_helper_get_INADDR_NONE, @function
rust_uv_helper_get_INADDR_NONE:
        .cfi_startproc
        jmp *router_table+976(%rip)
        .cfi_endproc
        .size rust_uv_helper_get_INADDR_NONE, .-rust_uv_helper_get_INADDR_NONE
        .p2align 4
        .type lazy_122, @function
lazy_122:
        .cfi_startproc
        movl $122, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_122, .-lazy_122
        .p2align 4
        .type count_122, @function
count_122:
        .cfi_startproc
        lock incq router_calls+976(%rip)
        jmp *router_target+976(%rip)
        .cfi_endproc
        .size count_122, .-count_122
        .p2align 4
        .type trace_122, @function
trace_122:
        .cfi_startproc
        movl $122, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_122, .-trace_122

        .p2align 4
        .globl rust_uv_helper_sockaddr_in6_size
        .type rust_uv_helper_sockaddr_in6_size, @function
rust_uv_helper_sockaddr_in6_size:
        .cfi_startproc
        jmp *router_table+984(%rip)
        .cfi_endproc
        .size rust_uv_helper_sockaddr_in6_size, .-rust_uv_helper_sockaddr_in6_size
        .p2align 4
        .type lazy_123, @function
lazy_123:
        .cfi_startproc
        movl $123, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_123, .-lazy_123
        .p2align 4
        .type count_123, @function
count_123:
        .cfi_startproc
        lock incq router_calls+984(%rip)
        jmp *router_target+984(%rip)
        .cfi_endproc
        .size count_123, .-count_123
        .p2align 4
        .type trace_123, @function
trace_123:
        .cfi_startproc
        movl $123, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_123, .-trace_123

        .p2align 4
        .globl rust_uv_helper_sockaddr_in_size
        .type rust_uv_helper_sockaddr_in_size, @function
rust_uv_helper_sockaddr_in_size:
        .cfi_startproc
        jmp *router_table+992(%rip)
        .cfi_endproc
        .size rust_uv_helper_sockaddr_in_size, .-rust_uv_helper_sockaddr_in_size
        .p2align 4
        .type lazy_124, @function
lazy_124:
        .cfi_startproc
        movl $124, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_124, .-lazy_124
        .p2align 4
        .type count_124, @function
count_124:
        .cfi_startproc
        lock incq router_calls+992(%rip)
        jmp *router_target+992(%rip)
        .cfi_endproc
        .size count_124, .-count_124
        .p2align 4
        .type trace_124, @function
trace_124:
        .cfi_startproc
        movl $124, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_124, .-trace_124

        .p2align 4
        .globl rust_uv_helper_uv_async_t_size
        .type rust_uv_helper_uv_async_t_size, @function
rust_uv_helper_uv_async_t_size:
        .cfi_startproc
        jmp *router_table+1000(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_async_t_size, .-rust_uv_helper_uv_async_t_size
        .p2align 4
        .type lazy_125, @function
lazy_125:
        .cfi_startproc
        movl $125, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_125, .-lazy_125
        .p2align 4
        .type count_125, @function
count_125:
        .cfi_startproc
        lock incq router_calls+1000(%rip)
        jmp *router_target+1000(%rip)
        .cfi_endproc
        .size count_125, .-count_125
        .p2align 4
        .type trace_125, @function
trace_125:
        .cfi_startproc
        movl $125, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_125, .-trace_125

        .p2align 4
        .globl rust_uv_helper_uv_buf_t_size
        .type rust_uv_helper_uv_buf_t_size, @function
rust_uv_helper_uv_buf_t_size:
        .cfi_startproc
        jmp *router_table+1008(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_buf_t_size, .-rust_uv_helper_uv_buf_t_size
        .p2align 4
        .type lazy_126, @function
lazy_126:
        .cfi_startproc
        movl $126, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_126, .-lazy_126
        .p2align 4
        .type count_126, @function
count_126:
        .cfi_startproc
        lock incq router_calls+1008(%rip)
        jmp *router_target+1008(%rip)
        .cfi_endproc
        .size count_126, .-count_126
        .p2align 4
        .type trace_126, @function
trace_126:
        .cfi_startproc
        movl $126, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_126, .-trace_126

        .p2align 4
        .globl rust_uv_helper_uv_connect_t_size
        .type rust_uv_helper_uv_connect_t_size, @function
rust_uv_helper_uv_connect_t_size:
        .cfi_startproc
        jmp *router_table+1016(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_connect_t_size, .-rust_uv_helper_uv_connect_t_size
        .p2align 4
        .type lazy_127, @function
lazy_127:
        .cfi_startproc
        movl $127, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_127, .-lazy_127
        .p2align 4
        .type count_127, @function
count_127:
        .cfi_startproc
        lock incq router_calls+1016(%rip)
        jmp *router_target+1016(%rip)
        .cfi_endproc
        .size count_127, .-count_127
        .p2align 4
        .type trace_127, @function
trace_127:
        .cfi_startproc
        movl $127, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_127, .-trace_127

        .p2align 4
        .globl rust_uv_helper_uv_err_t_size
        .type rust_uv_helper_uv_err_t_size, @function
rust_uv_helper_uv_err_t_size:
        .cfi_startproc
        jmp *router_table+1024(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_err_t_size, .-rust_uv_helper_uv_err_t_size
        .p2align 4
        .type lazy_128, @function
lazy_128:
        .cfi_startproc
        movl $128, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_128, .-lazy_128
        .p2align 4
        .type count_128, @function
count_128:
        .cfi_startproc
        lock incq router_calls+1024(%rip)
        jmp *router_target+1024(%rip)
        .cfi_endproc
        .size count_128, .-count_128
        .p2align 4
        .type trace_128, @function
trace_128:
        .cfi_startproc
        movl $128, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_128, .-trace_128

        .p2align 4
        .globl rust_uv_helper_uv_getaddrinfo_t_size
        .type rust_uv_helper_uv_getaddrinfo_t_size, @function
rust_uv_helper_uv_getaddrinfo_t_size:
        .cfi_startproc
        jmp *router_table+1032(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_getaddrinfo_t_size, .-rust_uv_helper_uv_getaddrinfo_t_size
        .p2align 4
        .type lazy_129, @function
lazy_129:
        .cfi_startproc
        movl $129, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_129, .-lazy_129
        .p2align 4
        .type count_129, @function
count_129:
        .cfi_startproc
        lock incq router_calls+1032(%rip)
        jmp *router_target+1032(%rip)
        .cfi_endproc
        .size count_129, .-count_129
        .p2align 4
        .type trace_129, @function
trace_129:
        .cfi_startproc
        movl $129, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_129, .-trace_129

        .p2align 4
        .globl rust_uv_helper_uv_tcp_t_size
        .type rust_uv_helper_uv_tcp_t_size, @function
rust_uv_helper_uv_tcp_t_size:
        .cfi_startproc
        jmp *router_table+1040(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_tcp_t_size, .-rust_uv_helper_uv_tcp_t_size
        .p2align 4
        .type lazy_130, @function
lazy_130:
        .cfi_startproc
        movl $130, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_130, .-lazy_130
        .p2align 4
        .type count_130, @function
count_130:
        .cfi_startproc
        lock incq router_calls+1040(%rip)
        jmp *router_target+1040(%rip)
        .cfi_endproc
        .size count_130, .-count_130
        .p2align 4
        .type trace_130, @function
trace_130:
        .cfi_startproc
        movl $130, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_130, .-trace_130

        .p2align 4
        .globl rust_uv_helper_uv_timer_t_size
        .type rust_uv_helper_uv_timer_t_size, @function
rust_uv_helper_uv_timer_t_size:
        .cfi_startproc
        jmp *router_table+1048(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_timer_t_size, .-rust_uv_helper_uv_timer_t_size
        .p2align 4
        .type lazy_131, @function
lazy_131:
        .cfi_startproc
        movl $131, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_131, .-lazy_131
        .p2align 4
        .type count_131, @function
count_131:
        .cfi_startproc
        lock incq router_calls+1048(%rip)
        jmp *router_target+1048(%rip)
        .cfi_endproc
        .size count_131, .-count_131
        .p2align 4
        .type trace_131, @function
trace_131:
        .cfi_startproc
        movl $131, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_131, .-trace_131

        .p2align 4
        .globl rust_uv_helper_uv_write_t_size
        .type rust_uv_helper_uv_write_t_size, @function
rust_uv_helper_uv_write_t_size:
        .cfi_startproc
        jmp *router_table+1056(%rip)
        .cfi_endproc
        .size rust_uv_helper_uv_write_t_size, .-rust_uv_helper_uv_write_t_size
        .p2align 4
        .type lazy_132, @function
lazy_132:
        .cfi_startproc
        movl $132, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_132, .-lazy_132
        .p2align 4
        .type count_132, @function
count_132:
        .cfi_startproc
        lock incq router_calls+1056(%rip)
        jmp *router_target+1056(%rip)
        .cfi_endproc
        .size count_132, .-count_132
        .p2align 4
        .type trace_132, @function
trace_132:
        .cfi_startproc
        movl $132, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_132, .-trace_132

        .p2align 4
        .globl rust_uv_hilvl_async_init
        .type rust_uv_hilvl_async_init, @function
rust_uv_hilvl_async_init:
        .cfi_startproc
        jmp *router_table+1064(%rip)
        .cfi_endproc
        .size rust_uv_hilvl_async_init, .-rust_uv_hilvl_async_init
        .p2align 4
        .type lazy_133, @function
lazy_133:
        .cfi_startproc
        movl $133, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_133, .-lazy_133
        .p2align 4
        .type count_133, @function
count_133:
        .cfi_startproc
        lock incq router_calls+1064(%rip)
        jmp *router_target+1064(%rip)
        .cfi_endproc
        .size count_133, .-count_133
        .p2align 4
        .type trace_133, @function
trace_133:
        .cfi_startproc
        movl $133, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_133, .-trace_133

        .p2align 4
        .globl rust_uv_hilvl_close
        .type rust_uv_hilvl_close, @function
rust_uv_hilvl_close:
        .cfi_startproc
        jmp *router_table+1072(%rip)
        .cfi_endproc
        .size rust_uv_hilvl_close, .-rust_uv_hilvl_close
        .p2align 4
        .type lazy_134, @function
lazy_134:
        .cfi_startproc
        movl $134, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_134, .-lazy_134
        .p2align 4
        .type count_134, @function
count_134:
        .cfi_startproc
        lock incq router_calls+1072(%rip)
        jmp *router_target+1072(%rip)
        .cfi_endproc
        .size count_134, .-count_134
        .p2align 4
        .type trace_134, @function
trace_134:
        .cfi_startproc
        movl $134, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_134, .-trace_134

        .p2align 4
        .globl rust_uv_hilvl_close_async
        .type rust_uv_hilvl_close_async, @function
rust_uv_hilvl_close_async:
        .cfi_startproc
        jmp *router_table+1080(%rip)
        .cfi_endproc
        .size rust_uv_hilvl_close_async, .-rust_uv_hilvl_close_async
        .p2align 4
        .type lazy_135, @function
lazy_135:
        .cfi_startproc
        movl $135, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_135, .-lazy_135
        .p2align 4
        .type count_135, @function
count_135:
        .cfi_startproc
        lock incq router_calls+1080(%rip)
        jmp *router_target+1080(%rip)
        .cfi_endproc
        .size count_135, .-count_135
        .p2align 4
        .type trace_135, @function
trace_135:
        .cfi_startproc
        movl $135, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_135, .-trace_135

        .p2align 4
        .globl rust_uv_hilvl_close_timer
        .type rust_uv_hilvl_close_timer, @function
rust_uv_hilvl_close_timer:
        .cfi_startproc
        jmp *router_table+1088(%rip)
        .cfi_endproc
        .size rust_uv_hilvl_close_timer, .-rust_uv_hilvl_close_timer
        .p2align 4
        .type lazy_136, @function
lazy_136:
        .cfi_startproc
        movl $136, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_136, .-lazy_136
        .p2align 4
        .type count_136, @function
count_136:
        .cfi_startproc
        lock incq router_calls+1088(%rip)
        jmp *router_target+1088(%rip)
        .cfi_endproc
        .size count_136, .-count_136
        .p2align 4
        .type trace_136, @function
trace_136:
        .cfi_startproc
        movl $136, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_136, .-trace_136

        .p2align 4
        .globl rust_uv_hilvl_timer_init
        .type rust_uv_hilvl_timer_init, @function
rust_uv_hilvl_timer_init:
        .cfi_startproc
        jmp *router_table+1096(%rip)
        .cfi_endproc
        .size rust_uv_hilvl_timer_init, .-rust_uv_hilvl_timer_init
        .p2align 4
        .type lazy_137, @function
lazy_137:
        .cfi_startproc
        movl $137, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_137, .-lazy_137
        .p2align 4
        .type count_137, @function
count_137:
        .cfi_startproc
        lock incq router_calls+1096(%rip)
        jmp *router_target+1096(%rip)
        .cfi_endproc
        .size count_137, .-count_137
        .p2align 4
        .type trace_137, @function
trace_137:
        .cfi_startproc
        movl $137, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_137, .-trace_137

        .p2align 4
        .globl rust_uv_hilvl_timer_start
        .type rust_uv_hilvl_timer_start, @function
rust_uv_hilvl_timer_start:
        .cfi_startproc
        jmp *router_table+1104(%rip)
        .cfi_endproc
        .size rust_uv_hilvl_timer_start, .-rust_uv_hilvl_timer_start
        .p2align 4
        .type lazy_138, @function
lazy_138:
        .cfi_startproc
        movl $138, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_138, .-lazy_138
        .p2align 4
        .type count_138, @function
count_138:
        .cfi_startproc
        lock incq router_calls+1104(%rip)
        jmp *router_target+1104(%rip)
        .cfi_endproc
        .size count_138, .-count_138
        .p2align 4
        .type trace_138, @function
trace_138:
        .cfi_startproc
        movl $138, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_138, .-trace_138

        .p2align 4
        .globl rust_uv_ip4_addr
        .type rust_uv_ip4_addr, @function
rust_uv_ip4_addr:
        .cfi_startproc
        jmp *router_table+1112(%rip)
        .cfi_endproc
        .size rust_uv_ip4_addr, .-rust_uv_ip4_addr
        .p2align 4
        .type lazy_139, @function
lazy_139:
        .cfi_startproc
        movl $139, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_139, .-lazy_139
        .p2align 4
        .type count_139, @function
count_139:
        .cfi_startproc
        lock incq router_calls+1112(%rip)
        jmp *router_target+1112(%rip)
        .cfi_endproc
        .size count_139, .-count_139
        .p2align 4
        .type trace_139, @function
trace_139:
        .cfi_startproc
        movl $139, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_139, .-trace_139

        .p2align 4
        .globl rust_uv_ip4_name
        .type rust_uv_ip4_name, @function
rust_uv_ip4_name:
        .cfi_startproc
        jmp *router_table+1120(%rip)
        .cfi_endproc
        .size rust_uv_ip4_name, .-rust_uv_ip4_name
        .p2align 4
        .type lazy_140, @function
lazy_140:
        .cfi_startproc
        movl $140, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_140, .-lazy_140
        .p2align 4
        .type count_140, @function
count_140:
        .cfi_startproc
        lock incq router_calls+1120(%rip)
        jmp *router_target+1120(%rip)
        .cfi_endproc
        .size count_140, .-count_140
        .p2align 4
        .type trace_140, @function
trace_140:
        .cfi_startproc
        movl $140, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_140, .-trace_140

        .p2align 4
        .globl rust_uv_ip4_port
        .type rust_uv_ip4_port, @function
rust_uv_ip4_port:
        .cfi_startproc
        jmp *router_table+1128(%rip)
        .cfi_endproc
        .size rust_uv_ip4_port, .-rust_uv_ip4_port
        .p2align 4
        .type lazy_141, @function
lazy_141:
        .cfi_startproc
        movl $141, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_141, .-lazy_141
        .p2align 4
        .type count_141, @function
count_141:
        .cfi_startproc
        lock incq router_calls+1128(%rip)
        jmp *router_target+1128(%rip)
        .cfi_endproc
        .size count_141, .-count_141
        .p2align 4
        .type trace_141, @function
trace_141:
        .cfi_startproc
        movl $141, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_141, .-trace_141

        .p2align 4
        .globl rust_uv_ip6_addr
        .type rust_uv_ip6_addr, @function
rust_uv_ip6_addr:
        .cfi_startproc
        jmp *router_table+1136(%rip)
        .cfi_endproc
        .size rust_uv_ip6_addr, .-rust_uv_ip6_addr
        .p2align 4
        .type lazy_142, @function
lazy_142:
        .cfi_startproc
        movl $142, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_142, .-lazy_142
        .p2align 4
        .type count_142, @function
count_142:
        .cfi_startproc
        lock incq router_calls+1136(%rip)
        jmp *router_target+1136(%rip)
        .cfi_endproc
        .size count_142, .-count_142
        .p2align 4
        .type trace_142, @function
trace_142:
        .cfi_startproc
        movl $142, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_142, .-trace_142

        .p2align 4
        .globl rust_uv_ip6_name
        .type rust_uv_ip6_name, @function
rust_uv_ip6_name:
        .cfi_startproc
        jmp *router_table+1144(%rip)
        .cfi_endproc
        .size rust_uv_ip6_name, .-rust_uv_ip6_name
        .p2align 4
        .type lazy_143, @function
lazy_143:
        .cfi_startproc
        movl $143, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_143, .-lazy_143
        .p2align 4
        .type count_143, @function
count_143:
        .cfi_startproc
        lock incq router_calls+1144(%rip)
        jmp *router_target+1144(%rip)
        .cfi_endproc
        .size count_143, .-count_143
        .p2align 4
        .type trace_143, @function
trace_143:
        .cfi_startproc
        movl $143, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_143, .-trace_143

        .p2align 4
        .globl rust_uv_ip6_port
        .type rust_uv_ip6_port, @function
rust_uv_ip6_port:
        .cfi_startproc
        jmp *router_table+1152(%rip)
        .cfi_endproc
        .size rust_uv_ip6_port, .-rust_uv_ip6_port
        .p2align 4
        .type lazy_144, @function
lazy_144:
        .cfi_startproc
        movl $144, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_144, .-lazy_144
        .p2align 4
        .type count_144, @function
count_144:
        .cfi_startproc
        lock incq router_calls+1152(%rip)
        jmp *router_target+1152(%rip)
        .cfi_endproc
        .size count_144, .-count_144
        .p2align 4
        .type trace_144, @function
trace_144:
        .cfi_startproc
        movl $144, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_144, .-trace_144

        .p2align 4
        .globl rust_uv_is_ipv4_addrinfo
        .type rust_uv_is_ipv4_addrinfo, @function
rust_uv_is_ipv4_addrinfo:
        .cfi_startproc
        jmp *router_table+1160(%rip)
        .cfi_endproc
        .size rust_uv_is_ipv4_addrinfo, .-rust_uv_is_ipv4_addrinfo
        .p2align 4
        .type lazy_145, @function
lazy_145:
        .cfi_startproc
        movl $145, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_145, .-lazy_145
        .p2align 4
        .type count_145, @function
count_145:
        .cfi_startproc
        lock incq router_calls+1160(%rip)
        jmp *router_target+1160(%rip)
        .cfi_endproc
        .size count_145, .-count_145
        .p2align 4
        .type trace_145, @function
trace_145:
        .cfi_startproc
        movl $145, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_145, .-trace_145

        .p2align 4
        .globl rust_uv_is_ipv6_addrinfo
        .type rust_uv_is_ipv6_addrinfo, @function
rust_uv_is_ipv6_addrinfo:
        .cfi_startproc
        jmp *router_table+1168(%rip)
        .cfi_endproc
        .size rust_uv_is_ipv6_addrinfo, .-rust_uv_is_ipv6_addrinfo
        .p2align 4
        .type lazy_146, @function
lazy_146:
        .cfi_startproc
        movl $146, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_146, .-lazy_146
        .p2align 4
        .type count_146, @function
count_146:
        .cfi_startproc
        lock incq router_calls+1168(%rip)
        jmp *router_target+1168(%rip)
        .cfi_endproc
        .size count_146, .-count_146
        .p2align 4
        .type trace_146, @function
trace_146:
        .cfi_startproc
        movl $146, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_146, .-trace_146

        .p2align 4
        .globl rust_uv_last_error
        .type rust_uv_last_error, @function
rust_uv_last_error:
        .cfi_startproc
        jmp *router_table+1176(%rip)
        .cfi_endproc
        .size rust_uv_last_error, .-rust_uv_last_error
        .p2align 4
        .type lazy_147, @function
lazy_147:
        .cfi_startproc
        movl $147, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_147, .-lazy_147
        .p2align 4
        .type count_147, @function
count_147:
        .cfi_startproc
        lock incq router_calls+1176(%rip)
        jmp *router_target+1176(%rip)
        .cfi_endproc
        .size count_147, .-count_147
        .p2align 4
        .type trace_147, @function
trace_147:
        .cfi_startproc
        movl $147, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_147, .-trace_147

        .p2align 4
        .globl rust_uv_listen
        .type rust_uv_listen, @function
rust_uv_listen:
        .cfi_startproc
        jmp *router_table+1184(%rip)
        .cfi_endproc
        .size rust_uv_listen, .-rust_uv_listen
        .p2align 4
        .type lazy_148, @function
lazy_148:
        .cfi_startproc
        movl $148, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_148, .-lazy_148
        .p2align 4
        .type count_148, @function
count_148:
        .cfi_startproc
        lock incq router_calls+1184(%rip)
        jmp *router_target+1184(%rip)
        .cfi_endproc
        .size count_148, .-count_148
        .p2align 4
        .type trace_148, @function
trace_148:
        .cfi_startproc
        movl $148, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_148, .-trace_148

        .p2align 4
        .globl rust_uv_loop_delete
        .type rust_uv_loop_delete, @function
rust_uv_loop_delete:
        .cfi_startproc
        jmp *router_table+1192(%rip)
        .cfi_endproc
        .size rust_uv_loop_delete, .-rust_uv_loop_delete
        .p2align 4
        .type lazy_149, @function
lazy_149:
        .cfi_startproc
        movl $149, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_149, .-lazy_149
        .p2align 4
        .type count_149, @function
count_149:
        .cfi_startproc
        lock incq router_calls+1192(%rip)
        jmp *router_target+1192(%rip)
        .cfi_endproc
        .size count_149, .-count_149
        .p2align 4
        .type trace_149, @function
trace_149:
        .cfi_startproc
        movl $149, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_149, .-trace_149

        .p2align 4
        .globl rust_uv_loop_new
        .type rust_uv_loop_new, @function
rust_uv_loop_new:
        .cfi_startproc
        jmp *router_table+1200(%rip)
        .cfi_endproc
        .size rust_uv_loop_new, .-rust_uv_loop_new
        .p2align 4
        .type lazy_150, @function
lazy_150:
        .cfi_startproc
        movl $150, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_150, .-lazy_150
        .p2align 4
        .type count_150, @function
count_150:
        .cfi_startproc
        lock incq router_calls+1200(%rip)
        jmp *router_target+1200(%rip)
        .cfi_endproc
        .size count_150, .-count_150
        .p2align 4
        .type trace_150, @function
trace_150:
        .cfi_startproc
        movl $150, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_150, .-trace_150

        .p2align 4
        .globl rust_uv_loop_set_data
        .type rust_uv_loop_set_data, @function
rust_uv_loop_set_data:
        .cfi_startproc
        jmp *router_table+1208(%rip)
        .cfi_endproc
        .size rust_uv_loop_set_data, .-rust_uv_loop_set_data
        .p2align 4
        .type lazy_151, @function
lazy_151:
        .cfi_startproc
        movl $151, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_151, .-lazy_151
        .p2align 4
        .type count_151, @function
count_151:
        .cfi_startproc
        lock incq router_calls+1208(%rip)
        jmp *router_target+1208(%rip)
        .cfi_endproc
        .size count_151, .-count_151
        .p2align 4
        .type trace_151, @function
trace_151:
        .cfi_startproc
        movl $151, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_151, .-trace_151

        .p2align 4
        .globl rust_uv_malloc_buf_base_of
        .type rust_uv_malloc_buf_base_of, @function
rust_uv_malloc_buf_base_of:
        .cfi_startproc
        jmp *router_table+1216(%rip)
        .cfi_endproc
        .size rust_uv_malloc_buf_base_of, .-rust_uv_malloc_buf_base_of
        .p2align 4
        .type lazy_152, @function
lazy_152:
        .cfi_startproc
        movl $152, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_152, .-lazy_152
        .p2align 4
        .type count_152, @function
count_152:
        .cfi_startproc
        lock incq router_calls+1216(%rip)
        jmp *router_target+1216(%rip)
        .cfi_endproc
        .size count_152, .-count_152
        .p2align 4
        .type trace_152, @function
trace_152:
        .cfi_startproc
        movl $152, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_152, .-trace_152

        .p2align 4
        .globl rust_uv_read_start
        .type rust_uv_read_start, @function
rust_uv_read_start:
        .cfi_startproc
        jmp *router_table+1224(%rip)
        .cfi_endproc
        .size rust_uv_read_start, .-rust_uv_read_start
        .p2align 4
        .type lazy_153, @function
lazy_153:
        .cfi_startproc
        movl $153, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_153, .-lazy_153
        .p2align 4
        .type count_153, @function
count_153:
        .cfi_startproc
        lock incq router_calls+1224(%rip)
        jmp *router_target+1224(%rip)
        .cfi_endproc
        .size count_153, .-count_153
        .p2align 4
        .type trace_153, @function
trace_153:
        .cfi_startproc
        movl $153, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_153, .-trace_153

        .p2align 4
        .globl rust_uv_read_stop
        .type rust_uv_read_stop, @function
rust_uv_read_stop:
        .cfi_startproc
        jmp *router_table+1232(%rip)
        .cfi_endproc
        .size rust_uv_read_stop, .-rust_uv_read_stop
        .p2align 4
        .type lazy_154, @function
lazy_154:
        .cfi_startproc
        movl $154, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_154, .-lazy_154
        .p2align 4
        .type count_154, @function
count_154:
        .cfi_startproc
        lock incq router_calls+1232(%rip)
        jmp *router_target+1232(%rip)
        .cfi_endproc
        .size count_154, .-count_154
        .p2align 4
        .type trace_154, @function
trace_154:
        .cfi_startproc
        movl $154, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_154, .-trace_154

        .p2align 4
        .globl rust_uv_run
        .type rust_uv_run, @function
rust_uv_run:
        .cfi_startproc
        jmp *router_table+1240(%rip)
        .cfi_endproc
        .size rust_uv_run, .-rust_uv_run
        .p2align 4
        .type lazy_155, @function
lazy_155:
        .cfi_startproc
        movl $155, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_155, .-lazy_155
        .p2align 4
        .type count_155, @function
count_155:
        .cfi_startproc
        lock incq router_calls+1240(%rip)
        jmp *router_target+1240(%rip)
        .cfi_endproc
        .size count_155, .-count_155
        .p2align 4
        .type trace_155, @function
trace_155:
        .cfi_startproc
        movl $155, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_155, .-trace_155

        .p2align 4
        .globl rust_uv_set_data_for_req
        .type rust_uv_set_data_for_req, @function
rust_uv_set_data_for_req:
        .cfi_startproc
        jmp *router_table+1248(%rip)
        .cfi_endproc
        .size rust_uv_set_data_for_req, .-rust_uv_set_data_for_req
        .p2align 4
        .type lazy_156, @function
lazy_156:
        .cfi_startproc
        movl $156, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_156, .-lazy_156
        .p2align 4
        .type count_156, @function
count_156:
        .cfi_startproc
        lock incq router_calls+1248(%rip)
        jmp *router_target+1248(%rip)
        .cfi_endproc
        .size count_156, .-count_156
        .p2align 4
        .type trace_156, @function
trace_156:
        .cfi_startproc
        movl $156, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_156, .-trace_156

        .p2align 4
        .globl rust_uv_set_data_for_uv_handle
        .type rust_uv_set_data_for_uv_handle, @function
rust_uv_set_data_for_uv_handle:
        .cfi_startproc
        jmp *router_table+1256(%rip)
        .cfi_endproc
        .size rust_uv_set_data_for_uv_handle, .-rust_uv_set_data_for_uv_handle
        .p2align 4
        .type lazy_157, @function
lazy_157:
        .cfi_startproc
        movl $157, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_157, .-lazy_157
        .p2align 4
        .type count_157, @function
count_157:
        .cfi_startproc
        lock incq router_calls+1256(%rip)
        jmp *router_target+1256(%rip)
        .cfi_endproc
        .size count_157, .-count_157
        .p2align 4
        .type trace_157, @function
trace_157:
        .cfi_startproc
        movl $157, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_157, .-trace_157

        .p2align 4
        .globl rust_uv_set_data_for_uv_loop
        .type rust_uv_set_data_for_uv_loop, @function
rust_uv_set_data_for_uv_loop:
        .cfi_startproc
        jmp *router_table+1264(%rip)
        .cfi_endproc
        .size rust_uv_set_data_for_uv_loop, .-rust_uv_set_data_for_uv_loop
        .p2align 4
        .type lazy_158, @function
lazy_158:
        .cfi_startproc
        movl $158, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_158, .-lazy_158
        .p2align 4
        .type count_158, @function
count_158:
        .cfi_startproc
        lock incq router_calls+1264(%rip)
        jmp *router_target+1264(%rip)
        .cfi_endproc
        .size count_158, .-count_158
        .p2align 4
        .type trace_158, @function
trace_158:
        .cfi_startproc
        movl $158, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_158, .-trace_158

        .p2align 4
        .globl rust_uv_stop_op_cb
        .type rust_uv_stop_op_cb, @function
rust_uv_stop_op_cb:
        .cfi_startproc
        jmp *router_table+1272(%rip)
        .cfi_endproc
        .size rust_uv_stop_op_cb, .-rust_uv_stop_op_cb
        .p2align 4
        .type lazy_159, @function
lazy_159:
        .cfi_startproc
        movl $159, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_159, .-lazy_159
        .p2align 4
        .type count_159, @function
count_159:
        .cfi_startproc
        lock incq router_calls+1272(%rip)
        jmp *router_target+1272(%rip)
        .cfi_endproc
        .size count_159, .-count_159
        .p2align 4
        .type trace_159, @function
trace_159:
        .cfi_startproc
        movl $159, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_159, .-trace_159

        .p2align 4
        .globl rust_uv_strerror
        .type rust_uv_strerror, @function
rust_uv_strerror:
        .cfi_startproc
        jmp *router_table+1280(%rip)
        .cfi_endproc
        .size rust_uv_strerror, .-rust_uv_strerror
        .p2align 4
        .type lazy_160, @function
lazy_160:
        .cfi_startproc
        movl $160, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_160, .-lazy_160
        .p2align 4
        .type count_160, @function
count_160:
        .cfi_startproc
        lock incq router_calls+1280(%rip)
        jmp *router_target+1280(%rip)
        .cfi_endproc
        .size count_160, .-count_160
        .p2align 4
        .type trace_160, @function
trace_160:
        .cfi_startproc
        movl $160, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_160, .-trace_160

        .p2align 4
        .globl rust_uv_tcp_bind
        .type rust_uv_tcp_bind, @function
rust_uv_tcp_bind:
        .cfi_startproc
        jmp *router_table+1288(%rip)
        .cfi_endproc
        .size rust_uv_tcp_bind, .-rust_uv_tcp_bind
        .p2align 4
        .type lazy_161, @function
lazy_161:
        .cfi_startproc
        movl $161, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_161, .-lazy_161
        .p2align 4
        .type count_161, @function
count_161:
        .cfi_startproc
        lock incq router_calls+1288(%rip)
        jmp *router_target+1288(%rip)
        .cfi_endproc
        .size count_161, .-count_161
        .p2align 4
        .type trace_161, @function
trace_161:
        .cfi_startproc
        movl $161, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_161, .-trace_161

        .p2align 4
        .globl rust_uv_tcp_bind6
        .type rust_uv_tcp_bind6, @function
rust_uv_tcp_bind6:
        .cfi_startproc
        jmp *router_table+1296(%rip)
        .cfi_endproc
        .size rust_uv_tcp_bind6, .-rust_uv_tcp_bind6
        .p2align 4
        .type lazy_162, @function
lazy_162:
        .cfi_startproc
        movl $162, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_162, .-lazy_162
        .p2align 4
        .type count_162, @function
count_162:
        .cfi_startproc
        lock incq router_calls+1296(%rip)
        jmp *router_target+1296(%rip)
        .cfi_endproc
        .size count_162, .-count_162
        .p2align 4
        .type trace_162, @function
trace_162:
        .cfi_startproc
        movl $162, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_162, .-trace_162

        .p2align 4
        .globl rust_uv_tcp_connect
        .type rust_uv_tcp_connect, @function
rust_uv_tcp_connect:
        .cfi_startproc
        jmp *router_table+1304(%rip)
        .cfi_endproc
        .size rust_uv_tcp_connect, .-rust_uv_tcp_connect
        .p2align 4
        .type lazy_163, @function
lazy_163:
        .cfi_startproc
        movl $163, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_163, .-lazy_163
        .p2align 4
        .type count_163, @function
count_163:
        .cfi_startproc
        lock incq router_calls+1304(%rip)
        jmp *router_target+1304(%rip)
        .cfi_endproc
        .size count_163, .-count_163
        .p2align 4
        .type trace_163, @function
trace_163:
        .cfi_startproc
        movl $163, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_163, .-trace_163

        .p2align 4
        .globl rust_uv_tcp_connect6
        .type rust_uv_tcp_connect6, @function
rust_uv_tcp_connect6:
        .cfi_startproc
        jmp *router_table+1312(%rip)
        .cfi_endproc
        .size rust_uv_tcp_connect6, .-rust_uv_tcp_connect6
        .p2align 4
        .type lazy_164, @function
lazy_164:
        .cfi_startproc
        movl $164, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_164, .-lazy_164
        .p2align 4
        .type count_164, @function
count_164:
        .cfi_startproc
        lock incq router_calls+1312(%rip)
        jmp *router_target+1312(%rip)
        .cfi_endproc
        .size count_164, .-count_164
        .p2align 4
        .type trace_164, @function
trace_164:
        .cfi_startproc
        movl $164, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_164, .-trace_164

        .p2align 4
        .globl rust_uv_tcp_getpeername
        .type rust_uv_tcp_getpeername, @function
rust_uv_tcp_getpeername:
        .cfi_startproc
        jmp *router_table+1320(%rip)
        .cfi_endproc
        .size rust_uv_tcp_getpeername, .-rust_uv_tcp_getpeername
        .p2align 4
        .type lazy_165, @function
lazy_165:
        .cfi_startproc
        movl $165, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_165, .-lazy_165
        .p2align 4
        .type count_165, @function
count_165:
        .cfi_startproc
        lock incq router_calls+1320(%rip)
        jmp *router_target+1320(%rip)
        .cfi_endproc
        .size count_165, .-count_165
        .p2align 4
        .type trace_165, @function
trace_165:
        .cfi_startproc
        movl $165, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_165, .-trace_165

        .p2align 4
        .globl rust_uv_tcp_getpeername6
        .type rust_uv_tcp_getpeername6, @function
rust_uv_tcp_getpeername6:
        .cfi_startproc
        jmp *router_table+1328(%rip)
        .cfi_endproc
        .size rust_uv_tcp_getpeername6, .-rust_uv_tcp_getpeername6
        .p2align 4
        .type lazy_166, @function
lazy_166:
        .cfi_startproc
        movl $166, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_166, .-lazy_166
        .p2align 4
        .type count_166, @function
count_166:
        .cfi_startproc
        lock incq router_calls+1328(%rip)
        jmp *router_target+1328(%rip)
        .cfi_endproc
        .size count_166, .-count_166
        .p2align 4
        .type trace_166, @function
trace_166:
        .cfi_startproc
        movl $166, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_166, .-trace_166

        .p2align 4
        .globl rust_uv_tcp_init
        .type rust_uv_tcp_init, @function
rust_uv_tcp_init:
        .cfi_startproc
        jmp *router_table+1336(%rip)
        .cfi_endproc
        .size rust_uv_tcp_init, .-rust_uv_tcp_init
        .p2align 4
        .type lazy_167, @function
lazy_167:
        .cfi_startproc
        movl $167, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_167, .-lazy_167
        .p2align 4
        .type count_167, @function
count_167:
        .cfi_startproc
        lock incq router_calls+1336(%rip)
        jmp *router_target+1336(%rip)
        .cfi_endproc
        .size count_167, .-count_167
        .p2align 4
        .type trace_167, @function
trace_167:
        .cfi_startproc
        movl $167, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_167, .-trace_167

        .p2align 4
        .globl rust_uv_timer_init
        .type rust_uv_timer_init, @function
rust_uv_timer_init:
        .cfi_startproc
        jmp *router_table+1344(%rip)
        .cfi_endproc
        .size rust_uv_timer_init, .-rust_uv_timer_init
        .p2align 4
        .type lazy_168, @function
lazy_168:
        .cfi_startproc
        movl $168, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_168, .-lazy_168
        .p2align 4
        .type count_168, @function
count_168:
        .cfi_startproc
        lock incq router_calls+1344(%rip)
        jmp *router_target+1344(%rip)
        .cfi_endproc
        .size count_168, .-count_168
        .p2align 4
        .type trace_168, @function
trace_168:
        .cfi_startproc
        movl $168, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_168, .-trace_168

        .p2align 4
        .globl rust_uv_timer_start
        .type rust_uv_timer_start, @function
rust_uv_timer_start:
        .cfi_startproc
        jmp *router_table+1352(%rip)
        .cfi_endproc
        .size rust_uv_timer_start, .-rust_uv_timer_start
        .p2align 4
        .type lazy_169, @function
lazy_169:
        .cfi_startproc
        movl $169, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_169, .-lazy_169
        .p2align 4
        .type count_169, @function
count_169:
        .cfi_startproc
        lock incq router_calls+1352(%rip)
        jmp *router_target+1352(%rip)
        .cfi_endproc
        .size count_169, .-count_169
        .p2align 4
        .type trace_169, @function
trace_169:
        .cfi_startproc
        movl $169, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_169, .-trace_169

        .p2align 4
        .globl rust_uv_timer_stop
        .type rust_uv_timer_stop, @function
rust_uv_timer_stop:
        .cfi_startproc
        jmp *router_table+1360(%rip)
        .cfi_endproc
        .size rust_uv_timer_stop, .-rust_uv_timer_stop
        .p2align 4
        .type lazy_170, @function
lazy_170:
        .cfi_startproc
        movl $170, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_170, .-lazy_170
        .p2align 4
        .type count_170, @function
count_170:
        .cfi_startproc
        lock incq router_calls+1360(%rip)
        jmp *router_target+1360(%rip)
        .cfi_endproc
        .size count_170, .-count_170
        .p2align 4
        .type trace_170, @function
trace_170:
        .cfi_startproc
        movl $170, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_170, .-trace_170

        .p2align 4
        .globl rust_uv_walk
        .type rust_uv_walk, @function
rust_uv_walk:
        .cfi_startproc
        jmp *router_table+1368(%rip)
        .cfi_endproc
        .size rust_uv_walk, .-rust_uv_walk
        .p2align 4
        .type lazy_171, @function
lazy_171:
        .cfi_startproc
        movl $171, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_171, .-lazy_171
        .p2align 4
        .type count_171, @function
count_171:
        .cfi_startproc
        lock incq router_calls+1368(%rip)
        jmp *router_target+1368(%rip)
        .cfi_endproc
        .size count_171, .-count_171
        .p2align 4
        .type trace_171, @function
trace_171:
        .cfi_startproc
        movl $171, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_171, .-trace_171

        .p2align 4
        .globl rust_uv_write
        .type rust_uv_write, @function
rust_uv_write:
        .cfi_startproc
        jmp *router_table+1376(%rip)
        .cfi_endproc
        .size rust_uv_write, .-rust_uv_write
        .p2align 4
        .type lazy_172, @function
lazy_172:
        .cfi_startproc
        movl $172, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_172, .-lazy_172
        .p2align 4
        .type count_172, @function
count_172:
        .cfi_startproc
        lock incq router_calls+1376(%rip)
        jmp *router_target+1376(%rip)
        .cfi_endproc
        .size count_172, .-count_172
        .p2align 4
        .type trace_172, @function
trace_172:
        .cfi_startproc
        movl $172, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_172, .-trace_172

        .p2align 4
        .globl start_task
        .type start_task, @function
start_task:
        .cfi_startproc
        jmp *router_table+1384(%rip)
        .cfi_endproc
        .size start_task, .-start_task
        .p2align 4
        .type lazy_173, @function
lazy_173:
        .cfi_startproc
        movl $173, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_173, .-lazy_173
        .p2align 4
        .type count_173, @function
count_173:
        .cfi_startproc
        lock incq router_calls+1384(%rip)
        jmp *router_target+1384(%rip)
        .cfi_endproc
        .size count_173, .-count_173
        .p2align 4
        .type trace_173, @function
trace_173:
        .cfi_startproc
        movl $173, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_173, .-trace_173

        .p2align 4
        .globl task_clear_event_reject
        .type task_clear_event_reject, @function
task_clear_event_reject:
        .cfi_startproc
        jmp *router_table+1392(%rip)
        .cfi_endproc
        .size task_clear_event_reject, .-task_clear_event_reject
        .p2align 4
        .type lazy_174, @function
lazy_174:
        .cfi_startproc
        movl $174, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_174, .-lazy_174
        .p2align 4
        .type count_174, @function
count_174:
        .cfi_startproc
        lock incq router_calls+1392(%rip)
        jmp *router_target+1392(%rip)
        .cfi_endproc
        .size count_174, .-count_174
        .p2align 4
        .type trace_174, @function
trace_174:
        .cfi_startproc
        movl $174, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_174, .-trace_174

        .p2align 4
        .globl task_signal_event
        .type task_signal_event, @function
task_signal_event:
        .cfi_startproc
        jmp *router_table+1400(%rip)
        .cfi_endproc
        .size task_signal_event, .-task_signal_event
        .p2align 4
        .type lazy_175, @function
lazy_175:
        .cfi_startproc
        movl $175, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_175, .-lazy_175
        .p2align 4
        .type count_175, @function
count_175:
        .cfi_startproc
        lock incq router_calls+1400(%rip)
        jmp *router_target+1400(%rip)
        .cfi_endproc
        .size count_175, .-count_175
        .p2align 4
        .type trace_175, @function
trace_175:
        .cfi_startproc
        movl $175, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_175, .-trace_175

        .p2align 4
        .globl task_wait_event
        .type task_wait_event, @function
task_wait_event:
        .cfi_startproc
        jmp *router_table+1408(%rip)
        .cfi_endproc
        .size task_wait_event, .-task_wait_event
        .p2align 4
        .type lazy_176, @function
lazy_176:
        .cfi_startproc
        movl $176, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_176, .-lazy_176
        .p2align 4
        .type count_176, @function
count_176:
        .cfi_startproc
        lock incq router_calls+1408(%rip)
        jmp *router_target+1408(%rip)
        .cfi_endproc
        .size count_176, .-count_176
        .p2align 4
        .type trace_176, @function
trace_176:
        .cfi_startproc
        movl $176, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_176, .-trace_176

        .p2align 4
        .globl tdefl_compress_mem_to_heap
        .type tdefl_compress_mem_to_heap, @function
tdefl_compress_mem_to_heap:
        .cfi_startproc
        jmp *router_table+1416(%rip)
        .cfi_endproc
        .size tdefl_compress_mem_to_heap, .-tdefl_compress_mem_to_heap
        .p2align 4
        .type lazy_177, @function
lazy_177:
        .cfi_startproc
        movl $177, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_177, .-lazy_177
        .p2align 4
        .type count_177, @function
count_177:
        .cfi_startproc
        lock incq router_calls+1416(%rip)
        jmp *router_target+1416(%rip)
        .cfi_endproc
        .size count_177, .-count_177
        .p2align 4
        .type trace_177, @function
trace_177:
        .cfi_startproc
        movl $177, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_177, .-trace_177

        .p2align 4
        .globl tinfl_decompress_mem_to_heap
        .type tinfl_decompress_mem_to_heap, @function
tinfl_decompress_mem_to_heap:
        .cfi_startproc
        jmp *router_table+1424(%rip)
        .cfi_endproc
        .size tinfl_decompress_mem_to_heap, .-tinfl_decompress_mem_to_heap
        .p2align 4
        .type lazy_178, @function
lazy_178:
        .cfi_startproc
        movl $178, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_178, .-lazy_178
        .p2align 4
        .type count_178, @function
count_178:
        .cfi_startproc
        lock incq router_calls+1424(%rip)
        jmp *router_target+1424(%rip)
        .cfi_endproc
        .size count_178, .-count_178
        .p2align 4
        .type trace_178, @function
trace_178:
        .cfi_startproc
        movl $178, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_178, .-trace_178

        .p2align 4
        .globl upcall_call_shim_on_c_stack
        .type upcall_call_shim_on_c_stack, @function
upcall_call_shim_on_c_stack:
        .cfi_startproc
        jmp *router_table+1432(%rip)
        .cfi_endproc
        .size upcall_call_shim_on_c_stack, .-upcall_call_shim_on_c_stack
        .p2align 4
        .type lazy_179, @function
lazy_179:
        .cfi_startproc
        movl $179, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_179, .-lazy_179
        .p2align 4
        .type count_179, @function
count_179:
        .cfi_startproc
        lock incq router_calls+1432(%rip)
        jmp *router_target+1432(%rip)
        .cfi_endproc
        .size count_179, .-count_179
        .p2align 4
        .type trace_179, @function
trace_179:
        .cfi_startproc
        movl $179, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_179, .-trace_179

        .p2align 4
        .globl upcall_call_shim_on_rust_stack
        .type upcall_call_shim_on_rust_stack, @function
upcall_call_shim_on_rust_stack:
        .cfi_startproc
        jmp *router_table+1440(%rip)
        .cfi_endproc
        .size upcall_call_shim_on_rust_stack, .-upcall_call_shim_on_rust_stack
        .p2align 4
        .type lazy_180, @function
lazy_180:
        .cfi_startproc
        movl $180, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_180, .-lazy_180
        .p2align 4
        .type count_180, @function
count_180:
        .cfi_startproc
        lock incq router_calls+1440(%rip)
        jmp *router_target+1440(%rip)
        .cfi_endproc
        .size count_180, .-count_180
        .p2align 4
        .type trace_180, @function
trace_180:
        .cfi_startproc
        movl $180, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_180, .-trace_180

        .p2align 4
        .globl upcall_del_stack
        .type upcall_del_stack, @function
upcall_del_stack:
        .cfi_startproc
        jmp *router_table+1448(%rip)
        .cfi_endproc
        .size upcall_del_stack, .-upcall_del_stack
        .p2align 4
        .type lazy_181, @function
lazy_181:
        .cfi_startproc
        movl $181, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_181, .-lazy_181
        .p2align 4
        .type count_181, @function
count_181:
        .cfi_startproc
        lock incq router_calls+1448(%rip)
        jmp *router_target+1448(%rip)
        .cfi_endproc
        .size count_181, .-count_181
        .p2align 4
        .type trace_181, @function
trace_181:
        .cfi_startproc
        movl $181, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_181, .-trace_181

        .p2align 4
        .globl upcall_fail
        .type upcall_fail, @function
upcall_fail:
        .cfi_startproc
        jmp *router_table+1456(%rip)
        .cfi_endproc
        .size upcall_fail, .-upcall_fail
        .p2align 4
        .type lazy_182, @function
lazy_182:
        .cfi_startproc
        movl $182, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_182, .-lazy_182
        .p2align 4
        .type count_182, @function
count_182:
        .cfi_startproc
        lock incq router_calls+1456(%rip)
        jmp *router_target+1456(%rip)
        .cfi_endproc
        .size count_182, .-count_182
        .p2align 4
        .type trace_182, @function
trace_182:
        .cfi_startproc
        movl $182, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_182, .-trace_182

        .p2align 4
        .globl upcall_free
        .type upcall_free, @function
upcall_free:
        .cfi_startproc
        jmp *router_table+1464(%rip)
        .cfi_endproc
        .size upcall_free, .-upcall_free
        .p2align 4
        .type lazy_183, @function
lazy_183:
        .cfi_startproc
        movl $183, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_183, .-lazy_183
        .p2align 4
        .type count_183, @function
count_183:
        .cfi_startproc
        lock incq router_calls+1464(%rip)
        jmp *router_target+1464(%rip)
        .cfi_endproc
        .size count_183, .-count_183
        .p2align 4
        .type trace_183, @function
trace_183:
        .cfi_startproc
        movl $183, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_183, .-trace_183

        .p2align 4
        .globl upcall_malloc
        .type upcall_malloc, @function
upcall_malloc:
        .cfi_startproc
        jmp *router_table+1472(%rip)
        .cfi_endproc
        .size upcall_malloc, .-upcall_malloc
        .p2align 4
        .type lazy_184, @function
lazy_184:
        .cfi_startproc
        movl $184, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_184, .-lazy_184
        .p2align 4
        .type count_184, @function
count_184:
        .cfi_startproc
        lock incq router_calls+1472(%rip)
        jmp *router_target+1472(%rip)
        .cfi_endproc
        .size count_184, .-count_184
        .p2align 4
        .type trace_184, @function
trace_184:
        .cfi_startproc
        movl $184, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_184, .-trace_184

        .p2align 4
        .globl upcall_new_stack
        .type upcall_new_stack, @function
upcall_new_stack:
        .cfi_startproc
        jmp *router_table+1480(%rip)
        .cfi_endproc
        .size upcall_new_stack, .-upcall_new_stack
        .p2align 4
        .type lazy_185, @function
lazy_185:
        .cfi_startproc
        movl $185, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_185, .-lazy_185
        .p2align 4
        .type count_185, @function
count_185:
        .cfi_startproc
        lock incq router_calls+1480(%rip)
        jmp *router_target+1480(%rip)
        .cfi_endproc
        .size count_185, .-count_185
        .p2align 4
        .type trace_185, @function
trace_185:
        .cfi_startproc
        movl $185, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_185, .-trace_185

        .p2align 4
        .globl upcall_reset_stack_limit
        .type upcall_reset_stack_limit, @function
upcall_reset_stack_limit:
        .cfi_startproc
        jmp *router_table+1488(%rip)
        .cfi_endproc
        .size upcall_reset_stack_limit, .-upcall_reset_stack_limit
        .p2align 4
        .type lazy_186, @function
lazy_186:
        .cfi_startproc
        movl $186, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_186, .-lazy_186
        .p2align 4
        .type count_186, @function
count_186:
        .cfi_startproc
        lock incq router_calls+1488(%rip)
        jmp *router_target+1488(%rip)
        .cfi_endproc
        .size count_186, .-count_186
        .p2align 4
        .type trace_186, @function
trace_186:
        .cfi_startproc
        movl $186, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_186, .-trace_186

        .p2align 4
        .globl upcall_rust_personality
        .type upcall_rust_personality, @function
upcall_rust_personality:
        .cfi_startproc
        jmp *router_table+1496(%rip)
        .cfi_endproc
        .size upcall_rust_personality, .-upcall_rust_personality
        .p2align 4
        .type lazy_187, @function
lazy_187:
        .cfi_startproc
        movl $187, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_187, .-lazy_187
        .p2align 4
        .type count_187, @function
count_187:
        .cfi_startproc
        lock incq router_calls+1496(%rip)
        jmp *router_target+1496(%rip)
        .cfi_endproc
        .size count_187, .-count_187
        .p2align 4
        .type trace_187, @function
trace_187:
        .cfi_startproc
        movl $187, %r10d
        jmp router_trace_entry
        .cfi_endproc
        .size trace_187, .-trace_187

        .p2align 4
        .globl vec_reserve_shared
        .type vec_reserve_shared, @function
vec_reserve_shared:
        .cfi_startproc
        jmp *router_table+1504(%rip)
        .cfi_endproc
        .size vec_reserve_shared, .-vec_reserve_shared
        .p2align 4
        .type lazy_188, @function
lazy_188:
        .cfi_startproc
        movl $188, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_188, .-lazy_188
        .p2align 4
        .type count_188, @function
count_188:
        .cfi_startproc
        lock incq router_calls+1504(%rip)
        jmp *router_target+1504(%rip)
        .cfi_endproc
        .size count_188, .-count_188
        .p2align 4
        .type trace_188, @function
trace_188:
        .cfi_startproc
        movl $188, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_188, .-trace_188

        .p2align 4
        .globl vec_reserve_shared_actual
        .type vec_reserve_shared_actual, @function
vec_reserve_shared_actual:
        .cfi_startproc
        jmp *router_table+1512(%rip)
        .cfi_endproc
        .size vec_reserve_shared_actual, .-vec_reserve_shared_actual
        .p2align 4
        .type lazy_189, @function
lazy_189:
        .cfi_startproc
        movl $189, %r10d
        jmp router_lazy
        .cfi_endproc
        .size lazy_189, .-lazy_189
        .p2align 4
        .type count_189, @function
count_189:
        .cfi_startproc
        lock incq router_calls+1512(%rip)
        jmp *router_target+1512(%rip)
        .cfi_endproc
        .size count_189, .-count_189
        .p2align 4
        .type trace_189, @function
trace_189:
        .cfi_startproc
        movl $189, %r10d
        jmp router_trace
        .cfi_endproc
        .size trace_189, .-trace_189

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
        .quad lazy_107
        .quad lazy_108
        .quad lazy_109
        .quad lazy_110
        .quad lazy_111
        .quad lazy_112
        .quad lazy_113
        .quad lazy_114
        .quad lazy_115
        .quad lazy_116
        .quad lazy_117
        .quad lazy_118
        .quad lazy_119
        .quad lazy_120
        .quad lazy_121
        .quad lazy_122
        .quad lazy_123
        .quad lazy_124
        .quad lazy_125
        .quad lazy_126
        .quad lazy_127
        .quad lazy_128
        .quad lazy_129
        .quad lazy_130
        .quad lazy_131
        .quad lazy_132
        .quad lazy_133
        .quad lazy_134
        .quad lazy_135
        .quad lazy_136
        .quad lazy_137
        .quad lazy_138
        .quad lazy_139
        .quad lazy_140
        .quad lazy_141
        .quad lazy_142
        .quad lazy_143
        .quad lazy_144
        .quad lazy_145
        .quad lazy_146
        .quad lazy_147
        .quad lazy_148
        .quad lazy_149
        .quad lazy_150
        .quad lazy_151
        .quad lazy_152
        .quad lazy_153
        .quad lazy_154
        .quad lazy_155
        .quad lazy_156
        .quad lazy_157
        .quad lazy_158
        .quad lazy_159
        .quad lazy_160
        .quad lazy_161
        .quad lazy_162
        .quad lazy_163
        .quad lazy_164
        .quad lazy_165
        .quad lazy_166
        .quad lazy_167
        .quad lazy_168
        .quad lazy_169
        .quad lazy_170
        .quad lazy_171
        .quad lazy_172
        .quad lazy_173
        .quad lazy_174
        .quad lazy_175
        .quad lazy_176
        .quad lazy_177
        .quad lazy_178
        .quad lazy_179
        .quad lazy_180
        .quad lazy_181
        .quad lazy_182
        .quad lazy_183
        .quad lazy_184
        .quad lazy_185
        .quad lazy_186
        .quad lazy_187
        .quad lazy_188
        .quad lazy_189
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
        .quad lazy_107
        .quad lazy_108
        .quad lazy_109
        .quad lazy_110
        .quad lazy_111
        .quad lazy_112
        .quad lazy_113
        .quad lazy_114
        .quad lazy_115
        .quad lazy_116
        .quad lazy_117
        .quad lazy_118
        .quad lazy_119
        .quad lazy_120
        .quad lazy_121
        .quad lazy_122
        .quad lazy_123
        .quad lazy_124
        .quad lazy_125
        .quad lazy_126
        .quad lazy_127
        .quad lazy_128
        .quad lazy_129
        .quad lazy_130
        .quad lazy_131
        .quad lazy_132
        .quad lazy_133
        .quad lazy_134
        .quad lazy_135
        .quad lazy_136
        .quad lazy_137
        .quad lazy_138
        .quad lazy_139
        .quad lazy_140
        .quad lazy_141
        .quad lazy_142
        .quad lazy_143
        .quad lazy_144
        .quad lazy_145
        .quad lazy_146
        .quad lazy_147
        .quad lazy_148
        .quad lazy_149
        .quad lazy_150
        .quad lazy_151
        .quad lazy_152
        .quad lazy_153
        .quad lazy_154
        .quad lazy_155
        .quad lazy_156
        .quad lazy_157
        .quad lazy_158
        .quad lazy_159
        .quad lazy_160
        .quad lazy_161
        .quad lazy_162
        .quad lazy_163
        .quad lazy_164
        .quad lazy_165
        .quad lazy_166
        .quad lazy_167
        .quad lazy_168
        .quad lazy_169
        .quad lazy_170
        .quad lazy_171
        .quad lazy_172
        .quad lazy_173
        .quad lazy_174
        .quad lazy_175
        .quad lazy_176
        .quad lazy_177
        .quad lazy_178
        .quad lazy_179
        .quad lazy_180
        .quad lazy_181
        .quad lazy_182
        .quad lazy_183
        .quad lazy_184
        .quad lazy_185
        .quad lazy_186
        .quad lazy_187
        .quad lazy_188
        .quad lazy_189
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
        .quad count_107
        .quad count_108
        .quad count_109
        .quad count_110
        .quad count_111
        .quad count_112
        .quad count_113
        .quad count_114
        .quad count_115
        .quad count_116
        .quad count_117
        .quad count_118
        .quad count_119
        .quad count_120
        .quad count_121
        .quad count_122
        .quad count_123
        .quad count_124
        .quad count_125
        .quad count_126
        .quad count_127
        .quad count_128
        .quad count_129
        .quad count_130
        .quad count_131
        .quad count_132
        .quad count_133
        .quad count_134
        .quad count_135
        .quad count_136
        .quad count_137
        .quad count_138
        .quad count_139
        .quad count_140
        .quad count_141
        .quad count_142
        .quad count_143
        .quad count_144
        .quad count_145
        .quad count_146
        .quad count_147
        .quad count_148
        .quad count_149
        .quad count_150
        .quad count_151
        .quad count_152
        .quad count_153
        .quad count_154
        .quad count_155
        .quad count_156
        .quad count_157
        .quad count_158
        .quad count_159
        .quad count_160
        .quad count_161
        .quad count_162
        .quad count_163
        .quad count_164
        .quad count_165
        .quad count_166
        .quad count_167
        .quad count_168
        .quad count_169
        .quad count_170
        .quad count_171
        .quad count_172
        .quad count_173
        .quad count_174
        .quad count_175
        .quad count_176
        .quad count_177
        .quad count_178
        .quad count_179
        .quad count_180
        .quad count_181
        .quad count_182
        .quad count_183
        .quad count_184
        .quad count_185
        .quad count_186
        .quad count_187
        .quad count_188
        .quad count_189
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
        .quad trace_107
        .quad trace_108
        .quad trace_109
        .quad trace_110
        .quad trace_111
        .quad trace_112
        .quad trace_113
        .quad trace_114
        .quad trace_115
        .quad trace_116
        .quad trace_117
        .quad trace_118
        .quad trace_119
        .quad trace_120
        .quad trace_121
        .quad trace_122
        .quad trace_123
        .quad trace_124
        .quad trace_125
        .quad trace_126
        .quad trace_127
        .quad trace_128
        .quad trace_129
        .quad trace_130
        .quad trace_131
        .quad trace_132
        .quad trace_133
        .quad trace_134
        .quad trace_135
        .quad trace_136
        .quad trace_137
        .quad trace_138
        .quad trace_139
        .quad trace_140
        .quad trace_141
        .quad trace_142
        .quad trace_143
        .quad trace_144
        .quad trace_145
        .quad trace_146
        .quad trace_147
        .quad trace_148
        .quad trace_149
        .quad trace_150
        .quad trace_151
        .quad trace_152
        .quad trace_153
        .quad trace_154
        .quad trace_155
        .quad trace_156
        .quad trace_157
        .quad trace_158
        .quad trace_159
        .quad trace_160
        .quad trace_161
        .quad trace_162
        .quad trace_163
        .quad trace_164
        .quad trace_165
        .quad trace_166
        .quad trace_167
        .quad trace_168
        .quad trace_169
        .quad trace_170
        .quad trace_171
        .quad trace_172
        .quad trace_173
        .quad trace_174
        .quad trace_175
        .quad trace_176
        .quad trace_177
        .quad trace_178
        .quad trace_179
        .quad trace_180
        .quad trace_181
        .quad trace_182
        .quad trace_183
        .quad trace_184
        .quad trace_185
        .quad trace_186
        .quad trace_187
        .quad trace_188
        .quad trace_189
        .size router_tracing, .-router_tracing

        .section .note.GNU-stack,"",@progbits
