/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustrt.h        c186de9767ed4194edbbe5344991bdba1c6bb482f992708fe44e958e7ff8cc82
 *   rustrt_core.h   7db09c7c990fe9e165f84f13d9547306443de8f0a28775929763e6b33a88073c
 *   catalogue.json  fae05984fed89848abc7c7898c3902ac446dc086207f504e8e7b5c7af0fd28e3 */
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
        .hidden router_native_debug_abi_1
        .hidden router_native_debug_abi_2
        .hidden router_native_debug_get_stk_seg
        .hidden router_native_rust_call_tydesc_glue
        .hidden router_native_rust_dbg_call
        .hidden router_native_rust_dbg_do_nothing
        .hidden router_native_rust_get_stack_segment
        .hidden router_native_rust_get_task
        .hidden router_native_rust_task_yield
        .hidden router_native_task_wait_event
        .hidden router_native_upcall_call_shim_on_c_stack
        .hidden router_native_upcall_call_shim_on_rust_stack
        .hidden router_native_upcall_del_stack
        .hidden router_native_upcall_new_stack
        .hidden router_native_upcall_reset_stack_limit
        .hidden router_native_upcall_rust_personality

        .text

/* get_task_id */
        .p2align 4
        .type tramp_9, @function
tramp_9:
        .cfi_startproc
        movq router_new+72(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_9, .-tramp_9

/* get_time */
        .p2align 4
        .type tramp_10, @function
tramp_10:
        .cfi_startproc
        movq router_new+80(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_10, .-tramp_10

/* new_task */
        .p2align 4
        .type tramp_18, @function
tramp_18:
        .cfi_startproc
        movq router_new+144(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_18, .-tramp_18

/* precise_time_ns */
        .p2align 4
        .type tramp_19, @function
tramp_19:
        .cfi_startproc
        movq router_new+152(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_19, .-tramp_19

/* rand_free */
        .p2align 4
        .type tramp_20, @function
tramp_20:
        .cfi_startproc
        movq router_new+160(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_20, .-tramp_20

/* rand_new */
        .p2align 4
        .type tramp_21, @function
tramp_21:
        .cfi_startproc
        movq router_new+168(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_21, .-tramp_21

/* rand_new_seeded */
        .p2align 4
        .type tramp_22, @function
tramp_22:
        .cfi_startproc
        movq router_new+176(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_22, .-tramp_22

/* rand_new_seeded2 */
        .p2align 4
        .type tramp_23, @function
tramp_23:
        .cfi_startproc
        movq router_new+184(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_23, .-tramp_23

/* rand_next */
        .p2align 4
        .type tramp_24, @function
tramp_24:
        .cfi_startproc
        movq router_new+192(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_24, .-tramp_24

/* rand_seed */
        .p2align 4
        .type tramp_25, @function
tramp_25:
        .cfi_startproc
        movq router_new+200(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_25, .-tramp_25

/* rust_create_little_lock */
        .p2align 4
        .type tramp_27, @function
tramp_27:
        .cfi_startproc
        movq router_new+216(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_27, .-tramp_27

/* rust_dbg_lock_create */
        .p2align 4
        .type tramp_31, @function
tramp_31:
        .cfi_startproc
        movq router_new+248(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_31, .-tramp_31

/* rust_dbg_lock_destroy */
        .p2align 4
        .type tramp_32, @function
tramp_32:
        .cfi_startproc
        movq router_new+256(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_32, .-tramp_32

/* rust_dbg_lock_lock */
        .p2align 4
        .type tramp_33, @function
tramp_33:
        .cfi_startproc
        movq router_new+264(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_33, .-tramp_33

/* rust_dbg_lock_signal */
        .p2align 4
        .type tramp_34, @function
tramp_34:
        .cfi_startproc
        movq router_new+272(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_34, .-tramp_34

/* rust_dbg_lock_unlock */
        .p2align 4
        .type tramp_35, @function
tramp_35:
        .cfi_startproc
        movq router_new+280(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_35, .-tramp_35

/* rust_dbg_lock_wait */
        .p2align 4
        .type tramp_36, @function
tramp_36:
        .cfi_startproc
        movq router_new+288(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_36, .-tramp_36

/* rust_dec_kernel_live_count */
        .p2align 4
        .type tramp_37, @function
tramp_37:
        .cfi_startproc
        movq router_new+296(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_37, .-tramp_37

/* rust_destroy_little_lock */
        .p2align 4
        .type tramp_38, @function
tramp_38:
        .cfi_startproc
        movq router_new+304(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_38, .-tramp_38

/* rust_env_pairs */
        .p2align 4
        .type tramp_39, @function
tramp_39:
        .cfi_startproc
        movq router_new+312(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_39, .-tramp_39

/* rust_gc_metadata */
        .p2align 4
        .type tramp_40, @function
tramp_40:
        .cfi_startproc
        movq router_new+320(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_40, .-tramp_40

/* rust_get_argc */
        .p2align 4
        .type tramp_41, @function
tramp_41:
        .cfi_startproc
        movq router_new+328(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_41, .-tramp_41

/* rust_get_argv */
        .p2align 4
        .type tramp_42, @function
tramp_42:
        .cfi_startproc
        movq router_new+336(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_42, .-tramp_42

/* rust_get_exchange_count_ptr */
        .p2align 4
        .type tramp_43, @function
tramp_43:
        .cfi_startproc
        movq router_new+344(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_43, .-tramp_43

/* rust_get_global_data_ptr */
        .p2align 4
        .type tramp_44, @function
tramp_44:
        .cfi_startproc
        movq router_new+352(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_44, .-tramp_44

/* rust_get_sched_id */
        .p2align 4
        .type tramp_45, @function
tramp_45:
        .cfi_startproc
        movq router_new+360(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_45, .-tramp_45

/* rust_get_stderr */
        .p2align 4
        .type tramp_47, @function
tramp_47:
        .cfi_startproc
        movq router_new+376(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_47, .-tramp_47

/* rust_get_stdin */
        .p2align 4
        .type tramp_48, @function
tramp_48:
        .cfi_startproc
        movq router_new+384(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_48, .-tramp_48

/* rust_get_stdout */
        .p2align 4
        .type tramp_49, @function
tramp_49:
        .cfi_startproc
        movq router_new+392(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_49, .-tramp_49

/* rust_get_task_local_data */
        .p2align 4
        .type tramp_51, @function
tramp_51:
        .cfi_startproc
        movq router_new+408(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_51, .-tramp_51

/* rust_gmtime */
        .p2align 4
        .type tramp_53, @function
tramp_53:
        .cfi_startproc
        movq router_new+424(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_53, .-tramp_53

/* rust_inc_kernel_live_count */
        .p2align 4
        .type tramp_54, @function
tramp_54:
        .cfi_startproc
        movq router_new+432(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_54, .-tramp_54

/* rust_localtime */
        .p2align 4
        .type tramp_57, @function
tramp_57:
        .cfi_startproc
        movq router_new+456(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_57, .-tramp_57

/* rust_lock_little_lock */
        .p2align 4
        .type tramp_58, @function
tramp_58:
        .cfi_startproc
        movq router_new+464(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_58, .-tramp_58

/* rust_log_console_off */
        .p2align 4
        .type tramp_59, @function
tramp_59:
        .cfi_startproc
        movq router_new+472(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_59, .-tramp_59

/* rust_log_console_on */
        .p2align 4
        .type tramp_60, @function
tramp_60:
        .cfi_startproc
        movq router_new+480(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_60, .-tramp_60

/* rust_log_str */
        .p2align 4
        .type tramp_61, @function
tramp_61:
        .cfi_startproc
        movq router_new+488(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_61, .-tramp_61

/* rust_mktime */
        .p2align 4
        .type tramp_62, @function
tramp_62:
        .cfi_startproc
        movq router_new+496(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_62, .-tramp_62

/* rust_new_sched */
        .p2align 4
        .type tramp_63, @function
tramp_63:
        .cfi_startproc
        movq router_new+504(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_63, .-tramp_63

/* rust_new_task_in_sched */
        .p2align 4
        .type tramp_64, @function
tramp_64:
        .cfi_startproc
        movq router_new+512(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_64, .-tramp_64

/* rust_num_threads */
        .p2align 4
        .type tramp_65, @function
tramp_65:
        .cfi_startproc
        movq router_new+520(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_65, .-tramp_65

/* rust_osmain_sched_id */
        .p2align 4
        .type tramp_66, @function
tramp_66:
        .cfi_startproc
        movq router_new+528(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_66, .-tramp_66

/* rust_raw_thread_join_delete */
        .p2align 4
        .type tramp_70, @function
tramp_70:
        .cfi_startproc
        movq router_new+560(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_70, .-tramp_70

/* rust_raw_thread_start */
        .p2align 4
        .type tramp_71, @function
tramp_71:
        .cfi_startproc
        movq router_new+568(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_71, .-tramp_71

/* rust_register_exit_function */
        .p2align 4
        .type tramp_72, @function
tramp_72:
        .cfi_startproc
        movq router_new+576(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_72, .-tramp_72

/* rust_sched_current_nonlazy_threads */
        .p2align 4
        .type tramp_74, @function
tramp_74:
        .cfi_startproc
        movq router_new+592(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_74, .-tramp_74

/* rust_sched_threads */
        .p2align 4
        .type tramp_75, @function
tramp_75:
        .cfi_startproc
        movq router_new+600(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_75, .-tramp_75

/* rust_set_exit_status */
        .p2align 4
        .type tramp_76, @function
tramp_76:
        .cfi_startproc
        movq router_new+608(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_76, .-tramp_76

/* rust_set_task_local_data */
        .p2align 4
        .type tramp_77, @function
tramp_77:
        .cfi_startproc
        movq router_new+616(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_77, .-tramp_77

/* rust_start */
        .p2align 4
        .type tramp_78, @function
tramp_78:
        .cfi_startproc
        movq router_new+624(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_78, .-tramp_78

/* rust_task_allow_kill */
        .p2align 4
        .type tramp_79, @function
tramp_79:
        .cfi_startproc
        movq router_new+632(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_79, .-tramp_79

/* rust_task_allow_yield */
        .p2align 4
        .type tramp_80, @function
tramp_80:
        .cfi_startproc
        movq router_new+640(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_80, .-tramp_80

/* rust_task_deref */
        .p2align 4
        .type tramp_81, @function
tramp_81:
        .cfi_startproc
        movq router_new+648(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_81, .-tramp_81

/* rust_task_inhibit_kill */
        .p2align 4
        .type tramp_82, @function
tramp_82:
        .cfi_startproc
        movq router_new+656(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_82, .-tramp_82

/* rust_task_inhibit_yield */
        .p2align 4
        .type tramp_83, @function
tramp_83:
        .cfi_startproc
        movq router_new+664(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_83, .-tramp_83

/* rust_task_is_unwinding */
        .p2align 4
        .type tramp_84, @function
tramp_84:
        .cfi_startproc
        movq router_new+672(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_84, .-tramp_84

/* rust_task_kill_all */
        .p2align 4
        .type tramp_85, @function
tramp_85:
        .cfi_startproc
        movq router_new+680(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_85, .-tramp_85

/* rust_task_kill_other */
        .p2align 4
        .type tramp_86, @function
tramp_86:
        .cfi_startproc
        movq router_new+688(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_86, .-tramp_86

/* rust_task_local_data_atexit */
        .p2align 4
        .type tramp_87, @function
tramp_87:
        .cfi_startproc
        movq router_new+696(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_87, .-tramp_87

/* rust_task_ref */
        .p2align 4
        .type tramp_88, @function
tramp_88:
        .cfi_startproc
        movq router_new+704(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_88, .-tramp_88

/* rust_timegm */
        .p2align 4
        .type tramp_90, @function
tramp_90:
        .cfi_startproc
        movq router_new+720(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_90, .-tramp_90

/* rust_tzset */
        .p2align 4
        .type tramp_91, @function
tramp_91:
        .cfi_startproc
        movq router_new+728(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_91, .-tramp_91

/* rust_unlock_little_lock */
        .p2align 4
        .type tramp_92, @function
tramp_92:
        .cfi_startproc
        movq router_new+736(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_92, .-tramp_92

/* rust_upcall_fail */
        .p2align 4
        .type tramp_93, @function
tramp_93:
        .cfi_startproc
        movq router_new+744(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_93, .-tramp_93

/* rust_upcall_free */
        .p2align 4
        .type tramp_94, @function
tramp_94:
        .cfi_startproc
        movq router_new+752(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_94, .-tramp_94

/* rust_upcall_malloc */
        .p2align 4
        .type tramp_95, @function
tramp_95:
        .cfi_startproc
        movq router_new+760(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_95, .-tramp_95

/* rust_uv_current_kernel_free */
        .p2align 4
        .type tramp_104, @function
tramp_104:
        .cfi_startproc
        movq router_new+832(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_104, .-tramp_104

/* rust_uv_current_kernel_malloc */
        .p2align 4
        .type tramp_105, @function
tramp_105:
        .cfi_startproc
        movq router_new+840(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_105, .-tramp_105

/* rust_uv_free */
        .p2align 4
        .type tramp_107, @function
tramp_107:
        .cfi_startproc
        movq router_new+856(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_107, .-tramp_107

/* start_task */
        .p2align 4
        .type tramp_173, @function
tramp_173:
        .cfi_startproc
        movq router_new+1384(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_173, .-tramp_173

/* task_clear_event_reject */
        .p2align 4
        .type tramp_174, @function
tramp_174:
        .cfi_startproc
        movq router_new+1392(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_174, .-tramp_174

/* task_signal_event */
        .p2align 4
        .type tramp_175, @function
tramp_175:
        .cfi_startproc
        movq router_new+1400(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_175, .-tramp_175

/* upcall_fail */
        .p2align 4
        .type tramp_182, @function
tramp_182:
        .cfi_startproc
        movq router_new+1456(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_182, .-tramp_182

/* upcall_free */
        .p2align 4
        .type tramp_183, @function
tramp_183:
        .cfi_startproc
        movq router_new+1464(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_183, .-tramp_183

/* upcall_malloc */
        .p2align 4
        .type tramp_184, @function
tramp_184:
        .cfi_startproc
        movq router_new+1472(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_184, .-tramp_184

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

        .section .data.rel.ro.local, "aw", @progbits
        .p2align 6
        .globl router_trampolines
        .hidden router_trampolines
        .type router_trampolines, @object
router_trampolines:
        .quad router_native_debug_abi_1
        .quad router_native_debug_abi_2
        .quad 0
        .quad 0
        .quad router_native_debug_get_stk_seg
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad tramp_9
        .quad tramp_10
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad tramp_18
        .quad tramp_19
        .quad tramp_20
        .quad tramp_21
        .quad tramp_22
        .quad tramp_23
        .quad tramp_24
        .quad tramp_25
        .quad router_native_rust_call_tydesc_glue
        .quad tramp_27
        .quad 0
        .quad router_native_rust_dbg_call
        .quad router_native_rust_dbg_do_nothing
        .quad tramp_31
        .quad tramp_32
        .quad tramp_33
        .quad tramp_34
        .quad tramp_35
        .quad tramp_36
        .quad tramp_37
        .quad tramp_38
        .quad tramp_39
        .quad tramp_40
        .quad tramp_41
        .quad tramp_42
        .quad tramp_43
        .quad tramp_44
        .quad tramp_45
        .quad router_native_rust_get_stack_segment
        .quad tramp_47
        .quad tramp_48
        .quad tramp_49
        .quad router_native_rust_get_task
        .quad tramp_51
        .quad 0
        .quad tramp_53
        .quad tramp_54
        .quad 0
        .quad 0
        .quad tramp_57
        .quad tramp_58
        .quad tramp_59
        .quad tramp_60
        .quad tramp_61
        .quad tramp_62
        .quad tramp_63
        .quad tramp_64
        .quad tramp_65
        .quad tramp_66
        .quad 0
        .quad 0
        .quad 0
        .quad tramp_70
        .quad tramp_71
        .quad tramp_72
        .quad 0
        .quad tramp_74
        .quad tramp_75
        .quad tramp_76
        .quad tramp_77
        .quad tramp_78
        .quad tramp_79
        .quad tramp_80
        .quad tramp_81
        .quad tramp_82
        .quad tramp_83
        .quad tramp_84
        .quad tramp_85
        .quad tramp_86
        .quad tramp_87
        .quad tramp_88
        .quad router_native_rust_task_yield
        .quad tramp_90
        .quad tramp_91
        .quad tramp_92
        .quad tramp_93
        .quad tramp_94
        .quad tramp_95
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad tramp_104
        .quad tramp_105
        .quad 0
        .quad tramp_107
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad 0
        .quad tramp_173
        .quad tramp_174
        .quad tramp_175
        .quad router_native_task_wait_event
        .quad 0
        .quad 0
        .quad router_native_upcall_call_shim_on_c_stack
        .quad router_native_upcall_call_shim_on_rust_stack
        .quad router_native_upcall_del_stack
        .quad tramp_182
        .quad tramp_183
        .quad tramp_184
        .quad router_native_upcall_new_stack
        .quad router_native_upcall_reset_stack_limit
        .quad router_native_upcall_rust_personality
        .quad 0
        .quad 0
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
        .size router_wrappers, .-router_wrappers

        .section .note.GNU-stack,"",@progbits
