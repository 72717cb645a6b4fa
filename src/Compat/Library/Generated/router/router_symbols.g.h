/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustcore.h      dff56336023ad058627411ff0fd3bbbacc64b9a49d7e9a06d6d2b5e82e068f83
 *   rustrt_core.h   17fc069cdf3d01fc30d22816a2006a7386349935dce92671651776acc80494db
 *   library.json    f132b6f60b7ab5a201543623a1d4310d8c9ca71b499cd1be274dff9604746ccc
 *   catalogue.json  ef7ccaba372f3bd1a1857600a60e803f38db421025e26e6df5fb86c5a088353a */
#ifndef ROUTER_SYMBOLS_G_H
#define ROUTER_SYMBOLS_G_H

/* what callers link to, and where the library that the router stands in for lies; else beside the router */
#define ROUTER_LIBRARY "librustcore.so"
#define ROUTER_LEGACY ""
#define ROUTER_STEM "librustcore"
/* of environment variables, of messages, of functions by which a backend is bound */
#define ROUTER_PREFIX "RUSTRT"
#define ROUTER_NAME "rustrt"
#define ROUTER_HOST_BIND rustrt_router_host_bind
#define ROUTER_SYMBOLS 107
#define ROUTER_UNITS 24
#define ROUTER_WRAPPERS 385

/* X(index, name, version, service, unit_index, is_native, new_serves, int_regs, trace)
 * index       place in every table of the router: names in ordinal order
 * version     by which it is exported, "" for none
 * is_native   the router's own router_native_<name> is the new side
 * new_serves  the new backend has it, be it native or in C#
 * int_regs    of rdi, rsi, rdx, rcx, r8, r9: how many the arguments take, a hidden result pointer included
 * trace       words name:kind and =kind, kinds as in trace.c; "" if only the entry of a call can be told */
