/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustrt.h        c186de9767ed4194edbbe5344991bdba1c6bb482f992708fe44e958e7ff8cc82
 *   rustrt_core.h   17fc069cdf3d01fc30d22816a2006a7386349935dce92671651776acc80494db
 *   rustrt_uv.h     a93910846c87641f2fa162760742576de55134dba095654107b1ec95276e353e
 *   catalogue.json  ef7ccaba372f3bd1a1857600a60e803f38db421025e26e6df5fb86c5a088353a */
#ifndef ROUTER_SYMBOLS_G_H
#define ROUTER_SYMBOLS_G_H

/* what callers link to, and where the library that the router stands in for lies; else beside the router */
#define ROUTER_LIBRARY "librustrt.so"
#define ROUTER_LEGACY ""
#define ROUTER_STEM "librustrt"
/* of environment variables, of messages, of functions by which a backend is bound */
#define ROUTER_PREFIX "RUSTRT"
#define ROUTER_NAME "rustrt"
#define ROUTER_HOST_BIND rustrt_router_host_bind
#define ROUTER_SYMBOLS 190
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
    X(0, debug_abi_1, "", "ffi", 1, 1, 1, 1, "") \
    X(1, debug_abi_2, "", "ffi", 1, 1, 1, 1, "") \
    X(2, debug_box, "", "debug", 17, 0, 1, 2, "td:p box:p =v") \
    X(3, debug_fn, "", "debug", 17, 0, 1, 2, "td:p fn:p =v") \
    X(4, debug_get_stk_seg, "", "debug", 17, 1, 1, 0, "") \
    X(5, debug_opaque, "", "debug", 17, 0, 1, 2, "td:p front:p =v") \
    X(6, debug_ptrcast, "", "debug", 17, 0, 1, 3, "from:p to:p p:p =p") \
    X(7, debug_tag, "", "debug", 17, 0, 1, 2, "td:p tag:p =v") \
    X(8, debug_tydesc, "", "debug", 17, 0, 1, 1, "td:p =v") \
    X(9, get_task_id, "", "scheduling", 0, 0, 1, 0, "=i8") \
    X(10, get_time, "", "time", 10, 0, 1, 2, "sec:p nsec:p =v") \
    X(11, linenoise, "", "third-party", 18, 1, 1, 1, "") \
    X(12, linenoiseAddCompletion, "", "third-party", 18, 0, 1, 2, "completions:p line:p =v") \
    X(13, linenoiseHistoryAdd, "", "third-party", 18, 0, 1, 1, "line:p =i4") \
    X(14, linenoiseHistoryLoad, "", "third-party", 18, 0, 1, 1, "filename:p =i4") \
    X(15, linenoiseHistorySave, "", "third-party", 18, 0, 1, 1, "filename:p =i4") \
    X(16, linenoiseHistorySetMaxLen, "", "third-party", 18, 0, 1, 1, "len:i4 =i4") \
    X(17, linenoiseSetCompletionCallback, "", "third-party", 18, 0, 1, 1, "fn:p =v") \
    X(18, new_task, "", "default-sched", 0, 0, 1, 0, "=p") \
    X(19, precise_time_ns, "", "time", 10, 0, 1, 1, "ns:p =v") \
    X(20, rand_free, "", "random", 11, 0, 1, 1, "rng:p =v") \
    X(21, rand_new, "", "random", 11, 0, 1, 0, "=p") \
    X(22, rand_new_seeded, "", "random", 11, 0, 1, 1, "seed:p =p") \
    X(23, rand_new_seeded2, "", "random", 11, 0, 1, 1, "seed:p =p") \
    X(24, rand_next, "", "random", 11, 0, 1, 1, "rng:p =u8") \
    X(25, rand_seed, "", "random", 11, 0, 1, 0, "=p") \
    X(26, rust_call_tydesc_glue, "", "local-heap", 7, 1, 1, 3, "") \
    X(27, rust_create_little_lock, "", "locks", 12, 0, 1, 0, "=p") \
    X(28, rust_dbg_breakpoint, "", "debug", 17, 0, 1, 0, "=v") \
    X(29, rust_dbg_call, "", "ffi", 1, 1, 1, 2, "") \
    X(30, rust_dbg_do_nothing, "", "ffi", 1, 1, 1, 0, "") \
    X(31, rust_dbg_lock_create, "", "locks", 12, 0, 1, 0, "=p") \
    X(32, rust_dbg_lock_destroy, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(33, rust_dbg_lock_lock, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(34, rust_dbg_lock_signal, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(35, rust_dbg_lock_unlock, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(36, rust_dbg_lock_wait, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(37, rust_dec_kernel_live_count, "", "weak-tasks", 0, 0, 1, 0, "=v") \
    X(38, rust_destroy_little_lock, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(39, rust_env_pairs, "", "environment", 4, 0, 1, 0, "=p") \
    X(40, rust_gc_metadata, "", "local-heap", 7, 0, 1, 0, "=p") \
    X(41, rust_get_argc, "", "environment", 4, 0, 1, 0, "=i4") \
    X(42, rust_get_argv, "", "environment", 4, 0, 1, 0, "=p") \
    X(43, rust_get_exchange_count_ptr, "", "exchange-heap", 2, 0, 1, 0, "=p") \
    X(44, rust_get_global_data_ptr, "", "global-data", 6, 0, 1, 0, "=p") \
    X(45, rust_get_sched_id, "", "sched-registry", 0, 0, 1, 0, "=i8") \
    X(46, rust_get_stack_segment, "", "stack-growth", 1, 1, 1, 0, "") \
    X(47, rust_get_stderr, "", "io", 9, 0, 1, 0, "=p") \
    X(48, rust_get_stdin, "", "io", 9, 0, 1, 0, "=p") \
    X(49, rust_get_stdout, "", "io", 9, 0, 1, 0, "=p") \
    X(50, rust_get_task, "", "scheduling", 0, 1, 1, 0, "") \
    X(51, rust_get_task_local_data, "", "task-local-data", 8, 0, 1, 1, "task:p =p") \
    X(52, rust_getcwd, "", "filesystem", 14, 0, 1, 0, "=p") \
    X(53, rust_gmtime, "", "time", 10, 0, 1, 3, "sec:p nsec:p out:p =v") \
    X(54, rust_inc_kernel_live_count, "", "weak-tasks", 0, 0, 1, 0, "=v") \
    X(55, rust_list_files, "", "filesystem", 14, 0, 1, 1, "path:p =p") \
    X(56, rust_list_files2, "", "filesystem", 14, 0, 1, 1, "path:p =p") \
    X(57, rust_localtime, "", "time", 10, 0, 1, 3, "sec:p nsec:p out:p =v") \
    X(58, rust_lock_little_lock, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(59, rust_log_console_off, "", "logging", 3, 0, 1, 0, "=v") \
    X(60, rust_log_console_on, "", "logging", 3, 0, 1, 0, "=v") \
    X(61, rust_log_str, "", "logging", 3, 0, 1, 3, "level:u4 text:p len:u8 =v") \
    X(62, rust_mktime, "", "time", 10, 0, 1, 2, "tm:p out:p =v") \
    X(63, rust_new_sched, "", "sched-registry", 0, 0, 1, 1, "threads:u8 =i8") \
    X(64, rust_new_task_in_sched, "", "sched-registry", 0, 0, 1, 1, "id:i8 =p") \
    X(65, rust_num_threads, "", "environment", 4, 0, 1, 0, "=u8") \
    X(66, rust_osmain_sched_id, "", "platform-sched", 0, 0, 1, 0, "=i8") \
    X(67, rust_path_exists, "", "filesystem", 14, 0, 1, 1, "path:p =i4") \
    X(68, rust_path_is_dir, "", "filesystem", 14, 0, 1, 1, "path:p =i4") \
    X(69, rust_process_wait, "", "process", 15, 0, 1, 1, "proc:i4 =i4") \
    X(70, rust_raw_thread_join_delete, "", "threads", 13, 0, 1, 1, "thread:p =v") \
    X(71, rust_raw_thread_start, "", "threads", 13, 0, 1, 1, "fn:p =p") \
    X(72, rust_register_exit_function, "", "at-exit", 5, 0, 1, 2, "runner:p fn:p =v") \
    X(73, rust_run_program, "", "process", 15, 1, 1, 6, "") \
    X(74, rust_sched_current_nonlazy_threads, "", "sched-registry", 0, 0, 1, 0, "=u8") \
    X(75, rust_sched_threads, "", "sched-registry", 0, 0, 1, 0, "=u8") \
    X(76, rust_set_exit_status, "", "process", 15, 0, 1, 1, "code:i8 =v") \
    X(77, rust_set_task_local_data, "", "task-local-data", 8, 0, 1, 2, "task:p data:p =v") \
    X(78, rust_start, "", "default-sched", 0, 0, 1, 4, "entry:u8 argc:i4 argv:p map:p =i4") \
    X(79, rust_task_allow_kill, "", "linked-failure", 0, 0, 1, 1, "task:p =v") \
    X(80, rust_task_allow_yield, "", "scheduling", 0, 0, 1, 1, "task:p =v") \
    X(81, rust_task_deref, "", "scheduling", 0, 0, 1, 1, "task:p =v") \
    X(82, rust_task_inhibit_kill, "", "linked-failure", 0, 0, 1, 1, "task:p =v") \
    X(83, rust_task_inhibit_yield, "", "scheduling", 0, 0, 1, 1, "task:p =v") \
    X(84, rust_task_is_unwinding, "", "unwinding", 0, 0, 1, 1, "task:p =u1") \
    X(85, rust_task_kill_all, "", "linked-failure", 0, 0, 1, 1, "task:p =v") \
    X(86, rust_task_kill_other, "", "linked-failure", 0, 0, 1, 1, "task:p =v") \
    X(87, rust_task_local_data_atexit, "", "task-local-data", 8, 0, 1, 2, "task:p cleanup:p =v") \
    X(88, rust_task_ref, "", "scheduling", 0, 0, 1, 1, "task:p =v") \
    X(89, rust_task_yield, "", "scheduling", 0, 1, 1, 2, "") \
    X(90, rust_timegm, "", "time", 10, 0, 1, 2, "tm:p out:p =v") \
    X(91, rust_tzset, "", "time", 10, 0, 1, 0, "=v") \
    X(92, rust_unlock_little_lock, "", "locks", 12, 0, 1, 1, "lock:p =v") \
    X(93, rust_upcall_fail, "", "unwinding", 0, 0, 1, 3, "expr:p file:p line:u8 =v") \
    X(94, rust_upcall_free, "", "local-heap", 7, 0, 1, 1, "box:p =v") \
    X(95, rust_upcall_malloc, "", "local-heap", 7, 0, 1, 2, "td:p size:u8 =u8") \
    X(96, rust_uv_accept, "", "io", 9, 0, 1, 2, "server:p client:p =i4") \
    X(97, rust_uv_addrinfo_as_sockaddr_in, "", "io", 9, 0, 1, 1, "ai:p =p") \
    X(98, rust_uv_addrinfo_as_sockaddr_in6, "", "io", 9, 0, 1, 1, "ai:p =p") \
    X(99, rust_uv_async_init, "", "io", 9, 0, 1, 3, "loop:p handle:p cb:p =i4") \
    X(100, rust_uv_async_send, "", "io", 9, 0, 1, 1, "handle:p =v") \
    X(101, rust_uv_bind_op_cb, "", "io", 9, 0, 1, 2, "loop:p cb:p =p") \
    X(102, rust_uv_buf_init, "", "io", 9, 0, 1, 3, "out:p base:p len:u8 =v") \
    X(103, rust_uv_close, "", "io", 9, 0, 1, 2, "handle:p cb:p =v") \
    X(104, rust_uv_current_kernel_free, "", "exchange-heap", 2, 0, 1, 1, "mem:p =v") \
    X(105, rust_uv_current_kernel_malloc, "", "exchange-heap", 2, 0, 1, 1, "size:u8 =p") \
    X(106, rust_uv_err_name, "", "io", 9, 0, 1, 1, "err:p =p") \
    X(107, rust_uv_free, "", "exchange-heap", 2, 0, 1, 1, "ptr:p =v") \
    X(108, rust_uv_free_base_of_buf, "", "io", 9, 0, 1, 2, "") \
    X(109, rust_uv_freeaddrinfo, "", "io", 9, 0, 1, 1, "res:p =v") \
    X(110, rust_uv_get_base_from_buf, "", "io", 9, 0, 1, 2, "") \
    X(111, rust_uv_get_data_for_req, "", "io", 9, 0, 1, 1, "req:p =p") \
    X(112, rust_uv_get_data_for_uv_handle, "", "io", 9, 0, 1, 1, "handle:p =p") \
    X(113, rust_uv_get_data_for_uv_loop, "", "io", 9, 0, 1, 1, "loop:p =p") \
    X(114, rust_uv_get_len_from_buf, "", "io", 9, 0, 1, 2, "") \
    X(115, rust_uv_get_loop_for_uv_handle, "", "io", 9, 0, 1, 1, "handle:p =p") \
    X(116, rust_uv_get_next_addrinfo, "", "io", 9, 0, 1, 1, "ai:p =p") \
    X(117, rust_uv_get_stream_handle_from_connect_req, "", "io", 9, 0, 1, 1, "req:p =p") \
    X(118, rust_uv_get_stream_handle_from_write_req, "", "io", 9, 0, 1, 1, "req:p =p") \
    X(119, rust_uv_getaddrinfo, "", "io", 9, 0, 1, 6, "loop:p req:p cb:p node:p service:p hints:p =i4") \
    X(120, rust_uv_helper_addr_in_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(121, rust_uv_helper_addrinfo_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(122, rust_uv_helper_get_INADDR_NONE, "", "io", 9, 0, 1, 0, "=u4") \
    X(123, rust_uv_helper_sockaddr_in6_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(124, rust_uv_helper_sockaddr_in_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(125, rust_uv_helper_uv_async_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(126, rust_uv_helper_uv_buf_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(127, rust_uv_helper_uv_connect_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(128, rust_uv_helper_uv_err_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(129, rust_uv_helper_uv_getaddrinfo_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(130, rust_uv_helper_uv_tcp_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(131, rust_uv_helper_uv_timer_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(132, rust_uv_helper_uv_write_t_size, "", "io", 9, 0, 1, 0, "=u8") \
    X(133, rust_uv_hilvl_async_init, "", "io", 9, 0, 1, 3, "loop:p cb:p buf:p =p") \
    X(134, rust_uv_hilvl_close, "", "io", 9, 0, 1, 2, "handle:p cb:p =v") \
    X(135, rust_uv_hilvl_close_async, "", "io", 9, 0, 1, 1, "handle:p =v") \
    X(136, rust_uv_hilvl_close_timer, "", "io", 9, 0, 1, 1, "handle:p =v") \
    X(137, rust_uv_hilvl_timer_init, "", "io", 9, 0, 1, 3, "loop:p cb:p buf:p =p") \
    X(138, rust_uv_hilvl_timer_start, "", "io", 9, 0, 1, 3, "timer:p timeout:u4 repeat:u4 =v") \
    X(139, rust_uv_ip4_addr, "", "io", 9, 0, 1, 2, "") \
    X(140, rust_uv_ip4_name, "", "io", 9, 0, 1, 3, "src:p dst:p size:u8 =i4") \
    X(141, rust_uv_ip4_port, "", "io", 9, 0, 1, 1, "src:p =u4") \
    X(142, rust_uv_ip6_addr, "", "io", 9, 0, 1, 3, "") \
    X(143, rust_uv_ip6_name, "", "io", 9, 0, 1, 3, "src:p dst:p size:u8 =i4") \
    X(144, rust_uv_ip6_port, "", "io", 9, 0, 1, 1, "src:p =u4") \
    X(145, rust_uv_is_ipv4_addrinfo, "", "io", 9, 0, 1, 1, "ai:p =u1") \
    X(146, rust_uv_is_ipv6_addrinfo, "", "io", 9, 0, 1, 1, "ai:p =u1") \
    X(147, rust_uv_last_error, "", "io", 9, 0, 1, 1, "") \
    X(148, rust_uv_listen, "", "io", 9, 0, 1, 3, "stream:p backlog:i4 cb:p =i4") \
    X(149, rust_uv_loop_delete, "", "io", 9, 0, 1, 1, "loop:p =v") \
    X(150, rust_uv_loop_new, "", "io", 9, 0, 1, 0, "=p") \
    X(151, rust_uv_loop_set_data, "", "io", 9, 0, 1, 2, "loop:p data:p =v") \
    X(152, rust_uv_malloc_buf_base_of, "", "io", 9, 0, 1, 1, "size:u8 =p") \
    X(153, rust_uv_read_start, "", "io", 9, 0, 1, 3, "stream:p alloc_cb:p read_cb:p =i4") \
    X(154, rust_uv_read_stop, "", "io", 9, 0, 1, 1, "stream:p =i4") \
    X(155, rust_uv_run, "", "io", 9, 1, 1, 1, "") \
    X(156, rust_uv_set_data_for_req, "", "io", 9, 0, 1, 2, "req:p data:p =v") \
    X(157, rust_uv_set_data_for_uv_handle, "", "io", 9, 0, 1, 2, "handle:p data:p =v") \
    X(158, rust_uv_set_data_for_uv_loop, "", "io", 9, 0, 1, 2, "loop:p data:p =v") \
    X(159, rust_uv_stop_op_cb, "", "io", 9, 0, 1, 1, "handle:p =v") \
    X(160, rust_uv_strerror, "", "io", 9, 0, 1, 1, "err:p =p") \
    X(161, rust_uv_tcp_bind, "", "io", 9, 0, 1, 2, "handle:p addr:p =i4") \
    X(162, rust_uv_tcp_bind6, "", "io", 9, 0, 1, 2, "handle:p addr:p =i4") \
    X(163, rust_uv_tcp_connect, "", "io", 9, 0, 1, 4, "req:p handle:p cb:p addr:p =i4") \
    X(164, rust_uv_tcp_connect6, "", "io", 9, 0, 1, 4, "req:p handle:p cb:p addr:p =i4") \
    X(165, rust_uv_tcp_getpeername, "", "io", 9, 0, 1, 2, "handle:p name:p =i4") \
    X(166, rust_uv_tcp_getpeername6, "", "io", 9, 0, 1, 2, "handle:p name:p =i4") \
    X(167, rust_uv_tcp_init, "", "io", 9, 0, 1, 2, "loop:p handle:p =i4") \
    X(168, rust_uv_timer_init, "", "io", 9, 0, 1, 2, "loop:p timer:p =i4") \
    X(169, rust_uv_timer_start, "", "io", 9, 0, 1, 4, "timer:p cb:p timeout:u4 repeat:u4 =i4") \
    X(170, rust_uv_timer_stop, "", "io", 9, 0, 1, 1, "timer:p =i4") \
    X(171, rust_uv_walk, "", "io", 9, 1, 1, 3, "") \
    X(172, rust_uv_write, "", "io", 9, 0, 1, 5, "req:p stream:p bufs:p n_bufs:i4 cb:p =i4") \
    X(173, start_task, "", "scheduling", 0, 1, 1, 2, "") \
    X(174, task_clear_event_reject, "", "scheduling", 0, 0, 1, 1, "task:p =v") \
    X(175, task_signal_event, "", "scheduling", 0, 1, 1, 2, "") \
    X(176, task_wait_event, "", "scheduling", 0, 1, 1, 2, "") \
    X(177, tdefl_compress_mem_to_heap, "", "third-party", 18, 0, 1, 4, "src:p src_len:u8 out_len:p flags:i4 =p") \
    X(178, tinfl_decompress_mem_to_heap, "", "third-party", 18, 0, 1, 4, "src:p src_len:u8 out_len:p flags:i4 =p") \
    X(179, upcall_call_shim_on_c_stack, "", "stack-switching", 1, 1, 1, 2, "") \
    X(180, upcall_call_shim_on_rust_stack, "", "stack-switching", 1, 1, 1, 2, "") \
    X(181, upcall_del_stack, "", "stack-growth", 1, 1, 1, 0, "") \
    X(182, upcall_fail, "", "unwinding", 0, 0, 1, 3, "expr:p file:p line:u8 =v") \
    X(183, upcall_free, "", "local-heap", 7, 0, 1, 1, "box:p =v") \
    X(184, upcall_malloc, "", "local-heap", 7, 0, 1, 2, "td:p size:u8 =u8") \
    X(185, upcall_new_stack, "", "stack-growth", 1, 1, 1, 3, "") \
    X(186, upcall_reset_stack_limit, "", "stack-growth", 1, 1, 1, 0, "") \
    X(187, upcall_rust_personality, "", "unwinding", 0, 1, 1, 5, "") \
    X(188, vec_reserve_shared, "", "vectors", 16, 0, 1, 3, "td:p vec:p n:u8 =v") \
    X(189, vec_reserve_shared_actual, "", "vectors", 16, 0, 1, 3, "td:p vec:p n:u8 =v")

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
