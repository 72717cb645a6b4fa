/* Written by Rustrt.Bindgen (tools/bindgen); do not edit.
 * Inputs (SHA-256):
 *   rustcore.h      dff56336023ad058627411ff0fd3bbbacc64b9a49d7e9a06d6d2b5e82e068f83
 *   rustrt_core.h   17fc069cdf3d01fc30d22816a2006a7386349935dce92671651776acc80494db
 *   library.json    f132b6f60b7ab5a201543623a1d4310d8c9ca71b499cd1be274dff9604746ccc
 *   catalogue.json  ef7ccaba372f3bd1a1857600a60e803f38db421025e26e6df5fb86c5a088353a */
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
        .hidden router_native_rustcore_at_exit
        .hidden router_native_rustcore_builder_spawn
        .hidden router_native_rustcore_spawn
        .hidden router_native_rustcore_spawn_sched
        .hidden router_native_rustcore_spawn_supervised
        .hidden router_native_rustcore_spawn_unlinked
        .hidden router_native_rustcore_start
        .hidden router_native_rustcore_tcp_listen
        .hidden router_native_rustcore_try

        .text

/* rustcore_annihilate */
        .p2align 4
        .type tramp_0, @function
tramp_0:
        .cfi_startproc
        movq router_new+0(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_0, .-tramp_0

/* rustcore_atomically */
        .p2align 4
        .type tramp_2, @function
tramp_2:
        .cfi_startproc
        movq router_new+16(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_2, .-tramp_2

/* rustcore_box_drop */
        .p2align 4
        .type tramp_3, @function
tramp_3:
        .cfi_startproc
        movq router_new+24(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_3, .-tramp_3

/* rustcore_box_new */
        .p2align 4
        .type tramp_4, @function
tramp_4:
        .cfi_startproc
        movq router_new+32(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_4, .-tramp_4

/* rustcore_box_take */
        .p2align 4
        .type tramp_5, @function
tramp_5:
        .cfi_startproc
        movq router_new+40(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_5, .-tramp_5

/* rustcore_builder_drop */
        .p2align 4
        .type tramp_6, @function
tramp_6:
        .cfi_startproc
        movq router_new+48(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_6, .-tramp_6

/* rustcore_builder_future_result */
        .p2align 4
        .type tramp_7, @function
tramp_7:
        .cfi_startproc
        movq router_new+56(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_7, .-tramp_7

/* rustcore_builder_linkage */
        .p2align 4
        .type tramp_8, @function
tramp_8:
        .cfi_startproc
        movq router_new+64(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_8, .-tramp_8

/* rustcore_builder_new */
        .p2align 4
        .type tramp_9, @function
tramp_9:
        .cfi_startproc
        movq router_new+72(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_9, .-tramp_9

/* rustcore_builder_scheduler */
        .p2align 4
        .type tramp_10, @function
tramp_10:
        .cfi_startproc
        movq router_new+80(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_10, .-tramp_10

/* rustcore_bytes_drop */
        .p2align 4
        .type tramp_12, @function
tramp_12:
        .cfi_startproc
        movq router_new+96(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_12, .-tramp_12

/* rustcore_chan_drop */
        .p2align 4
        .type tramp_13, @function
tramp_13:
        .cfi_startproc
        movq router_new+104(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_13, .-tramp_13

/* rustcore_chan_one_drop */
        .p2align 4
        .type tramp_14, @function
tramp_14:
        .cfi_startproc
        movq router_new+112(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_14, .-tramp_14

/* rustcore_exclusive_clone */
        .p2align 4
        .type tramp_15, @function
tramp_15:
        .cfi_startproc
        movq router_new+120(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_15, .-tramp_15

/* rustcore_exclusive_drop */
        .p2align 4
        .type tramp_16, @function
tramp_16:
        .cfi_startproc
        movq router_new+128(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_16, .-tramp_16

/* rustcore_exclusive_new */
        .p2align 4
        .type tramp_17, @function
tramp_17:
        .cfi_startproc
        movq router_new+136(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_17, .-tramp_17

/* rustcore_exclusive_unwrap */
        .p2align 4
        .type tramp_18, @function
tramp_18:
        .cfi_startproc
        movq router_new+144(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_18, .-tramp_18

/* rustcore_exclusive_with */
        .p2align 4
        .type tramp_19, @function
tramp_19:
        .cfi_startproc
        movq router_new+152(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_19, .-tramp_19

/* rustcore_fail */
        .p2align 4
        .type tramp_20, @function
tramp_20:
        .cfi_startproc
        movq router_new+160(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_20, .-tramp_20

/* rustcore_failing */
        .p2align 4
        .type tramp_21, @function
tramp_21:
        .cfi_startproc
        movq router_new+168(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_21, .-tramp_21

/* rustcore_get_scheduler */
        .p2align 4
        .type tramp_22, @function
tramp_22:
        .cfi_startproc
        movq router_new+176(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_22, .-tramp_22

/* rustcore_get_task */
        .p2align 4
        .type tramp_23, @function
tramp_23:
        .cfi_startproc
        movq router_new+184(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_23, .-tramp_23

/* rustcore_global_clone */
        .p2align 4
        .type tramp_24, @function
tramp_24:
        .cfi_startproc
        movq router_new+192(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_24, .-tramp_24

/* rustcore_global_clone_or_create */
        .p2align 4
        .type tramp_25, @function
tramp_25:
        .cfi_startproc
        movq router_new+200(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_25, .-tramp_25

/* rustcore_global_modify */
        .p2align 4
        .type tramp_26, @function
tramp_26:
        .cfi_startproc
        movq router_new+208(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_26, .-tramp_26

/* rustcore_iotask_clone */
        .p2align 4
        .type tramp_27, @function
tramp_27:
        .cfi_startproc
        movq router_new+216(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_27, .-tramp_27

/* rustcore_iotask_drop */
        .p2align 4
        .type tramp_28, @function
tramp_28:
        .cfi_startproc
        movq router_new+224(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_28, .-tramp_28

/* rustcore_iotask_exit */
        .p2align 4
        .type tramp_29, @function
tramp_29:
        .cfi_startproc
        movq router_new+232(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_29, .-tramp_29

/* rustcore_iotask_global */
        .p2align 4
        .type tramp_30, @function
tramp_30:
        .cfi_startproc
        movq router_new+240(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_30, .-tramp_30

/* rustcore_iotask_interact */
        .p2align 4
        .type tramp_31, @function
tramp_31:
        .cfi_startproc
        movq router_new+248(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_31, .-tramp_31

/* rustcore_iotask_spawn */
        .p2align 4
        .type tramp_32, @function
tramp_32:
        .cfi_startproc
        movq router_new+256(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_32, .-tramp_32

/* rustcore_ip_format */
        .p2align 4
        .type tramp_33, @function
tramp_33:
        .cfi_startproc
        movq router_new+264(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_33, .-tramp_33

/* rustcore_ip_parse */
        .p2align 4
        .type tramp_34, @function
tramp_34:
        .cfi_startproc
        movq router_new+272(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_34, .-tramp_34

/* rustcore_ip_resolve */
        .p2align 4
        .type tramp_35, @function
tramp_35:
        .cfi_startproc
        movq router_new+280(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_35, .-tramp_35

/* rustcore_little_lock */
        .p2align 4
        .type tramp_36, @function
tramp_36:
        .cfi_startproc
        movq router_new+288(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_36, .-tramp_36

/* rustcore_local_get */
        .p2align 4
        .type tramp_37, @function
tramp_37:
        .cfi_startproc
        movq router_new+296(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_37, .-tramp_37

/* rustcore_local_modify */
        .p2align 4
        .type tramp_38, @function
tramp_38:
        .cfi_startproc
        movq router_new+304(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_38, .-tramp_38

/* rustcore_local_pop */
        .p2align 4
        .type tramp_39, @function
tramp_39:
        .cfi_startproc
        movq router_new+312(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_39, .-tramp_39

/* rustcore_local_set */
        .p2align 4
        .type tramp_40, @function
tramp_40:
        .cfi_startproc
        movq router_new+320(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_40, .-tramp_40

/* rustcore_oneshot */
        .p2align 4
        .type tramp_41, @function
tramp_41:
        .cfi_startproc
        movq router_new+328(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_41, .-tramp_41

/* rustcore_packet_new */
        .p2align 4
        .type tramp_42, @function
tramp_42:
        .cfi_startproc
        movq router_new+336(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_42, .-tramp_42

/* rustcore_packet_peek */
        .p2align 4
        .type tramp_43, @function
tramp_43:
        .cfi_startproc
        movq router_new+344(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_43, .-tramp_43

/* rustcore_packet_receiver_terminate */
        .p2align 4
        .type tramp_44, @function
tramp_44:
        .cfi_startproc
        movq router_new+352(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_44, .-tramp_44

/* rustcore_packet_send */
        .p2align 4
        .type tramp_45, @function
tramp_45:
        .cfi_startproc
        movq router_new+360(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_45, .-tramp_45

/* rustcore_packet_sender_terminate */
        .p2align 4
        .type tramp_46, @function
tramp_46:
        .cfi_startproc
        movq router_new+368(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_46, .-tramp_46

/* rustcore_packet_try_recv */
        .p2align 4
        .type tramp_47, @function
tramp_47:
        .cfi_startproc
        movq router_new+376(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_47, .-tramp_47

/* rustcore_peek */
        .p2align 4
        .type tramp_48, @function
tramp_48:
        .cfi_startproc
        movq router_new+384(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_48, .-tramp_48

/* rustcore_peek_one */
        .p2align 4
        .type tramp_49, @function
tramp_49:
        .cfi_startproc
        movq router_new+392(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_49, .-tramp_49

/* rustcore_port_drop */
        .p2align 4
        .type tramp_50, @function
tramp_50:
        .cfi_startproc
        movq router_new+400(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_50, .-tramp_50

/* rustcore_port_one_drop */
        .p2align 4
        .type tramp_51, @function
tramp_51:
        .cfi_startproc
        movq router_new+408(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_51, .-tramp_51

/* rustcore_port_one_packet */
        .p2align 4
        .type tramp_52, @function
tramp_52:
        .cfi_startproc
        movq router_new+416(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_52, .-tramp_52

/* rustcore_port_packet */
        .p2align 4
        .type tramp_53, @function
tramp_53:
        .cfi_startproc
        movq router_new+424(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_53, .-tramp_53

/* rustcore_port_set_add */
        .p2align 4
        .type tramp_54, @function
tramp_54:
        .cfi_startproc
        movq router_new+432(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_54, .-tramp_54

/* rustcore_port_set_chan */
        .p2align 4
        .type tramp_55, @function
tramp_55:
        .cfi_startproc
        movq router_new+440(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_55, .-tramp_55

/* rustcore_port_set_drop */
        .p2align 4
        .type tramp_56, @function
tramp_56:
        .cfi_startproc
        movq router_new+448(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_56, .-tramp_56

/* rustcore_port_set_new */
        .p2align 4
        .type tramp_57, @function
tramp_57:
        .cfi_startproc
        movq router_new+456(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_57, .-tramp_57

/* rustcore_port_set_peek */
        .p2align 4
        .type tramp_58, @function
tramp_58:
        .cfi_startproc
        movq router_new+464(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_58, .-tramp_58

/* rustcore_port_set_recv */
        .p2align 4
        .type tramp_59, @function
tramp_59:
        .cfi_startproc
        movq router_new+472(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_59, .-tramp_59

/* rustcore_port_set_try_recv */
        .p2align 4
        .type tramp_60, @function
tramp_60:
        .cfi_startproc
        movq router_new+480(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_60, .-tramp_60

/* rustcore_recv */
        .p2align 4
        .type tramp_61, @function
tramp_61:
        .cfi_startproc
        movq router_new+488(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_61, .-tramp_61

/* rustcore_recv_one */
        .p2align 4
        .type tramp_62, @function
tramp_62:
        .cfi_startproc
        movq router_new+496(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_62, .-tramp_62

/* rustcore_rekillable */
        .p2align 4
        .type tramp_63, @function
tramp_63:
        .cfi_startproc
        movq router_new+504(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_63, .-tramp_63

/* rustcore_run_in_bare_thread */
        .p2align 4
        .type tramp_64, @function
tramp_64:
        .cfi_startproc
        movq router_new+512(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_64, .-tramp_64

/* rustcore_select */
        .p2align 4
        .type tramp_65, @function
tramp_65:
        .cfi_startproc
        movq router_new+520(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_65, .-tramp_65

/* rustcore_select_one */
        .p2align 4
        .type tramp_66, @function
tramp_66:
        .cfi_startproc
        movq router_new+528(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_66, .-tramp_66

/* rustcore_select_packets */
        .p2align 4
        .type tramp_67, @function
tramp_67:
        .cfi_startproc
        movq router_new+536(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_67, .-tramp_67

/* rustcore_send */
        .p2align 4
        .type tramp_68, @function
tramp_68:
        .cfi_startproc
        movq router_new+544(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_68, .-tramp_68

/* rustcore_send_one */
        .p2align 4
        .type tramp_69, @function
tramp_69:
        .cfi_startproc
        movq router_new+552(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_69, .-tramp_69

/* rustcore_shared_chan_clone */
        .p2align 4
        .type tramp_70, @function
tramp_70:
        .cfi_startproc
        movq router_new+560(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_70, .-tramp_70

/* rustcore_shared_chan_drop */
        .p2align 4
        .type tramp_71, @function
tramp_71:
        .cfi_startproc
        movq router_new+568(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_71, .-tramp_71

/* rustcore_shared_chan_new */
        .p2align 4
        .type tramp_72, @function
tramp_72:
        .cfi_startproc
        movq router_new+576(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_72, .-tramp_72

/* rustcore_shared_chan_send */
        .p2align 4
        .type tramp_73, @function
tramp_73:
        .cfi_startproc
        movq router_new+584(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_73, .-tramp_73

/* rustcore_shared_chan_try_send */
        .p2align 4
        .type tramp_74, @function
tramp_74:
        .cfi_startproc
        movq router_new+592(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_74, .-tramp_74

/* rustcore_shared_state_clone */
        .p2align 4
        .type tramp_75, @function
tramp_75:
        .cfi_startproc
        movq router_new+600(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_75, .-tramp_75

/* rustcore_shared_state_drop */
        .p2align 4
        .type tramp_76, @function
tramp_76:
        .cfi_startproc
        movq router_new+608(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_76, .-tramp_76

/* rustcore_shared_state_get */
        .p2align 4
        .type tramp_77, @function
tramp_77:
        .cfi_startproc
        movq router_new+616(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_77, .-tramp_77

/* rustcore_shared_state_new */
        .p2align 4
        .type tramp_78, @function
tramp_78:
        .cfi_startproc
        movq router_new+624(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_78, .-tramp_78

/* rustcore_shared_state_unwrap */
        .p2align 4
        .type tramp_79, @function
tramp_79:
        .cfi_startproc
        movq router_new+632(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_79, .-tramp_79

/* rustcore_stream */
        .p2align 4
        .type tramp_85, @function
tramp_85:
        .cfi_startproc
        movq router_new+680(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_85, .-tramp_85

/* rustcore_tcp_accept */
        .p2align 4
        .type tramp_86, @function
tramp_86:
        .cfi_startproc
        movq router_new+688(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_86, .-tramp_86

/* rustcore_tcp_connect */
        .p2align 4
        .type tramp_87, @function
tramp_87:
        .cfi_startproc
        movq router_new+696(%rip), %r10
        jmp router_upcall_3
        .cfi_endproc
        .size tramp_87, .-tramp_87

/* rustcore_tcp_connection_drop */
        .p2align 4
        .type tramp_88, @function
tramp_88:
        .cfi_startproc
        movq router_new+704(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_88, .-tramp_88

/* rustcore_tcp_drop */
        .p2align 4
        .type tramp_89, @function
tramp_89:
        .cfi_startproc
        movq router_new+712(%rip), %r10
        jmp router_upcall_1
        .cfi_endproc
        .size tramp_89, .-tramp_89

/* rustcore_tcp_peer */
        .p2align 4
        .type tramp_91, @function
tramp_91:
        .cfi_startproc
        movq router_new+728(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_91, .-tramp_91

/* rustcore_tcp_read */
        .p2align 4
        .type tramp_92, @function
tramp_92:
        .cfi_startproc
        movq router_new+736(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_92, .-tramp_92

/* rustcore_tcp_read_start */
        .p2align 4
        .type tramp_93, @function
tramp_93:
        .cfi_startproc
        movq router_new+744(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_93, .-tramp_93

/* rustcore_tcp_read_stop */
        .p2align 4
        .type tramp_94, @function
tramp_94:
        .cfi_startproc
        movq router_new+752(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_94, .-tramp_94

/* rustcore_tcp_write */
        .p2align 4
        .type tramp_95, @function
tramp_95:
        .cfi_startproc
        movq router_new+760(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_95, .-tramp_95

/* rustcore_timer_delayed_send */
        .p2align 4
        .type tramp_96, @function
tramp_96:
        .cfi_startproc
        movq router_new+768(%rip), %r10
        jmp router_upcall_5
        .cfi_endproc
        .size tramp_96, .-tramp_96

/* rustcore_timer_recv_timeout */
        .p2align 4
        .type tramp_97, @function
tramp_97:
        .cfi_startproc
        movq router_new+776(%rip), %r10
        jmp router_upcall_4
        .cfi_endproc
        .size tramp_97, .-tramp_97

/* rustcore_timer_sleep */
        .p2align 4
        .type tramp_98, @function
tramp_98:
        .cfi_startproc
        movq router_new+784(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_98, .-tramp_98

/* rustcore_try_recv */
        .p2align 4
        .type tramp_100, @function
tramp_100:
        .cfi_startproc
        movq router_new+800(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_100, .-tramp_100

/* rustcore_try_recv_one */
        .p2align 4
        .type tramp_101, @function
tramp_101:
        .cfi_startproc
        movq router_new+808(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_101, .-tramp_101

/* rustcore_try_send */
        .p2align 4
        .type tramp_102, @function
tramp_102:
        .cfi_startproc
        movq router_new+816(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_102, .-tramp_102

/* rustcore_try_send_one */
        .p2align 4
        .type tramp_103, @function
tramp_103:
        .cfi_startproc
        movq router_new+824(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_103, .-tramp_103

/* rustcore_unkillable */
        .p2align 4
        .type tramp_104, @function
tramp_104:
        .cfi_startproc
        movq router_new+832(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_104, .-tramp_104

/* rustcore_weaken */
        .p2align 4
        .type tramp_105, @function
tramp_105:
        .cfi_startproc
        movq router_new+840(%rip), %r10
        jmp router_upcall_2
        .cfi_endproc
        .size tramp_105, .-tramp_105

/* rustcore_yield */
        .p2align 4
        .type tramp_106, @function
tramp_106:
        .cfi_startproc
        movq router_new+848(%rip), %r10
        jmp router_upcall_0
        .cfi_endproc
        .size tramp_106, .-tramp_106

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

        .p2align 4
        .type wrap_33, @function
wrap_33:
        .cfi_startproc
        movq router_wrapped+264(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_33, .-wrap_33

        .p2align 4
        .type wrap_34, @function
wrap_34:
        .cfi_startproc
        movq router_wrapped+272(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_34, .-wrap_34

        .p2align 4
        .type wrap_35, @function
wrap_35:
        .cfi_startproc
        movq router_wrapped+280(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_35, .-wrap_35

        .p2align 4
        .type wrap_36, @function
wrap_36:
        .cfi_startproc
        movq router_wrapped+288(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_36, .-wrap_36

        .p2align 4
        .type wrap_37, @function
wrap_37:
        .cfi_startproc
        movq router_wrapped+296(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_37, .-wrap_37

        .p2align 4
        .type wrap_38, @function
wrap_38:
        .cfi_startproc
        movq router_wrapped+304(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_38, .-wrap_38

        .p2align 4
        .type wrap_39, @function
wrap_39:
        .cfi_startproc
        movq router_wrapped+312(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_39, .-wrap_39

        .p2align 4
        .type wrap_40, @function
wrap_40:
        .cfi_startproc
        movq router_wrapped+320(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_40, .-wrap_40

        .p2align 4
        .type wrap_41, @function
wrap_41:
        .cfi_startproc
        movq router_wrapped+328(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_41, .-wrap_41

        .p2align 4
        .type wrap_42, @function
wrap_42:
        .cfi_startproc
        movq router_wrapped+336(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_42, .-wrap_42

        .p2align 4
        .type wrap_43, @function
wrap_43:
        .cfi_startproc
        movq router_wrapped+344(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_43, .-wrap_43

        .p2align 4
        .type wrap_44, @function
wrap_44:
        .cfi_startproc
        movq router_wrapped+352(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_44, .-wrap_44

        .p2align 4
        .type wrap_45, @function
wrap_45:
        .cfi_startproc
        movq router_wrapped+360(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_45, .-wrap_45

        .p2align 4
        .type wrap_46, @function
wrap_46:
        .cfi_startproc
        movq router_wrapped+368(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_46, .-wrap_46

        .p2align 4
        .type wrap_47, @function
wrap_47:
        .cfi_startproc
        movq router_wrapped+376(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_47, .-wrap_47

        .p2align 4
        .type wrap_48, @function
wrap_48:
        .cfi_startproc
        movq router_wrapped+384(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_48, .-wrap_48

        .p2align 4
        .type wrap_49, @function
wrap_49:
        .cfi_startproc
        movq router_wrapped+392(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_49, .-wrap_49

        .p2align 4
        .type wrap_50, @function
wrap_50:
        .cfi_startproc
        movq router_wrapped+400(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_50, .-wrap_50

        .p2align 4
        .type wrap_51, @function
wrap_51:
        .cfi_startproc
        movq router_wrapped+408(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_51, .-wrap_51

        .p2align 4
        .type wrap_52, @function
wrap_52:
        .cfi_startproc
        movq router_wrapped+416(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_52, .-wrap_52

        .p2align 4
        .type wrap_53, @function
wrap_53:
        .cfi_startproc
        movq router_wrapped+424(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_53, .-wrap_53

        .p2align 4
        .type wrap_54, @function
wrap_54:
        .cfi_startproc
        movq router_wrapped+432(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_54, .-wrap_54

        .p2align 4
        .type wrap_55, @function
wrap_55:
        .cfi_startproc
        movq router_wrapped+440(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_55, .-wrap_55

        .p2align 4
        .type wrap_56, @function
wrap_56:
        .cfi_startproc
        movq router_wrapped+448(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_56, .-wrap_56

        .p2align 4
        .type wrap_57, @function
wrap_57:
        .cfi_startproc
        movq router_wrapped+456(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_57, .-wrap_57

        .p2align 4
        .type wrap_58, @function
wrap_58:
        .cfi_startproc
        movq router_wrapped+464(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_58, .-wrap_58

        .p2align 4
        .type wrap_59, @function
wrap_59:
        .cfi_startproc
        movq router_wrapped+472(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_59, .-wrap_59

        .p2align 4
        .type wrap_60, @function
wrap_60:
        .cfi_startproc
        movq router_wrapped+480(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_60, .-wrap_60

        .p2align 4
        .type wrap_61, @function
wrap_61:
        .cfi_startproc
        movq router_wrapped+488(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_61, .-wrap_61

        .p2align 4
        .type wrap_62, @function
wrap_62:
        .cfi_startproc
        movq router_wrapped+496(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_62, .-wrap_62

        .p2align 4
        .type wrap_63, @function
wrap_63:
        .cfi_startproc
        movq router_wrapped+504(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_63, .-wrap_63

        .p2align 4
        .type wrap_64, @function
wrap_64:
        .cfi_startproc
        movq router_wrapped+512(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_64, .-wrap_64

        .p2align 4
        .type wrap_65, @function
wrap_65:
        .cfi_startproc
        movq router_wrapped+520(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_65, .-wrap_65

        .p2align 4
        .type wrap_66, @function
wrap_66:
        .cfi_startproc
        movq router_wrapped+528(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_66, .-wrap_66

        .p2align 4
        .type wrap_67, @function
wrap_67:
        .cfi_startproc
        movq router_wrapped+536(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_67, .-wrap_67

        .p2align 4
        .type wrap_68, @function
wrap_68:
        .cfi_startproc
        movq router_wrapped+544(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_68, .-wrap_68

        .p2align 4
        .type wrap_69, @function
wrap_69:
        .cfi_startproc
        movq router_wrapped+552(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_69, .-wrap_69

        .p2align 4
        .type wrap_70, @function
wrap_70:
        .cfi_startproc
        movq router_wrapped+560(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_70, .-wrap_70

        .p2align 4
        .type wrap_71, @function
wrap_71:
        .cfi_startproc
        movq router_wrapped+568(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_71, .-wrap_71

        .p2align 4
        .type wrap_72, @function
wrap_72:
        .cfi_startproc
        movq router_wrapped+576(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_72, .-wrap_72

        .p2align 4
        .type wrap_73, @function
wrap_73:
        .cfi_startproc
        movq router_wrapped+584(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_73, .-wrap_73

        .p2align 4
        .type wrap_74, @function
wrap_74:
        .cfi_startproc
        movq router_wrapped+592(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_74, .-wrap_74

        .p2align 4
        .type wrap_75, @function
wrap_75:
        .cfi_startproc
        movq router_wrapped+600(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_75, .-wrap_75

        .p2align 4
        .type wrap_76, @function
wrap_76:
        .cfi_startproc
        movq router_wrapped+608(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_76, .-wrap_76

        .p2align 4
        .type wrap_77, @function
wrap_77:
        .cfi_startproc
        movq router_wrapped+616(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_77, .-wrap_77

        .p2align 4
        .type wrap_78, @function
wrap_78:
        .cfi_startproc
        movq router_wrapped+624(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_78, .-wrap_78

        .p2align 4
        .type wrap_79, @function
wrap_79:
        .cfi_startproc
        movq router_wrapped+632(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_79, .-wrap_79

        .p2align 4
        .type wrap_80, @function
wrap_80:
        .cfi_startproc
        movq router_wrapped+640(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_80, .-wrap_80

        .p2align 4
        .type wrap_81, @function
wrap_81:
        .cfi_startproc
        movq router_wrapped+648(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_81, .-wrap_81

        .p2align 4
        .type wrap_82, @function
wrap_82:
        .cfi_startproc
        movq router_wrapped+656(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_82, .-wrap_82

        .p2align 4
        .type wrap_83, @function
wrap_83:
        .cfi_startproc
        movq router_wrapped+664(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_83, .-wrap_83

        .p2align 4
        .type wrap_84, @function
wrap_84:
        .cfi_startproc
        movq router_wrapped+672(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_84, .-wrap_84

        .p2align 4
        .type wrap_85, @function
wrap_85:
        .cfi_startproc
        movq router_wrapped+680(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_85, .-wrap_85

        .p2align 4
        .type wrap_86, @function
wrap_86:
        .cfi_startproc
        movq router_wrapped+688(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_86, .-wrap_86

        .p2align 4
        .type wrap_87, @function
wrap_87:
        .cfi_startproc
        movq router_wrapped+696(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_87, .-wrap_87

        .p2align 4
        .type wrap_88, @function
wrap_88:
        .cfi_startproc
        movq router_wrapped+704(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_88, .-wrap_88

        .p2align 4
        .type wrap_89, @function
wrap_89:
        .cfi_startproc
        movq router_wrapped+712(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_89, .-wrap_89

        .p2align 4
        .type wrap_90, @function
wrap_90:
        .cfi_startproc
        movq router_wrapped+720(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_90, .-wrap_90

        .p2align 4
        .type wrap_91, @function
wrap_91:
        .cfi_startproc
        movq router_wrapped+728(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_91, .-wrap_91

        .p2align 4
        .type wrap_92, @function
wrap_92:
        .cfi_startproc
        movq router_wrapped+736(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_92, .-wrap_92

        .p2align 4
        .type wrap_93, @function
wrap_93:
        .cfi_startproc
        movq router_wrapped+744(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_93, .-wrap_93

        .p2align 4
        .type wrap_94, @function
wrap_94:
        .cfi_startproc
        movq router_wrapped+752(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_94, .-wrap_94

        .p2align 4
        .type wrap_95, @function
wrap_95:
        .cfi_startproc
        movq router_wrapped+760(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_95, .-wrap_95

        .p2align 4
        .type wrap_96, @function
wrap_96:
        .cfi_startproc
        movq router_wrapped+768(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_96, .-wrap_96

        .p2align 4
        .type wrap_97, @function
wrap_97:
        .cfi_startproc
        movq router_wrapped+776(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_97, .-wrap_97

        .p2align 4
        .type wrap_98, @function
wrap_98:
        .cfi_startproc
        movq router_wrapped+784(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_98, .-wrap_98

        .p2align 4
        .type wrap_99, @function
wrap_99:
        .cfi_startproc
        movq router_wrapped+792(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_99, .-wrap_99

        .p2align 4
        .type wrap_100, @function
wrap_100:
        .cfi_startproc
        movq router_wrapped+800(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_100, .-wrap_100

        .p2align 4
        .type wrap_101, @function
wrap_101:
        .cfi_startproc
        movq router_wrapped+808(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_101, .-wrap_101

        .p2align 4
        .type wrap_102, @function
wrap_102:
        .cfi_startproc
        movq router_wrapped+816(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_102, .-wrap_102

        .p2align 4
        .type wrap_103, @function
wrap_103:
        .cfi_startproc
        movq router_wrapped+824(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_103, .-wrap_103

        .p2align 4
        .type wrap_104, @function
wrap_104:
        .cfi_startproc
        movq router_wrapped+832(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_104, .-wrap_104

        .p2align 4
        .type wrap_105, @function
wrap_105:
        .cfi_startproc
        movq router_wrapped+840(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_105, .-wrap_105

        .p2align 4
        .type wrap_106, @function
wrap_106:
        .cfi_startproc
        movq router_wrapped+848(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_106, .-wrap_106

        .p2align 4
        .type wrap_107, @function
wrap_107:
        .cfi_startproc
        movq router_wrapped+856(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_107, .-wrap_107

        .p2align 4
        .type wrap_108, @function
wrap_108:
        .cfi_startproc
        movq router_wrapped+864(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_108, .-wrap_108

        .p2align 4
        .type wrap_109, @function
wrap_109:
        .cfi_startproc
        movq router_wrapped+872(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_109, .-wrap_109

        .p2align 4
        .type wrap_110, @function
wrap_110:
        .cfi_startproc
        movq router_wrapped+880(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_110, .-wrap_110

        .p2align 4
        .type wrap_111, @function
wrap_111:
        .cfi_startproc
        movq router_wrapped+888(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_111, .-wrap_111

        .p2align 4
        .type wrap_112, @function
wrap_112:
        .cfi_startproc
        movq router_wrapped+896(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_112, .-wrap_112

        .p2align 4
        .type wrap_113, @function
wrap_113:
        .cfi_startproc
        movq router_wrapped+904(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_113, .-wrap_113

        .p2align 4
        .type wrap_114, @function
wrap_114:
        .cfi_startproc
        movq router_wrapped+912(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_114, .-wrap_114

        .p2align 4
        .type wrap_115, @function
wrap_115:
        .cfi_startproc
        movq router_wrapped+920(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_115, .-wrap_115

        .p2align 4
        .type wrap_116, @function
wrap_116:
        .cfi_startproc
        movq router_wrapped+928(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_116, .-wrap_116

        .p2align 4
        .type wrap_117, @function
wrap_117:
        .cfi_startproc
        movq router_wrapped+936(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_117, .-wrap_117

        .p2align 4
        .type wrap_118, @function
wrap_118:
        .cfi_startproc
        movq router_wrapped+944(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_118, .-wrap_118

        .p2align 4
        .type wrap_119, @function
wrap_119:
        .cfi_startproc
        movq router_wrapped+952(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_119, .-wrap_119

        .p2align 4
        .type wrap_120, @function
wrap_120:
        .cfi_startproc
        movq router_wrapped+960(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_120, .-wrap_120

        .p2align 4
        .type wrap_121, @function
wrap_121:
        .cfi_startproc
        movq router_wrapped+968(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_121, .-wrap_121

        .p2align 4
        .type wrap_122, @function
wrap_122:
        .cfi_startproc
        movq router_wrapped+976(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_122, .-wrap_122

        .p2align 4
        .type wrap_123, @function
wrap_123:
        .cfi_startproc
        movq router_wrapped+984(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_123, .-wrap_123

        .p2align 4
        .type wrap_124, @function
wrap_124:
        .cfi_startproc
        movq router_wrapped+992(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_124, .-wrap_124

        .p2align 4
        .type wrap_125, @function
wrap_125:
        .cfi_startproc
        movq router_wrapped+1000(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_125, .-wrap_125

        .p2align 4
        .type wrap_126, @function
wrap_126:
        .cfi_startproc
        movq router_wrapped+1008(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_126, .-wrap_126

        .p2align 4
        .type wrap_127, @function
wrap_127:
        .cfi_startproc
        movq router_wrapped+1016(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_127, .-wrap_127

        .p2align 4
        .type wrap_128, @function
wrap_128:
        .cfi_startproc
        movq router_wrapped+1024(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_128, .-wrap_128

        .p2align 4
        .type wrap_129, @function
wrap_129:
        .cfi_startproc
        movq router_wrapped+1032(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_129, .-wrap_129

        .p2align 4
        .type wrap_130, @function
wrap_130:
        .cfi_startproc
        movq router_wrapped+1040(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_130, .-wrap_130

        .p2align 4
        .type wrap_131, @function
wrap_131:
        .cfi_startproc
        movq router_wrapped+1048(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_131, .-wrap_131

        .p2align 4
        .type wrap_132, @function
wrap_132:
        .cfi_startproc
        movq router_wrapped+1056(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_132, .-wrap_132

        .p2align 4
        .type wrap_133, @function
wrap_133:
        .cfi_startproc
        movq router_wrapped+1064(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_133, .-wrap_133

        .p2align 4
        .type wrap_134, @function
wrap_134:
        .cfi_startproc
        movq router_wrapped+1072(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_134, .-wrap_134

        .p2align 4
        .type wrap_135, @function
wrap_135:
        .cfi_startproc
        movq router_wrapped+1080(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_135, .-wrap_135

        .p2align 4
        .type wrap_136, @function
wrap_136:
        .cfi_startproc
        movq router_wrapped+1088(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_136, .-wrap_136

        .p2align 4
        .type wrap_137, @function
wrap_137:
        .cfi_startproc
        movq router_wrapped+1096(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_137, .-wrap_137

        .p2align 4
        .type wrap_138, @function
wrap_138:
        .cfi_startproc
        movq router_wrapped+1104(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_138, .-wrap_138

        .p2align 4
        .type wrap_139, @function
wrap_139:
        .cfi_startproc
        movq router_wrapped+1112(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_139, .-wrap_139

        .p2align 4
        .type wrap_140, @function
wrap_140:
        .cfi_startproc
        movq router_wrapped+1120(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_140, .-wrap_140

        .p2align 4
        .type wrap_141, @function
wrap_141:
        .cfi_startproc
        movq router_wrapped+1128(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_141, .-wrap_141

        .p2align 4
        .type wrap_142, @function
wrap_142:
        .cfi_startproc
        movq router_wrapped+1136(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_142, .-wrap_142

        .p2align 4
        .type wrap_143, @function
wrap_143:
        .cfi_startproc
        movq router_wrapped+1144(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_143, .-wrap_143

        .p2align 4
        .type wrap_144, @function
wrap_144:
        .cfi_startproc
        movq router_wrapped+1152(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_144, .-wrap_144

        .p2align 4
        .type wrap_145, @function
wrap_145:
        .cfi_startproc
        movq router_wrapped+1160(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_145, .-wrap_145

        .p2align 4
        .type wrap_146, @function
wrap_146:
        .cfi_startproc
        movq router_wrapped+1168(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_146, .-wrap_146

        .p2align 4
        .type wrap_147, @function
wrap_147:
        .cfi_startproc
        movq router_wrapped+1176(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_147, .-wrap_147

        .p2align 4
        .type wrap_148, @function
wrap_148:
        .cfi_startproc
        movq router_wrapped+1184(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_148, .-wrap_148

        .p2align 4
        .type wrap_149, @function
wrap_149:
        .cfi_startproc
        movq router_wrapped+1192(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_149, .-wrap_149

        .p2align 4
        .type wrap_150, @function
wrap_150:
        .cfi_startproc
        movq router_wrapped+1200(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_150, .-wrap_150

        .p2align 4
        .type wrap_151, @function
wrap_151:
        .cfi_startproc
        movq router_wrapped+1208(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_151, .-wrap_151

        .p2align 4
        .type wrap_152, @function
wrap_152:
        .cfi_startproc
        movq router_wrapped+1216(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_152, .-wrap_152

        .p2align 4
        .type wrap_153, @function
wrap_153:
        .cfi_startproc
        movq router_wrapped+1224(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_153, .-wrap_153

        .p2align 4
        .type wrap_154, @function
wrap_154:
        .cfi_startproc
        movq router_wrapped+1232(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_154, .-wrap_154

        .p2align 4
        .type wrap_155, @function
wrap_155:
        .cfi_startproc
        movq router_wrapped+1240(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_155, .-wrap_155

        .p2align 4
        .type wrap_156, @function
wrap_156:
        .cfi_startproc
        movq router_wrapped+1248(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_156, .-wrap_156

        .p2align 4
        .type wrap_157, @function
wrap_157:
        .cfi_startproc
        movq router_wrapped+1256(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_157, .-wrap_157

        .p2align 4
        .type wrap_158, @function
wrap_158:
        .cfi_startproc
        movq router_wrapped+1264(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_158, .-wrap_158

        .p2align 4
        .type wrap_159, @function
wrap_159:
        .cfi_startproc
        movq router_wrapped+1272(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_159, .-wrap_159

        .p2align 4
        .type wrap_160, @function
wrap_160:
        .cfi_startproc
        movq router_wrapped+1280(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_160, .-wrap_160

        .p2align 4
        .type wrap_161, @function
wrap_161:
        .cfi_startproc
        movq router_wrapped+1288(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_161, .-wrap_161

        .p2align 4
        .type wrap_162, @function
wrap_162:
        .cfi_startproc
        movq router_wrapped+1296(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_162, .-wrap_162

        .p2align 4
        .type wrap_163, @function
wrap_163:
        .cfi_startproc
        movq router_wrapped+1304(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_163, .-wrap_163

        .p2align 4
        .type wrap_164, @function
wrap_164:
        .cfi_startproc
        movq router_wrapped+1312(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_164, .-wrap_164

        .p2align 4
        .type wrap_165, @function
wrap_165:
        .cfi_startproc
        movq router_wrapped+1320(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_165, .-wrap_165

        .p2align 4
        .type wrap_166, @function
wrap_166:
        .cfi_startproc
        movq router_wrapped+1328(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_166, .-wrap_166

        .p2align 4
        .type wrap_167, @function
wrap_167:
        .cfi_startproc
        movq router_wrapped+1336(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_167, .-wrap_167

        .p2align 4
        .type wrap_168, @function
wrap_168:
        .cfi_startproc
        movq router_wrapped+1344(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_168, .-wrap_168

        .p2align 4
        .type wrap_169, @function
wrap_169:
        .cfi_startproc
        movq router_wrapped+1352(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_169, .-wrap_169

        .p2align 4
        .type wrap_170, @function
wrap_170:
        .cfi_startproc
        movq router_wrapped+1360(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_170, .-wrap_170

        .p2align 4
        .type wrap_171, @function
wrap_171:
        .cfi_startproc
        movq router_wrapped+1368(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_171, .-wrap_171

        .p2align 4
        .type wrap_172, @function
wrap_172:
        .cfi_startproc
        movq router_wrapped+1376(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_172, .-wrap_172

        .p2align 4
        .type wrap_173, @function
wrap_173:
        .cfi_startproc
        movq router_wrapped+1384(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_173, .-wrap_173

        .p2align 4
        .type wrap_174, @function
wrap_174:
        .cfi_startproc
        movq router_wrapped+1392(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_174, .-wrap_174

        .p2align 4
        .type wrap_175, @function
wrap_175:
        .cfi_startproc
        movq router_wrapped+1400(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_175, .-wrap_175

        .p2align 4
        .type wrap_176, @function
wrap_176:
        .cfi_startproc
        movq router_wrapped+1408(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_176, .-wrap_176

        .p2align 4
        .type wrap_177, @function
wrap_177:
        .cfi_startproc
        movq router_wrapped+1416(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_177, .-wrap_177

        .p2align 4
        .type wrap_178, @function
wrap_178:
        .cfi_startproc
        movq router_wrapped+1424(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_178, .-wrap_178

        .p2align 4
        .type wrap_179, @function
wrap_179:
        .cfi_startproc
        movq router_wrapped+1432(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_179, .-wrap_179

        .p2align 4
        .type wrap_180, @function
wrap_180:
        .cfi_startproc
        movq router_wrapped+1440(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_180, .-wrap_180

        .p2align 4
        .type wrap_181, @function
wrap_181:
        .cfi_startproc
        movq router_wrapped+1448(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_181, .-wrap_181

        .p2align 4
        .type wrap_182, @function
wrap_182:
        .cfi_startproc
        movq router_wrapped+1456(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_182, .-wrap_182

        .p2align 4
        .type wrap_183, @function
wrap_183:
        .cfi_startproc
        movq router_wrapped+1464(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_183, .-wrap_183

        .p2align 4
        .type wrap_184, @function
wrap_184:
        .cfi_startproc
        movq router_wrapped+1472(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_184, .-wrap_184

        .p2align 4
        .type wrap_185, @function
wrap_185:
        .cfi_startproc
        movq router_wrapped+1480(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_185, .-wrap_185

        .p2align 4
        .type wrap_186, @function
wrap_186:
        .cfi_startproc
        movq router_wrapped+1488(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_186, .-wrap_186

        .p2align 4
        .type wrap_187, @function
wrap_187:
        .cfi_startproc
        movq router_wrapped+1496(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_187, .-wrap_187

        .p2align 4
        .type wrap_188, @function
wrap_188:
        .cfi_startproc
        movq router_wrapped+1504(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_188, .-wrap_188

        .p2align 4
        .type wrap_189, @function
wrap_189:
        .cfi_startproc
        movq router_wrapped+1512(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_189, .-wrap_189

        .p2align 4
        .type wrap_190, @function
wrap_190:
        .cfi_startproc
        movq router_wrapped+1520(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_190, .-wrap_190

        .p2align 4
        .type wrap_191, @function
wrap_191:
        .cfi_startproc
        movq router_wrapped+1528(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_191, .-wrap_191

        .p2align 4
        .type wrap_192, @function
wrap_192:
        .cfi_startproc
        movq router_wrapped+1536(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_192, .-wrap_192

        .p2align 4
        .type wrap_193, @function
wrap_193:
        .cfi_startproc
        movq router_wrapped+1544(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_193, .-wrap_193

        .p2align 4
        .type wrap_194, @function
wrap_194:
        .cfi_startproc
        movq router_wrapped+1552(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_194, .-wrap_194

        .p2align 4
        .type wrap_195, @function
wrap_195:
        .cfi_startproc
        movq router_wrapped+1560(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_195, .-wrap_195

        .p2align 4
        .type wrap_196, @function
wrap_196:
        .cfi_startproc
        movq router_wrapped+1568(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_196, .-wrap_196

        .p2align 4
        .type wrap_197, @function
wrap_197:
        .cfi_startproc
        movq router_wrapped+1576(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_197, .-wrap_197

        .p2align 4
        .type wrap_198, @function
wrap_198:
        .cfi_startproc
        movq router_wrapped+1584(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_198, .-wrap_198

        .p2align 4
        .type wrap_199, @function
wrap_199:
        .cfi_startproc
        movq router_wrapped+1592(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_199, .-wrap_199

        .p2align 4
        .type wrap_200, @function
wrap_200:
        .cfi_startproc
        movq router_wrapped+1600(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_200, .-wrap_200

        .p2align 4
        .type wrap_201, @function
wrap_201:
        .cfi_startproc
        movq router_wrapped+1608(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_201, .-wrap_201

        .p2align 4
        .type wrap_202, @function
wrap_202:
        .cfi_startproc
        movq router_wrapped+1616(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_202, .-wrap_202

        .p2align 4
        .type wrap_203, @function
wrap_203:
        .cfi_startproc
        movq router_wrapped+1624(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_203, .-wrap_203

        .p2align 4
        .type wrap_204, @function
wrap_204:
        .cfi_startproc
        movq router_wrapped+1632(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_204, .-wrap_204

        .p2align 4
        .type wrap_205, @function
wrap_205:
        .cfi_startproc
        movq router_wrapped+1640(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_205, .-wrap_205

        .p2align 4
        .type wrap_206, @function
wrap_206:
        .cfi_startproc
        movq router_wrapped+1648(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_206, .-wrap_206

        .p2align 4
        .type wrap_207, @function
wrap_207:
        .cfi_startproc
        movq router_wrapped+1656(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_207, .-wrap_207

        .p2align 4
        .type wrap_208, @function
wrap_208:
        .cfi_startproc
        movq router_wrapped+1664(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_208, .-wrap_208

        .p2align 4
        .type wrap_209, @function
wrap_209:
        .cfi_startproc
        movq router_wrapped+1672(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_209, .-wrap_209

        .p2align 4
        .type wrap_210, @function
wrap_210:
        .cfi_startproc
        movq router_wrapped+1680(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_210, .-wrap_210

        .p2align 4
        .type wrap_211, @function
wrap_211:
        .cfi_startproc
        movq router_wrapped+1688(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_211, .-wrap_211

        .p2align 4
        .type wrap_212, @function
wrap_212:
        .cfi_startproc
        movq router_wrapped+1696(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_212, .-wrap_212

        .p2align 4
        .type wrap_213, @function
wrap_213:
        .cfi_startproc
        movq router_wrapped+1704(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_213, .-wrap_213

        .p2align 4
        .type wrap_214, @function
wrap_214:
        .cfi_startproc
        movq router_wrapped+1712(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_214, .-wrap_214

        .p2align 4
        .type wrap_215, @function
wrap_215:
        .cfi_startproc
        movq router_wrapped+1720(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_215, .-wrap_215

        .p2align 4
        .type wrap_216, @function
wrap_216:
        .cfi_startproc
        movq router_wrapped+1728(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_216, .-wrap_216

        .p2align 4
        .type wrap_217, @function
wrap_217:
        .cfi_startproc
        movq router_wrapped+1736(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_217, .-wrap_217

        .p2align 4
        .type wrap_218, @function
wrap_218:
        .cfi_startproc
        movq router_wrapped+1744(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_218, .-wrap_218

        .p2align 4
        .type wrap_219, @function
wrap_219:
        .cfi_startproc
        movq router_wrapped+1752(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_219, .-wrap_219

        .p2align 4
        .type wrap_220, @function
wrap_220:
        .cfi_startproc
        movq router_wrapped+1760(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_220, .-wrap_220

        .p2align 4
        .type wrap_221, @function
wrap_221:
        .cfi_startproc
        movq router_wrapped+1768(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_221, .-wrap_221

        .p2align 4
        .type wrap_222, @function
wrap_222:
        .cfi_startproc
        movq router_wrapped+1776(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_222, .-wrap_222

        .p2align 4
        .type wrap_223, @function
wrap_223:
        .cfi_startproc
        movq router_wrapped+1784(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_223, .-wrap_223

        .p2align 4
        .type wrap_224, @function
wrap_224:
        .cfi_startproc
        movq router_wrapped+1792(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_224, .-wrap_224

        .p2align 4
        .type wrap_225, @function
wrap_225:
        .cfi_startproc
        movq router_wrapped+1800(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_225, .-wrap_225

        .p2align 4
        .type wrap_226, @function
wrap_226:
        .cfi_startproc
        movq router_wrapped+1808(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_226, .-wrap_226

        .p2align 4
        .type wrap_227, @function
wrap_227:
        .cfi_startproc
        movq router_wrapped+1816(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_227, .-wrap_227

        .p2align 4
        .type wrap_228, @function
wrap_228:
        .cfi_startproc
        movq router_wrapped+1824(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_228, .-wrap_228

        .p2align 4
        .type wrap_229, @function
wrap_229:
        .cfi_startproc
        movq router_wrapped+1832(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_229, .-wrap_229

        .p2align 4
        .type wrap_230, @function
wrap_230:
        .cfi_startproc
        movq router_wrapped+1840(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_230, .-wrap_230

        .p2align 4
        .type wrap_231, @function
wrap_231:
        .cfi_startproc
        movq router_wrapped+1848(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_231, .-wrap_231

        .p2align 4
        .type wrap_232, @function
wrap_232:
        .cfi_startproc
        movq router_wrapped+1856(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_232, .-wrap_232

        .p2align 4
        .type wrap_233, @function
wrap_233:
        .cfi_startproc
        movq router_wrapped+1864(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_233, .-wrap_233

        .p2align 4
        .type wrap_234, @function
wrap_234:
        .cfi_startproc
        movq router_wrapped+1872(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_234, .-wrap_234

        .p2align 4
        .type wrap_235, @function
wrap_235:
        .cfi_startproc
        movq router_wrapped+1880(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_235, .-wrap_235

        .p2align 4
        .type wrap_236, @function
wrap_236:
        .cfi_startproc
        movq router_wrapped+1888(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_236, .-wrap_236

        .p2align 4
        .type wrap_237, @function
wrap_237:
        .cfi_startproc
        movq router_wrapped+1896(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_237, .-wrap_237

        .p2align 4
        .type wrap_238, @function
wrap_238:
        .cfi_startproc
        movq router_wrapped+1904(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_238, .-wrap_238

        .p2align 4
        .type wrap_239, @function
wrap_239:
        .cfi_startproc
        movq router_wrapped+1912(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_239, .-wrap_239

        .p2align 4
        .type wrap_240, @function
wrap_240:
        .cfi_startproc
        movq router_wrapped+1920(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_240, .-wrap_240

        .p2align 4
        .type wrap_241, @function
wrap_241:
        .cfi_startproc
        movq router_wrapped+1928(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_241, .-wrap_241

        .p2align 4
        .type wrap_242, @function
wrap_242:
        .cfi_startproc
        movq router_wrapped+1936(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_242, .-wrap_242

        .p2align 4
        .type wrap_243, @function
wrap_243:
        .cfi_startproc
        movq router_wrapped+1944(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_243, .-wrap_243

        .p2align 4
        .type wrap_244, @function
wrap_244:
        .cfi_startproc
        movq router_wrapped+1952(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_244, .-wrap_244

        .p2align 4
        .type wrap_245, @function
wrap_245:
        .cfi_startproc
        movq router_wrapped+1960(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_245, .-wrap_245

        .p2align 4
        .type wrap_246, @function
wrap_246:
        .cfi_startproc
        movq router_wrapped+1968(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_246, .-wrap_246

        .p2align 4
        .type wrap_247, @function
wrap_247:
        .cfi_startproc
        movq router_wrapped+1976(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_247, .-wrap_247

        .p2align 4
        .type wrap_248, @function
wrap_248:
        .cfi_startproc
        movq router_wrapped+1984(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_248, .-wrap_248

        .p2align 4
        .type wrap_249, @function
wrap_249:
        .cfi_startproc
        movq router_wrapped+1992(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_249, .-wrap_249

        .p2align 4
        .type wrap_250, @function
wrap_250:
        .cfi_startproc
        movq router_wrapped+2000(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_250, .-wrap_250

        .p2align 4
        .type wrap_251, @function
wrap_251:
        .cfi_startproc
        movq router_wrapped+2008(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_251, .-wrap_251

        .p2align 4
        .type wrap_252, @function
wrap_252:
        .cfi_startproc
        movq router_wrapped+2016(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_252, .-wrap_252

        .p2align 4
        .type wrap_253, @function
wrap_253:
        .cfi_startproc
        movq router_wrapped+2024(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_253, .-wrap_253

        .p2align 4
        .type wrap_254, @function
wrap_254:
        .cfi_startproc
        movq router_wrapped+2032(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_254, .-wrap_254

        .p2align 4
        .type wrap_255, @function
wrap_255:
        .cfi_startproc
        movq router_wrapped+2040(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_255, .-wrap_255

        .p2align 4
        .type wrap_256, @function
wrap_256:
        .cfi_startproc
        movq router_wrapped+2048(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_256, .-wrap_256

        .p2align 4
        .type wrap_257, @function
wrap_257:
        .cfi_startproc
        movq router_wrapped+2056(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_257, .-wrap_257

        .p2align 4
        .type wrap_258, @function
wrap_258:
        .cfi_startproc
        movq router_wrapped+2064(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_258, .-wrap_258

        .p2align 4
        .type wrap_259, @function
wrap_259:
        .cfi_startproc
        movq router_wrapped+2072(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_259, .-wrap_259

        .p2align 4
        .type wrap_260, @function
wrap_260:
        .cfi_startproc
        movq router_wrapped+2080(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_260, .-wrap_260

        .p2align 4
        .type wrap_261, @function
wrap_261:
        .cfi_startproc
        movq router_wrapped+2088(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_261, .-wrap_261

        .p2align 4
        .type wrap_262, @function
wrap_262:
        .cfi_startproc
        movq router_wrapped+2096(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_262, .-wrap_262

        .p2align 4
        .type wrap_263, @function
wrap_263:
        .cfi_startproc
        movq router_wrapped+2104(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_263, .-wrap_263

        .p2align 4
        .type wrap_264, @function
wrap_264:
        .cfi_startproc
        movq router_wrapped+2112(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_264, .-wrap_264

        .p2align 4
        .type wrap_265, @function
wrap_265:
        .cfi_startproc
        movq router_wrapped+2120(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_265, .-wrap_265

        .p2align 4
        .type wrap_266, @function
wrap_266:
        .cfi_startproc
        movq router_wrapped+2128(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_266, .-wrap_266

        .p2align 4
        .type wrap_267, @function
wrap_267:
        .cfi_startproc
        movq router_wrapped+2136(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_267, .-wrap_267

        .p2align 4
        .type wrap_268, @function
wrap_268:
        .cfi_startproc
        movq router_wrapped+2144(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_268, .-wrap_268

        .p2align 4
        .type wrap_269, @function
wrap_269:
        .cfi_startproc
        movq router_wrapped+2152(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_269, .-wrap_269

        .p2align 4
        .type wrap_270, @function
wrap_270:
        .cfi_startproc
        movq router_wrapped+2160(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_270, .-wrap_270

        .p2align 4
        .type wrap_271, @function
wrap_271:
        .cfi_startproc
        movq router_wrapped+2168(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_271, .-wrap_271

        .p2align 4
        .type wrap_272, @function
wrap_272:
        .cfi_startproc
        movq router_wrapped+2176(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_272, .-wrap_272

        .p2align 4
        .type wrap_273, @function
wrap_273:
        .cfi_startproc
        movq router_wrapped+2184(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_273, .-wrap_273

        .p2align 4
        .type wrap_274, @function
wrap_274:
        .cfi_startproc
        movq router_wrapped+2192(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_274, .-wrap_274

        .p2align 4
        .type wrap_275, @function
wrap_275:
        .cfi_startproc
        movq router_wrapped+2200(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_275, .-wrap_275

        .p2align 4
        .type wrap_276, @function
wrap_276:
        .cfi_startproc
        movq router_wrapped+2208(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_276, .-wrap_276

        .p2align 4
        .type wrap_277, @function
wrap_277:
        .cfi_startproc
        movq router_wrapped+2216(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_277, .-wrap_277

        .p2align 4
        .type wrap_278, @function
wrap_278:
        .cfi_startproc
        movq router_wrapped+2224(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_278, .-wrap_278

        .p2align 4
        .type wrap_279, @function
wrap_279:
        .cfi_startproc
        movq router_wrapped+2232(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_279, .-wrap_279

        .p2align 4
        .type wrap_280, @function
wrap_280:
        .cfi_startproc
        movq router_wrapped+2240(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_280, .-wrap_280

        .p2align 4
        .type wrap_281, @function
wrap_281:
        .cfi_startproc
        movq router_wrapped+2248(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_281, .-wrap_281

        .p2align 4
        .type wrap_282, @function
wrap_282:
        .cfi_startproc
        movq router_wrapped+2256(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_282, .-wrap_282

        .p2align 4
        .type wrap_283, @function
wrap_283:
        .cfi_startproc
        movq router_wrapped+2264(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_283, .-wrap_283

        .p2align 4
        .type wrap_284, @function
wrap_284:
        .cfi_startproc
        movq router_wrapped+2272(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_284, .-wrap_284

        .p2align 4
        .type wrap_285, @function
wrap_285:
        .cfi_startproc
        movq router_wrapped+2280(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_285, .-wrap_285

        .p2align 4
        .type wrap_286, @function
wrap_286:
        .cfi_startproc
        movq router_wrapped+2288(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_286, .-wrap_286

        .p2align 4
        .type wrap_287, @function
wrap_287:
        .cfi_startproc
        movq router_wrapped+2296(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_287, .-wrap_287

        .p2align 4
        .type wrap_288, @function
wrap_288:
        .cfi_startproc
        movq router_wrapped+2304(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_288, .-wrap_288

        .p2align 4
        .type wrap_289, @function
wrap_289:
        .cfi_startproc
        movq router_wrapped+2312(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_289, .-wrap_289

        .p2align 4
        .type wrap_290, @function
wrap_290:
        .cfi_startproc
        movq router_wrapped+2320(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_290, .-wrap_290

        .p2align 4
        .type wrap_291, @function
wrap_291:
        .cfi_startproc
        movq router_wrapped+2328(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_291, .-wrap_291

        .p2align 4
        .type wrap_292, @function
wrap_292:
        .cfi_startproc
        movq router_wrapped+2336(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_292, .-wrap_292

        .p2align 4
        .type wrap_293, @function
wrap_293:
        .cfi_startproc
        movq router_wrapped+2344(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_293, .-wrap_293

        .p2align 4
        .type wrap_294, @function
wrap_294:
        .cfi_startproc
        movq router_wrapped+2352(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_294, .-wrap_294

        .p2align 4
        .type wrap_295, @function
wrap_295:
        .cfi_startproc
        movq router_wrapped+2360(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_295, .-wrap_295

        .p2align 4
        .type wrap_296, @function
wrap_296:
        .cfi_startproc
        movq router_wrapped+2368(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_296, .-wrap_296

        .p2align 4
        .type wrap_297, @function
wrap_297:
        .cfi_startproc
        movq router_wrapped+2376(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_297, .-wrap_297

        .p2align 4
        .type wrap_298, @function
wrap_298:
        .cfi_startproc
        movq router_wrapped+2384(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_298, .-wrap_298

        .p2align 4
        .type wrap_299, @function
wrap_299:
        .cfi_startproc
        movq router_wrapped+2392(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_299, .-wrap_299

        .p2align 4
        .type wrap_300, @function
wrap_300:
        .cfi_startproc
        movq router_wrapped+2400(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_300, .-wrap_300

        .p2align 4
        .type wrap_301, @function
wrap_301:
        .cfi_startproc
        movq router_wrapped+2408(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_301, .-wrap_301

        .p2align 4
        .type wrap_302, @function
wrap_302:
        .cfi_startproc
        movq router_wrapped+2416(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_302, .-wrap_302

        .p2align 4
        .type wrap_303, @function
wrap_303:
        .cfi_startproc
        movq router_wrapped+2424(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_303, .-wrap_303

        .p2align 4
        .type wrap_304, @function
wrap_304:
        .cfi_startproc
        movq router_wrapped+2432(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_304, .-wrap_304

        .p2align 4
        .type wrap_305, @function
wrap_305:
        .cfi_startproc
        movq router_wrapped+2440(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_305, .-wrap_305

        .p2align 4
        .type wrap_306, @function
wrap_306:
        .cfi_startproc
        movq router_wrapped+2448(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_306, .-wrap_306

        .p2align 4
        .type wrap_307, @function
wrap_307:
        .cfi_startproc
        movq router_wrapped+2456(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_307, .-wrap_307

        .p2align 4
        .type wrap_308, @function
wrap_308:
        .cfi_startproc
        movq router_wrapped+2464(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_308, .-wrap_308

        .p2align 4
        .type wrap_309, @function
wrap_309:
        .cfi_startproc
        movq router_wrapped+2472(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_309, .-wrap_309

        .p2align 4
        .type wrap_310, @function
wrap_310:
        .cfi_startproc
        movq router_wrapped+2480(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_310, .-wrap_310

        .p2align 4
        .type wrap_311, @function
wrap_311:
        .cfi_startproc
        movq router_wrapped+2488(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_311, .-wrap_311

        .p2align 4
        .type wrap_312, @function
wrap_312:
        .cfi_startproc
        movq router_wrapped+2496(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_312, .-wrap_312

        .p2align 4
        .type wrap_313, @function
wrap_313:
        .cfi_startproc
        movq router_wrapped+2504(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_313, .-wrap_313

        .p2align 4
        .type wrap_314, @function
wrap_314:
        .cfi_startproc
        movq router_wrapped+2512(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_314, .-wrap_314

        .p2align 4
        .type wrap_315, @function
wrap_315:
        .cfi_startproc
        movq router_wrapped+2520(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_315, .-wrap_315

        .p2align 4
        .type wrap_316, @function
wrap_316:
        .cfi_startproc
        movq router_wrapped+2528(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_316, .-wrap_316

        .p2align 4
        .type wrap_317, @function
wrap_317:
        .cfi_startproc
        movq router_wrapped+2536(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_317, .-wrap_317

        .p2align 4
        .type wrap_318, @function
wrap_318:
        .cfi_startproc
        movq router_wrapped+2544(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_318, .-wrap_318

        .p2align 4
        .type wrap_319, @function
wrap_319:
        .cfi_startproc
        movq router_wrapped+2552(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_319, .-wrap_319

        .p2align 4
        .type wrap_320, @function
wrap_320:
        .cfi_startproc
        movq router_wrapped+2560(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_320, .-wrap_320

        .p2align 4
        .type wrap_321, @function
wrap_321:
        .cfi_startproc
        movq router_wrapped+2568(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_321, .-wrap_321

        .p2align 4
        .type wrap_322, @function
wrap_322:
        .cfi_startproc
        movq router_wrapped+2576(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_322, .-wrap_322

        .p2align 4
        .type wrap_323, @function
wrap_323:
        .cfi_startproc
        movq router_wrapped+2584(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_323, .-wrap_323

        .p2align 4
        .type wrap_324, @function
wrap_324:
        .cfi_startproc
        movq router_wrapped+2592(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_324, .-wrap_324

        .p2align 4
        .type wrap_325, @function
wrap_325:
        .cfi_startproc
        movq router_wrapped+2600(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_325, .-wrap_325

        .p2align 4
        .type wrap_326, @function
wrap_326:
        .cfi_startproc
        movq router_wrapped+2608(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_326, .-wrap_326

        .p2align 4
        .type wrap_327, @function
wrap_327:
        .cfi_startproc
        movq router_wrapped+2616(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_327, .-wrap_327

        .p2align 4
        .type wrap_328, @function
wrap_328:
        .cfi_startproc
        movq router_wrapped+2624(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_328, .-wrap_328

        .p2align 4
        .type wrap_329, @function
wrap_329:
        .cfi_startproc
        movq router_wrapped+2632(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_329, .-wrap_329

        .p2align 4
        .type wrap_330, @function
wrap_330:
        .cfi_startproc
        movq router_wrapped+2640(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_330, .-wrap_330

        .p2align 4
        .type wrap_331, @function
wrap_331:
        .cfi_startproc
        movq router_wrapped+2648(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_331, .-wrap_331

        .p2align 4
        .type wrap_332, @function
wrap_332:
        .cfi_startproc
        movq router_wrapped+2656(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_332, .-wrap_332

        .p2align 4
        .type wrap_333, @function
wrap_333:
        .cfi_startproc
        movq router_wrapped+2664(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_333, .-wrap_333

        .p2align 4
        .type wrap_334, @function
wrap_334:
        .cfi_startproc
        movq router_wrapped+2672(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_334, .-wrap_334

        .p2align 4
        .type wrap_335, @function
wrap_335:
        .cfi_startproc
        movq router_wrapped+2680(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_335, .-wrap_335

        .p2align 4
        .type wrap_336, @function
wrap_336:
        .cfi_startproc
        movq router_wrapped+2688(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_336, .-wrap_336

        .p2align 4
        .type wrap_337, @function
wrap_337:
        .cfi_startproc
        movq router_wrapped+2696(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_337, .-wrap_337

        .p2align 4
        .type wrap_338, @function
wrap_338:
        .cfi_startproc
        movq router_wrapped+2704(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_338, .-wrap_338

        .p2align 4
        .type wrap_339, @function
wrap_339:
        .cfi_startproc
        movq router_wrapped+2712(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_339, .-wrap_339

        .p2align 4
        .type wrap_340, @function
wrap_340:
        .cfi_startproc
        movq router_wrapped+2720(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_340, .-wrap_340

        .p2align 4
        .type wrap_341, @function
wrap_341:
        .cfi_startproc
        movq router_wrapped+2728(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_341, .-wrap_341

        .p2align 4
        .type wrap_342, @function
wrap_342:
        .cfi_startproc
        movq router_wrapped+2736(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_342, .-wrap_342

        .p2align 4
        .type wrap_343, @function
wrap_343:
        .cfi_startproc
        movq router_wrapped+2744(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_343, .-wrap_343

        .p2align 4
        .type wrap_344, @function
wrap_344:
        .cfi_startproc
        movq router_wrapped+2752(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_344, .-wrap_344

        .p2align 4
        .type wrap_345, @function
wrap_345:
        .cfi_startproc
        movq router_wrapped+2760(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_345, .-wrap_345

        .p2align 4
        .type wrap_346, @function
wrap_346:
        .cfi_startproc
        movq router_wrapped+2768(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_346, .-wrap_346

        .p2align 4
        .type wrap_347, @function
wrap_347:
        .cfi_startproc
        movq router_wrapped+2776(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_347, .-wrap_347

        .p2align 4
        .type wrap_348, @function
wrap_348:
        .cfi_startproc
        movq router_wrapped+2784(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_348, .-wrap_348

        .p2align 4
        .type wrap_349, @function
wrap_349:
        .cfi_startproc
        movq router_wrapped+2792(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_349, .-wrap_349

        .p2align 4
        .type wrap_350, @function
wrap_350:
        .cfi_startproc
        movq router_wrapped+2800(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_350, .-wrap_350

        .p2align 4
        .type wrap_351, @function
wrap_351:
        .cfi_startproc
        movq router_wrapped+2808(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_351, .-wrap_351

        .p2align 4
        .type wrap_352, @function
wrap_352:
        .cfi_startproc
        movq router_wrapped+2816(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_352, .-wrap_352

        .p2align 4
        .type wrap_353, @function
wrap_353:
        .cfi_startproc
        movq router_wrapped+2824(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_353, .-wrap_353

        .p2align 4
        .type wrap_354, @function
wrap_354:
        .cfi_startproc
        movq router_wrapped+2832(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_354, .-wrap_354

        .p2align 4
        .type wrap_355, @function
wrap_355:
        .cfi_startproc
        movq router_wrapped+2840(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_355, .-wrap_355

        .p2align 4
        .type wrap_356, @function
wrap_356:
        .cfi_startproc
        movq router_wrapped+2848(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_356, .-wrap_356

        .p2align 4
        .type wrap_357, @function
wrap_357:
        .cfi_startproc
        movq router_wrapped+2856(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_357, .-wrap_357

        .p2align 4
        .type wrap_358, @function
wrap_358:
        .cfi_startproc
        movq router_wrapped+2864(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_358, .-wrap_358

        .p2align 4
        .type wrap_359, @function
wrap_359:
        .cfi_startproc
        movq router_wrapped+2872(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_359, .-wrap_359

        .p2align 4
        .type wrap_360, @function
wrap_360:
        .cfi_startproc
        movq router_wrapped+2880(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_360, .-wrap_360

        .p2align 4
        .type wrap_361, @function
wrap_361:
        .cfi_startproc
        movq router_wrapped+2888(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_361, .-wrap_361

        .p2align 4
        .type wrap_362, @function
wrap_362:
        .cfi_startproc
        movq router_wrapped+2896(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_362, .-wrap_362

        .p2align 4
        .type wrap_363, @function
wrap_363:
        .cfi_startproc
        movq router_wrapped+2904(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_363, .-wrap_363

        .p2align 4
        .type wrap_364, @function
wrap_364:
        .cfi_startproc
        movq router_wrapped+2912(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_364, .-wrap_364

        .p2align 4
        .type wrap_365, @function
wrap_365:
        .cfi_startproc
        movq router_wrapped+2920(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_365, .-wrap_365

        .p2align 4
        .type wrap_366, @function
wrap_366:
        .cfi_startproc
        movq router_wrapped+2928(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_366, .-wrap_366

        .p2align 4
        .type wrap_367, @function
wrap_367:
        .cfi_startproc
        movq router_wrapped+2936(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_367, .-wrap_367

        .p2align 4
        .type wrap_368, @function
wrap_368:
        .cfi_startproc
        movq router_wrapped+2944(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_368, .-wrap_368

        .p2align 4
        .type wrap_369, @function
wrap_369:
        .cfi_startproc
        movq router_wrapped+2952(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_369, .-wrap_369

        .p2align 4
        .type wrap_370, @function
wrap_370:
        .cfi_startproc
        movq router_wrapped+2960(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_370, .-wrap_370

        .p2align 4
        .type wrap_371, @function
wrap_371:
        .cfi_startproc
        movq router_wrapped+2968(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_371, .-wrap_371

        .p2align 4
        .type wrap_372, @function
wrap_372:
        .cfi_startproc
        movq router_wrapped+2976(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_372, .-wrap_372

        .p2align 4
        .type wrap_373, @function
wrap_373:
        .cfi_startproc
        movq router_wrapped+2984(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_373, .-wrap_373

        .p2align 4
        .type wrap_374, @function
wrap_374:
        .cfi_startproc
        movq router_wrapped+2992(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_374, .-wrap_374

        .p2align 4
        .type wrap_375, @function
wrap_375:
        .cfi_startproc
        movq router_wrapped+3000(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_375, .-wrap_375

        .p2align 4
        .type wrap_376, @function
wrap_376:
        .cfi_startproc
        movq router_wrapped+3008(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_376, .-wrap_376

        .p2align 4
        .type wrap_377, @function
wrap_377:
        .cfi_startproc
        movq router_wrapped+3016(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_377, .-wrap_377

        .p2align 4
        .type wrap_378, @function
wrap_378:
        .cfi_startproc
        movq router_wrapped+3024(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_378, .-wrap_378

        .p2align 4
        .type wrap_379, @function
wrap_379:
        .cfi_startproc
        movq router_wrapped+3032(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_379, .-wrap_379

        .p2align 4
        .type wrap_380, @function
wrap_380:
        .cfi_startproc
        movq router_wrapped+3040(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_380, .-wrap_380

        .p2align 4
        .type wrap_381, @function
wrap_381:
        .cfi_startproc
        movq router_wrapped+3048(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_381, .-wrap_381

        .p2align 4
        .type wrap_382, @function
wrap_382:
        .cfi_startproc
        movq router_wrapped+3056(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_382, .-wrap_382

        .p2align 4
        .type wrap_383, @function
wrap_383:
        .cfi_startproc
        movq router_wrapped+3064(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_383, .-wrap_383

        .p2align 4
        .type wrap_384, @function
wrap_384:
        .cfi_startproc
        movq router_wrapped+3072(%rip), %r10
        jmp router_upcall_6
        .cfi_endproc
        .size wrap_384, .-wrap_384

        .section .data.rel.ro.local, "aw", @progbits
        .p2align 6
        .globl router_trampolines
        .hidden router_trampolines
        .type router_trampolines, @object
router_trampolines:
        .quad tramp_0
        .quad router_native_rustcore_at_exit
        .quad tramp_2
        .quad tramp_3
        .quad tramp_4
        .quad tramp_5
        .quad tramp_6
        .quad tramp_7
        .quad tramp_8
        .quad tramp_9
        .quad tramp_10
        .quad router_native_rustcore_builder_spawn
        .quad tramp_12
        .quad tramp_13
        .quad tramp_14
        .quad tramp_15
        .quad tramp_16
        .quad tramp_17
        .quad tramp_18
        .quad tramp_19
        .quad tramp_20
        .quad tramp_21
        .quad tramp_22
        .quad tramp_23
        .quad tramp_24
        .quad tramp_25
        .quad tramp_26
        .quad tramp_27
        .quad tramp_28
        .quad tramp_29
        .quad tramp_30
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
        .quad tramp_46
        .quad tramp_47
        .quad tramp_48
        .quad tramp_49
        .quad tramp_50
        .quad tramp_51
        .quad tramp_52
        .quad tramp_53
        .quad tramp_54
        .quad tramp_55
        .quad tramp_56
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
        .quad tramp_67
        .quad tramp_68
        .quad tramp_69
        .quad tramp_70
        .quad tramp_71
        .quad tramp_72
        .quad tramp_73
        .quad tramp_74
        .quad tramp_75
        .quad tramp_76
        .quad tramp_77
        .quad tramp_78
        .quad tramp_79
        .quad router_native_rustcore_spawn
        .quad router_native_rustcore_spawn_sched
        .quad router_native_rustcore_spawn_supervised
        .quad router_native_rustcore_spawn_unlinked
        .quad router_native_rustcore_start
        .quad tramp_85
        .quad tramp_86
        .quad tramp_87
        .quad tramp_88
        .quad tramp_89
        .quad router_native_rustcore_tcp_listen
        .quad tramp_91
        .quad tramp_92
        .quad tramp_93
        .quad tramp_94
        .quad tramp_95
        .quad tramp_96
        .quad tramp_97
        .quad tramp_98
        .quad router_native_rustcore_try
        .quad tramp_100
        .quad tramp_101
        .quad tramp_102
        .quad tramp_103
        .quad tramp_104
        .quad tramp_105
        .quad tramp_106
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
        .quad wrap_33
        .quad wrap_34
        .quad wrap_35
        .quad wrap_36
        .quad wrap_37
        .quad wrap_38
        .quad wrap_39
        .quad wrap_40
        .quad wrap_41
        .quad wrap_42
        .quad wrap_43
        .quad wrap_44
        .quad wrap_45
        .quad wrap_46
        .quad wrap_47
        .quad wrap_48
        .quad wrap_49
        .quad wrap_50
        .quad wrap_51
        .quad wrap_52
        .quad wrap_53
        .quad wrap_54
        .quad wrap_55
        .quad wrap_56
        .quad wrap_57
        .quad wrap_58
        .quad wrap_59
        .quad wrap_60
        .quad wrap_61
        .quad wrap_62
        .quad wrap_63
        .quad wrap_64
        .quad wrap_65
        .quad wrap_66
        .quad wrap_67
        .quad wrap_68
        .quad wrap_69
        .quad wrap_70
        .quad wrap_71
        .quad wrap_72
        .quad wrap_73
        .quad wrap_74
        .quad wrap_75
        .quad wrap_76
        .quad wrap_77
        .quad wrap_78
        .quad wrap_79
        .quad wrap_80
        .quad wrap_81
        .quad wrap_82
        .quad wrap_83
        .quad wrap_84
        .quad wrap_85
        .quad wrap_86
        .quad wrap_87
        .quad wrap_88
        .quad wrap_89
        .quad wrap_90
        .quad wrap_91
        .quad wrap_92
        .quad wrap_93
        .quad wrap_94
        .quad wrap_95
        .quad wrap_96
        .quad wrap_97
        .quad wrap_98
        .quad wrap_99
        .quad wrap_100
        .quad wrap_101
        .quad wrap_102
        .quad wrap_103
        .quad wrap_104
        .quad wrap_105
        .quad wrap_106
        .quad wrap_107
        .quad wrap_108
        .quad wrap_109
        .quad wrap_110
        .quad wrap_111
        .quad wrap_112
        .quad wrap_113
        .quad wrap_114
        .quad wrap_115
        .quad wrap_116
        .quad wrap_117
        .quad wrap_118
        .quad wrap_119
        .quad wrap_120
        .quad wrap_121
        .quad wrap_122
        .quad wrap_123
        .quad wrap_124
        .quad wrap_125
        .quad wrap_126
        .quad wrap_127
        .quad wrap_128
        .quad wrap_129
        .quad wrap_130
        .quad wrap_131
        .quad wrap_132
        .quad wrap_133
        .quad wrap_134
        .quad wrap_135
        .quad wrap_136
        .quad wrap_137
        .quad wrap_138
        .quad wrap_139
        .quad wrap_140
        .quad wrap_141
        .quad wrap_142
        .quad wrap_143
        .quad wrap_144
        .quad wrap_145
        .quad wrap_146
        .quad wrap_147
        .quad wrap_148
        .quad wrap_149
        .quad wrap_150
        .quad wrap_151
        .quad wrap_152
        .quad wrap_153
        .quad wrap_154
        .quad wrap_155
        .quad wrap_156
        .quad wrap_157
        .quad wrap_158
        .quad wrap_159
        .quad wrap_160
        .quad wrap_161
        .quad wrap_162
        .quad wrap_163
        .quad wrap_164
        .quad wrap_165
        .quad wrap_166
        .quad wrap_167
        .quad wrap_168
        .quad wrap_169
        .quad wrap_170
        .quad wrap_171
        .quad wrap_172
        .quad wrap_173
        .quad wrap_174
        .quad wrap_175
        .quad wrap_176
        .quad wrap_177
        .quad wrap_178
        .quad wrap_179
        .quad wrap_180
        .quad wrap_181
        .quad wrap_182
        .quad wrap_183
        .quad wrap_184
        .quad wrap_185
        .quad wrap_186
        .quad wrap_187
        .quad wrap_188
        .quad wrap_189
        .quad wrap_190
        .quad wrap_191
        .quad wrap_192
        .quad wrap_193
        .quad wrap_194
        .quad wrap_195
        .quad wrap_196
        .quad wrap_197
        .quad wrap_198
        .quad wrap_199
        .quad wrap_200
        .quad wrap_201
        .quad wrap_202
        .quad wrap_203
        .quad wrap_204
        .quad wrap_205
        .quad wrap_206
        .quad wrap_207
        .quad wrap_208
        .quad wrap_209
        .quad wrap_210
        .quad wrap_211
        .quad wrap_212
        .quad wrap_213
        .quad wrap_214
        .quad wrap_215
        .quad wrap_216
        .quad wrap_217
        .quad wrap_218
        .quad wrap_219
        .quad wrap_220
        .quad wrap_221
        .quad wrap_222
        .quad wrap_223
        .quad wrap_224
        .quad wrap_225
        .quad wrap_226
        .quad wrap_227
        .quad wrap_228
        .quad wrap_229
        .quad wrap_230
        .quad wrap_231
        .quad wrap_232
        .quad wrap_233
        .quad wrap_234
        .quad wrap_235
        .quad wrap_236
        .quad wrap_237
        .quad wrap_238
        .quad wrap_239
        .quad wrap_240
        .quad wrap_241
        .quad wrap_242
        .quad wrap_243
        .quad wrap_244
        .quad wrap_245
        .quad wrap_246
        .quad wrap_247
        .quad wrap_248
        .quad wrap_249
        .quad wrap_250
        .quad wrap_251
        .quad wrap_252
        .quad wrap_253
        .quad wrap_254
        .quad wrap_255
        .quad wrap_256
        .quad wrap_257
        .quad wrap_258
        .quad wrap_259
        .quad wrap_260
        .quad wrap_261
        .quad wrap_262
        .quad wrap_263
        .quad wrap_264
        .quad wrap_265
        .quad wrap_266
        .quad wrap_267
        .quad wrap_268
        .quad wrap_269
        .quad wrap_270
        .quad wrap_271
        .quad wrap_272
        .quad wrap_273
        .quad wrap_274
        .quad wrap_275
        .quad wrap_276
        .quad wrap_277
        .quad wrap_278
        .quad wrap_279
        .quad wrap_280
        .quad wrap_281
        .quad wrap_282
        .quad wrap_283
        .quad wrap_284
        .quad wrap_285
        .quad wrap_286
        .quad wrap_287
        .quad wrap_288
        .quad wrap_289
        .quad wrap_290
        .quad wrap_291
        .quad wrap_292
        .quad wrap_293
        .quad wrap_294
        .quad wrap_295
        .quad wrap_296
        .quad wrap_297
        .quad wrap_298
        .quad wrap_299
        .quad wrap_300
        .quad wrap_301
        .quad wrap_302
        .quad wrap_303
        .quad wrap_304
        .quad wrap_305
        .quad wrap_306
        .quad wrap_307
        .quad wrap_308
        .quad wrap_309
        .quad wrap_310
        .quad wrap_311
        .quad wrap_312
        .quad wrap_313
        .quad wrap_314
        .quad wrap_315
        .quad wrap_316
        .quad wrap_317
        .quad wrap_318
        .quad wrap_319
        .quad wrap_320
        .quad wrap_321
        .quad wrap_322
        .quad wrap_323
        .quad wrap_324
        .quad wrap_325
        .quad wrap_326
        .quad wrap_327
        .quad wrap_328
        .quad wrap_329
        .quad wrap_330
        .quad wrap_331
        .quad wrap_332
        .quad wrap_333
        .quad wrap_334
        .quad wrap_335
        .quad wrap_336
        .quad wrap_337
        .quad wrap_338
        .quad wrap_339
        .quad wrap_340
        .quad wrap_341
        .quad wrap_342
        .quad wrap_343
        .quad wrap_344
        .quad wrap_345
        .quad wrap_346
        .quad wrap_347
        .quad wrap_348
        .quad wrap_349
        .quad wrap_350
        .quad wrap_351
        .quad wrap_352
        .quad wrap_353
        .quad wrap_354
        .quad wrap_355
        .quad wrap_356
        .quad wrap_357
        .quad wrap_358
        .quad wrap_359
        .quad wrap_360
        .quad wrap_361
        .quad wrap_362
        .quad wrap_363
        .quad wrap_364
        .quad wrap_365
        .quad wrap_366
        .quad wrap_367
        .quad wrap_368
        .quad wrap_369
        .quad wrap_370
        .quad wrap_371
        .quad wrap_372
        .quad wrap_373
        .quad wrap_374
        .quad wrap_375
        .quad wrap_376
        .quad wrap_377
        .quad wrap_378
        .quad wrap_379
        .quad wrap_380
        .quad wrap_381
        .quad wrap_382
        .quad wrap_383
        .quad wrap_384
        .size router_wrappers, .-router_wrappers

        .section .note.GNU-stack,"",@progbits