#define ROUTER_SYMBOL_LIST(X) \
    X(0, rustcore_annihilate, "", "start", 20, 0, 1, 0, "=v") \
    X(1, rustcore_at_exit, "", "exit-functions", 20, 1, 1, 0, "") \
    X(2, rustcore_atomically, "", "task-groups", 20, 0, 1, 2, "block:p env:p =v") \
    X(3, rustcore_box_drop, "", "local-data", 21, 0, 1, 1, "box:p =v") \
    X(4, rustcore_box_new, "", "local-data", 21, 0, 1, 1, "type:p =p") \
    X(5, rustcore_box_take, "", "local-data", 21, 0, 1, 1, "box:p =p") \
    X(6, rustcore_builder_drop, "", "task-groups", 20, 0, 1, 1, "builder:p =v") \
    X(7, rustcore_builder_future_result, "", "task-groups", 20, 0, 1, 1, "builder:p =p") \
    X(8, rustcore_builder_linkage, "", "task-groups", 20, 0, 1, 2, "builder:p linkage:u4 =v") \
    X(9, rustcore_builder_new, "", "task-groups", 20, 0, 1, 0, "=p") \
    X(10, rustcore_builder_scheduler, "", "task-groups", 20, 0, 1, 3, "builder:p mode:u4 argument:u8 =v") \
    X(11, rustcore_builder_spawn, "", "task-groups", 20, 1, 1, 1, "") \
    X(12, rustcore_bytes_drop, "", "tcp", 23, 0, 1, 2, "") \
    X(13, rustcore_chan_drop, "", "pipes", 19, 0, 1, 1, "chan:p =v") \
    X(14, rustcore_chan_one_drop, "", "pipes", 19, 0, 1, 1, "chan:p =v") \
    X(15, rustcore_exclusive_clone, "", "shared-state", 22, 0, 1, 1, "x:p =p") \
    X(16, rustcore_exclusive_drop, "", "shared-state", 22, 0, 1, 1, "x:p =v") \
    X(17, rustcore_exclusive_new, "", "shared-state", 22, 0, 1, 2, "type:p value:p =p") \
    X(18, rustcore_exclusive_unwrap, "", "shared-state", 22, 0, 1, 2, "x:p out:p =v") \
    X(19, rustcore_exclusive_with, "", "shared-state", 22, 0, 1, 3, "x:p f:p env:p =v") \
    X(20, rustcore_fail, "", "task-groups", 20, 0, 1, 3, "text:p file:p line:u8 =v") \
    X(21, rustcore_failing, "", "task-groups", 20, 0, 1, 0, "=u1") \
    X(22, rustcore_get_scheduler, "", "task-groups", 20, 0, 1, 0, "=i8") \
    X(23, rustcore_get_task, "", "task-groups", 20, 0, 1, 0, "=i8") \
    X(24, rustcore_global_clone, "", "global-map", 22, 0, 1, 1, "key:p =p") \
    X(25, rustcore_global_clone_or_create, "", "global-map", 22, 0, 1, 4, "key:p type:p create:p env:p =p") \
    X(26, rustcore_global_modify, "", "global-map", 22, 0, 1, 4, "key:p type:p f:p env:p =v") \
    X(27, rustcore_iotask_clone, "", "io-tasks", 23, 0, 1, 1, "io:p =p") \
    X(28, rustcore_iotask_drop, "", "io-tasks", 23, 0, 1, 1, "io:p =v") \
    X(29, rustcore_iotask_exit, "", "io-tasks", 23, 0, 1, 1, "io:p =v") \
    X(30, rustcore_iotask_global, "", "io-tasks", 23, 0, 1, 0, "=p") \
    X(31, rustcore_iotask_interact, "", "io-tasks", 23, 0, 1, 4, "io:p f:p env:p drop:p =v") \
    X(32, rustcore_iotask_spawn, "", "io-tasks", 23, 0, 1, 0, "=p") \
    X(33, rustcore_ip_format, "", "tcp", 23, 0, 1, 3, "address:p text:p size:u8 =u1") \
    X(34, rustcore_ip_parse, "", "tcp", 23, 0, 1, 3, "text:p port:u2 out:p =u1") \
    X(35, rustcore_ip_resolve, "", "tcp", 23, 0, 1, 4, "io:p node:p count:p error:p =p") \
    X(36, rustcore_little_lock, "", "shared-state", 22, 0, 1, 3, "lock:p block:p env:p =v") \
    X(37, rustcore_local_get, "", "local-data", 21, 0, 1, 1, "key:p =p") \
    X(38, rustcore_local_modify, "", "local-data", 21, 0, 1, 3, "key:p f:p env:p =v") \
    X(39, rustcore_local_pop, "", "local-data", 21, 0, 1, 1, "key:p =p") \
    X(40, rustcore_local_set, "", "local-data", 21, 0, 1, 2, "key:p value:p =v") \
    X(41, rustcore_oneshot, "", "pipes", 19, 0, 1, 3, "type:p port:p chan:p =v") \
    X(42, rustcore_packet_new, "", "pipes", 19, 0, 1, 1, "type:p =p") \
    X(43, rustcore_packet_peek, "", "pipes", 19, 0, 1, 1, "packet:p =u1") \
    X(44, rustcore_packet_receiver_terminate, "", "pipes", 19, 0, 1, 1, "packet:p =v") \
    X(45, rustcore_packet_send, "", "pipes", 19, 0, 1, 2, "packet:p value:p =u1") \
    X(46, rustcore_packet_sender_terminate, "", "pipes", 19, 0, 1, 1, "packet:p =v") \
    X(47, rustcore_packet_try_recv, "", "pipes", 19, 0, 1, 2, "packet:p out:p =u1") \
    X(48, rustcore_peek, "", "pipes", 19, 0, 1, 1, "port:p =u1") \
    X(49, rustcore_peek_one, "", "pipes", 19, 0, 1, 1, "port:p =u1") \
    X(50, rustcore_port_drop, "", "pipes", 19, 0, 1, 1, "port:p =v") \
    X(51, rustcore_port_one_drop, "", "pipes", 19, 0, 1, 1, "port:p =v") \
    X(52, rustcore_port_one_packet, "", "pipes", 19, 0, 1, 1, "port:p =p") \
    X(53, rustcore_port_packet, "", "pipes", 19, 0, 1, 1, "port:p =p") \
    X(54, rustcore_port_set_add, "", "pipes", 19, 0, 1, 2, "set:p port:p =v") \
    X(55, rustcore_port_set_chan, "", "pipes", 19, 0, 1, 1, "set:p =p") \
    X(56, rustcore_port_set_drop, "", "pipes", 19, 0, 1, 1, "set:p =v") \
    X(57, rustcore_port_set_new, "", "pipes", 19, 0, 1, 1, "type:p =p") \
    X(58, rustcore_port_set_peek, "", "pipes", 19, 0, 1, 1, "set:p =u1") \
    X(59, rustcore_port_set_recv, "", "pipes", 19, 0, 1, 2, "set:p out:p =v") \
    X(60, rustcore_port_set_try_recv, "", "pipes", 19, 0, 1, 2, "set:p out:p =u1") \
    X(61, rustcore_recv, "", "pipes", 19, 0, 1, 2, "port:p out:p =v") \
    X(62, rustcore_recv_one, "", "pipes", 19, 0, 1, 2, "port:p out:p =v") \
    X(63, rustcore_rekillable, "", "task-groups", 20, 0, 1, 2, "block:p env:p =v") \
    X(64, rustcore_run_in_bare_thread, "", "bare-threads", 20, 0, 1, 2, "block:p env:p =v") \
    X(65, rustcore_select, "", "pipes", 19, 0, 1, 2, "ports:p count:u8 =u8") \
    X(66, rustcore_select_one, "", "pipes", 19, 0, 1, 2, "ports:p count:u8 =u8") \
    X(67, rustcore_select_packets, "", "pipes", 19, 0, 1, 2, "packets:p count:u8 =u8") \
    X(68, rustcore_send, "", "pipes", 19, 0, 1, 2, "chan:p value:p =v") \
    X(69, rustcore_send_one, "", "pipes", 19, 0, 1, 2, "chan:p value:p =v") \
    X(70, rustcore_shared_chan_clone, "", "pipes", 19, 0, 1, 1, "chan:p =p") \
    X(71, rustcore_shared_chan_drop, "", "pipes", 19, 0, 1, 1, "chan:p =v") \
    X(72, rustcore_shared_chan_new, "", "pipes", 19, 0, 1, 1, "chan:p =p") \
    X(73, rustcore_shared_chan_send, "", "pipes", 19, 0, 1, 2, "chan:p value:p =v") \
    X(74, rustcore_shared_chan_try_send, "", "pipes", 19, 0, 1, 2, "chan:p value:p =u1") \
    X(75, rustcore_shared_state_clone, "", "shared-state", 22, 0, 1, 1, "state:p =p") \
    X(76, rustcore_shared_state_drop, "", "shared-state", 22, 0, 1, 1, "state:p =v") \
    X(77, rustcore_shared_state_get, "", "shared-state", 22, 0, 1, 1, "state:p =p") \
    X(78, rustcore_shared_state_new, "", "shared-state", 22, 0, 1, 2, "type:p value:p =p") \
    X(79, rustcore_shared_state_unwrap, "", "shared-state", 22, 0, 1, 2, "state:p out:p =v") \
    X(80, rustcore_spawn, "", "task-groups", 20, 1, 1, 0, "") \
    X(81, rustcore_spawn_sched, "", "task-groups", 20, 1, 1, 2, "") \
    X(82, rustcore_spawn_supervised, "", "task-groups", 20, 1, 1, 0, "") \
    X(83, rustcore_spawn_unlinked, "", "task-groups", 20, 1, 1, 0, "") \
    X(84, rustcore_start, "", "start", 20, 1, 1, 3, "") \
    X(85, rustcore_stream, "", "pipes", 19, 0, 1, 3, "type:p port:p chan:p =v") \
    X(86, rustcore_tcp_accept, "", "tcp", 23, 0, 1, 2, "connection:p error:p =p") \
    X(87, rustcore_tcp_connect, "", "tcp", 23, 0, 1, 3, "io:p address:p error:p =p") \
    X(88, rustcore_tcp_connection_drop, "", "tcp", 23, 0, 1, 1, "connection:p =v") \
    X(89, rustcore_tcp_drop, "", "tcp", 23, 0, 1, 1, "socket:p =v") \
    X(90, rustcore_tcp_listen, "", "tcp", 23, 1, 1, 6, "") \
    X(91, rustcore_tcp_peer, "", "tcp", 23, 0, 1, 2, "socket:p out:p =v") \
    X(92, rustcore_tcp_read, "", "tcp", 23, 0, 1, 4, "socket:p milliseconds:u4 out:p error:p =u1") \
    X(93, rustcore_tcp_read_start, "", "tcp", 23, 0, 1, 2, "socket:p error:p =p") \
    X(94, rustcore_tcp_read_stop, "", "tcp", 23, 0, 1, 2, "socket:p error:p =u1") \
    X(95, rustcore_tcp_write, "", "tcp", 23, 0, 1, 4, "socket:p data:p size:u8 error:p =u1") \
    X(96, rustcore_timer_delayed_send, "", "timers", 23, 0, 1, 5, "io:p milliseconds:u4 chan:p type:p value:p =v") \
    X(97, rustcore_timer_recv_timeout, "", "timers", 23, 0, 1, 4, "io:p milliseconds:u4 port:p out:p =u1") \
    X(98, rustcore_timer_sleep, "", "timers", 23, 0, 1, 2, "io:p milliseconds:u4 =v") \
    X(99, rustcore_try, "", "task-groups", 20, 1, 1, 0, "") \
    X(100, rustcore_try_recv, "", "pipes", 19, 0, 1, 2, "port:p out:p =u1") \
    X(101, rustcore_try_recv_one, "", "pipes", 19, 0, 1, 2, "port:p out:p =u1") \
    X(102, rustcore_try_send, "", "pipes", 19, 0, 1, 2, "chan:p value:p =u1") \
    X(103, rustcore_try_send_one, "", "pipes", 19, 0, 1, 2, "chan:p value:p =u1") \
    X(104, rustcore_unkillable, "", "task-groups", 20, 0, 1, 2, "block:p env:p =v") \
    X(105, rustcore_weaken, "", "weak-task-service", 20, 0, 1, 2, "f:p env:p =v") \
    X(106, rustcore_yield, "", "task-groups", 20, 0, 1, 0, "=v")

