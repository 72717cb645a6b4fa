/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   small.h        ab1c14d304758269092e8033a11d8f6a6fe27f6e7bce819d2e66f1d865dd780a
 *   manifest.json  0496c284219feb0c3235545d748ac088f4f5547442d64fc3a2907f2ee9942f89 */
#ifndef ROUTER_SYMBOLS_G_H
#define ROUTER_SYMBOLS_G_H

/* what callers link to, and where the library that the router stands in for lies; else beside the router */
#define ROUTER_LIBRARY "libsmall.so.1"
#define ROUTER_LEGACY ""
#define ROUTER_STEM "libsmall"
/* of environment variables, of messages, of functions by which a backend is bound */
#define ROUTER_PREFIX "SMALL"
#define ROUTER_NAME "small"
#define ROUTER_HOST_BIND small_router_host_bind
#define ROUTER_SYMBOLS 16
#define ROUTER_UNITS 2
#define ROUTER_WRAPPERS 33

/* X(index, name, version, service, unit_index, is_native, new_serves, int_regs, trace)
 * index       place in every table of the router: names in ordinal order
 * version     by which it is exported, "" for none
 * is_native   the router's own router_native_<name> is the new side
 * new_serves  the new backend has it, be it native or in C#
 * int_regs    of rdi, rsi, rdx, rcx, r8, r9: how many the arguments take, a hidden result pointer included
 * trace       words name:kind and =kind, kinds as in trace.c; "" if only the entry of a call can be told */
#define ROUTER_SYMBOL_LIST(X) \
    X(0, small_add, "", "plain", 0, 0, 1, 4, "a:i1 b:u2 c:i4 negate:u1 =i8") \
    X(1, small_blend, "", "records", 1, 0, 1, 2, "") \
    X(2, small_fill, "", "plain", 0, 0, 1, 1, "out:p =v") \
    X(3, small_floats, "", "plain", 0, 0, 1, 1, "a:f8 b:f4 c:i8 =f8") \
    X(4, small_grow, "", "records", 1, 0, 1, 3, "") \
    X(5, small_length, "", "plain", 0, 0, 1, 2, "string:p log:p =u8") \
    X(6, small_mix, "", "plain", 0, 0, 1, 2, "left:u4 right:u4 =u4") \
    X(7, small_nothing, "", "plain", 0, 1, 1, 0, "") \
    X(8, small_old, "", "not-served", 0, 0, 0, 2, "argv:p fixed:i4 =i4") \
    X(9, small_open, "", "plain", 0, 0, 1, 0, "=p") \
    X(10, small_port, "", "records", 1, 0, 1, 2, "") \
    X(11, small_scale, "", "records", 1, 0, 1, 1, "") \
    X(12, small_six, "", "plain", 0, 0, 1, 6, "a:i8 b:i8 c:i8 d:i8 e:i8 caller:i8 =i8") \
    X(13, small_sum, "", "records", 1, 1, 1, 1, "") \
    X(14, small_swap, "", "records", 1, 0, 1, 2, "") \
    X(15, small_visit, "", "plain", 0, 0, 1, 3, "list:p visitor:p state:p =i8")

/* U(unit_index, name, services...) */
#define ROUTER_UNIT_LIST(U) \
    U(0, "plain", "plain", "not-served") \
    U(1, "two-words", "records")

/* N(unit_index, unit_index, reason): they cannot be on different sides yet */
#define ROUTER_NEED_LIST(N) \
    

/* S(unit_index, unit_index, legacy_only): on another side than the rest the first is reached through, or reaches, the second's seam;
 * legacy_only: only when it is the first that is legacy */
#define ROUTER_SEAM_LIST(S) \
    S(1, 0, 0)

#ifndef __ASSEMBLER__
#include "small.h"
_Static_assert(SMALL_UNIT_PLAIN == 0, "the unit enum and the manifest disagree");
_Static_assert(SMALL_UNIT_TWO_WORDS == 1, "the unit enum and the manifest disagree");
_Static_assert(SMALL_UNITS == 2, "the unit enum and the manifest disagree");
#endif

#endif
