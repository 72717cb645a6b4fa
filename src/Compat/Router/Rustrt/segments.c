/* The service stack-growth: how calls about the segments of a task's Rust stack reach C# (StackGrowth.cs), and what they need
 * of the live stack pointer.
 *
 * The new core has one stack per task, on which C code runs in place, and most programs never know of segments. Where one
 * imports this service, a task has them as in the old runtime: what was asked for at its birth is the first, those it grows
 * are blocks of the C library. C code has to keep out of them: it runs on what the reservation has some way below the header of
 * the first (c_top), each C call below the one before (c_sp); Rust code that it calls back goes on where it was left (rust_sp),
 * on whichever segment that is. shims.S and answer.c make these hops; a failure is raised on the C part, too. A program that
 * came by the functions otherwise (dlsym) gets the same task by task, from its first call on. */
#include "router_api.h"

/* The calling task, with segments. */
static rustrt_task_block *caller(const void *sp) {
    rustrt_task_block *task = router_native_rust_get_task();
    if (!task->slot[RUSTRT_UNIT_STACKS]) router_upcall((void *)router_new_functions.segment_begin, task, (uint64_t)sp, 0, 0);
    return task;
}

HIDDEN stk_seg *router_native_rust_get_stack_segment(void) {
    rustrt_task_block *task = caller(__builtin_frame_address(0));
    return (stk_seg *)router_upcall((void *)router_new_functions.segment_top, task, 0, 0, 0);
}

/* Of the unit debug: asks whoever serves the stacks. */
HIDDEN stk_seg *router_native_debug_get_stk_seg(void) { return router_stacks->segment(router_native_rust_get_task()); }

HIDDEN void *router_native_upcall_new_stack(size_t frame_size, void *stack_args, size_t stack_args_size) {
    enum { OF_THE_CALLER = 512 };
    rustrt_task_block *task = caller(__builtin_frame_address(0));
    rustrt_stack_words *w = &task->stacks;
    /* Rust code that was called back in place, before the task asked, leaves frames on the C part for the new segment. */
    char *below = (char *)((uintptr_t)__builtin_frame_address(0) & -(uintptr_t)16) - OF_THE_CALLER;
    if (on_c_part(w) && below < w->c_sp) w->c_sp = below;
    uint64_t sp = router_upcall((void *)router_new_functions.segment_grow, task, frame_size, (uint64_t)stack_args, stack_args_size);
    return (void *)router_answer(task, sp);
}

HIDDEN void router_native_upcall_del_stack(void) {
    rustrt_task_block *task = caller(__builtin_frame_address(0));
    router_upcall((void *)router_new_functions.segment_shrink, task, 0, 0, 0);
}

HIDDEN void router_native_upcall_reset_stack_limit(void) {
    rustrt_task_block *task = caller(__builtin_frame_address(0));
    router_upcall((void *)router_new_functions.segment_reset, task, (uint64_t)__builtin_frame_address(0), 0, 0);
}