/* U(unit_index, name, services...) */
#define ROUTER_UNIT_LIST(U) \
    U(0, "core", "scheduling", "sched-registry", "default-sched", "platform-sched", "weak-tasks", "linked-failure", "unwinding") \
    U(1, "stacks", "stack-growth", "stack-switching", "ffi") \
    U(2, "exchange-heap", "exchange-heap") \
    U(3, "logging", "logging") \
    U(4, "environment", "environment") \
    U(5, "at-exit", "at-exit") \
    U(6, "global-data", "global-data") \
    U(7, "local-heap", "local-heap") \
    U(8, "task-local-data", "task-local-data") \
    U(9, "io", "io") \
    U(10, "time", "time") \
    U(11, "random", "random") \
    U(12, "locks", "locks") \
    U(13, "threads", "threads") \
    U(14, "filesystem", "filesystem") \
    U(15, "process", "process") \
    U(16, "vectors", "vectors") \
    U(17, "debug", "debug") \
    U(18, "third-party", "third-party") \
    U(19, "pipes", "pipes") \
    U(20, "task-groups", "task-groups", "start", "exit-functions", "weak-task-service", "bare-threads") \
    U(21, "local-data", "local-data") \
    U(22, "shared-state", "shared-state", "global-map") \
    U(23, "library-io", "io-tasks", "timers", "tcp")

