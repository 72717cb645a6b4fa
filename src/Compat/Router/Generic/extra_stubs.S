/* The exported functions that a user's own legacy library has beside the old API (extra.c): as any other, each jumps through a
   slot, which holds first a lazy stub. Of the folder that the build's ROUTER_EXTRA names; without one there are none. */
#if __has_include("router_extra.g.h")
#include "router_extra.g.h"
#include "lazy.h"
        .text
        .hidden router_extra_slots
        LAZY    router_extra_lazy, router_resolve_extra
#define X(index, name) \
        .p2align 4; .globl name; .type name, @function; \
name:   .cfi_startproc; jmp *router_extra_slots+8*index(%rip); .cfi_endproc; .size name, .-name; \
lazy_##index: .cfi_startproc; movl $index, %r10d; jmp router_extra_lazy; .cfi_endproc;
        ROUTER_EXTRA_LIST(X)
#undef X
        .data
        .p2align 3
        .globl router_extra_slots
        .type router_extra_slots, @object
router_extra_slots:
#define X(index, name) .quad lazy_##index;
        ROUTER_EXTRA_LIST(X)
#undef X
        .size router_extra_slots, .-router_extra_slots
#endif
        .section .note.GNU-stack,"",@progbits