/* N(unit_index, unit_index, reason): they cannot be on different sides yet */
#define ROUTER_NEED_LIST(N) \
    

/* S(unit_index, unit_index, legacy_only): on another side than the rest the first is reached through, or reaches, the second's seam;
 * legacy_only: only when it is the first that is legacy */
#define ROUTER_SEAM_LIST(S) \
    S(1, 0, 0) \
    S(1, 1, 0) \
    S(1, 4, 0) \
    S(1, 7, 0) \
    S(2, 0, 0) \
    S(2, 2, 0) \
    S(3, 0, 0) \
    S(3, 3, 0) \
    S(4, 0, 0) \
    S(4, 4, 0) \
    S(4, 2, 0) \
    S(5, 0, 0) \
    S(5, 5, 0) \
    S(6, 0, 0) \
    S(7, 0, 0) \
    S(7, 7, 0) \
    S(7, 4, 0) \
    S(8, 0, 0) \
    S(8, 8, 0) \
    S(9, 2, 0) \
    S(9, 3, 0) \
    S(9, 0, 1) \
    S(10, 0, 1) \
    S(11, 0, 0) \
    S(11, 4, 0) \
    S(11, 2, 0) \
    S(11, 7, 0) \
    S(14, 0, 0) \
    S(14, 2, 0) \
    S(15, 0, 0) \
    S(16, 0, 0) \
    S(16, 2, 0) \
    S(16, 7, 0) \
    S(17, 0, 0) \
    S(17, 1, 0) \
    S(17, 3, 0) \
    S(19, 0, 0) \
    S(20, 0, 0) \
    S(21, 0, 0) \
    S(22, 0, 0) \
    S(23, 0, 0)

#ifndef __ASSEMBLER__
#include "rustrt_core.h"
_Static_assert(RUSTRT_UNIT_CORE == 0, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_STACKS == 1, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_EXCHANGE_HEAP == 2, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_LOGGING == 3, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_ENVIRONMENT == 4, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_AT_EXIT == 5, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_GLOBAL_DATA == 6, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_LOCAL_HEAP == 7, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_TASK_LOCAL_DATA == 8, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_IO == 9, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_TIME == 10, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_RANDOM == 11, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_LOCKS == 12, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_THREADS == 13, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_FILESYSTEM == 14, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_PROCESS == 15, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_VECTORS == 16, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_DEBUG == 17, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_THIRD_PARTY == 18, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_PIPES == 19, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_TASK_GROUPS == 20, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_LOCAL_DATA == 21, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_SHARED_STATE == 22, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNIT_LIBRARY_IO == 23, "the unit enum and the manifest disagree");
_Static_assert(RUSTRT_UNITS == 24, "the unit enum and the manifest disagree");
#endif

#endif
