// A frame as the old compiler made them: its unwind table names upcall_rust_personality, and its landing pad
// cleans up and resumes. For C and C++, so that it can be met in a process without a C++ library.
#ifndef LEGACY_TESTS_COMPILED_FRAME_H
#define LEGACY_TESTS_COMPILED_FRAME_H

#ifdef __cplusplus
extern "C" {
#endif
// Calls f(argument); when that is unwound, landing(argument).
void compiled_frame(void (*f)(void *), void *argument, void (*landing)(void *));
#ifdef __cplusplus
}
#endif

__asm__("        .text\n"
        "        .p2align 4\n"
        "        .type compiled_frame, @function\n"
        "compiled_frame:\n"
        "        .cfi_startproc\n"
        "        .cfi_personality 0x9b, compiled_frame_personality\n"
        "        .cfi_lsda 0x1b, compiled_frame_table\n"
        "        pushq %rbx\n"
        "        .cfi_def_cfa_offset 16\n"
        "        .cfi_offset rbx, -16\n"
        "        pushq %r12\n"
        "        .cfi_def_cfa_offset 24\n"
        "        .cfi_offset r12, -24\n"
        "        subq $24, %rsp\n"
        "        .cfi_def_cfa_offset 48\n"
        "        movq %rdx, %rbx\n"
        "        movq %rsi, %r12\n"
        "        movq %rdi, %rax\n"
        "        movq %rsi, %rdi\n"
        "1:      call *%rax\n"
        "2:      addq $24, %rsp\n"
        "        .cfi_remember_state\n"
        "        .cfi_def_cfa_offset 24\n"
        "        popq %r12\n"
        "        .cfi_def_cfa_offset 16\n"
        "        popq %rbx\n"
        "        .cfi_def_cfa_offset 8\n"
        "        ret\n"
        "        .cfi_restore_state\n"
        "3:      movq %rax, (%rsp)\n" // the landing pad; rax is the exception
        "        movq %r12, %rdi\n"
        "        call *%rbx\n"
        "        movq (%rsp), %rdi\n"
        "        call _Unwind_Resume@PLT\n"
        "6:      ud2\n"
        "        .cfi_endproc\n"
        "        .size compiled_frame, .-compiled_frame\n"
        "        .section .gcc_except_table, \"a\", @progbits\n"
        "        .p2align 2\n"
        "compiled_frame_table:\n"
        "        .byte 0xff, 0xff, 0x01\n" // no base, no types, call sites in uleb128
        "        .uleb128 5f-4f\n"
        "4:      .uleb128 1b-compiled_frame, 2b-1b, 3b-compiled_frame, 0\n" // a cleanup
        "        .uleb128 3b-compiled_frame, 6b-3b, 0, 0\n" // what leaves the landing pad goes on
        "5:\n"
        "        .section .data.rel, \"aw\", @progbits\n"
        "        .p2align 3\n"
        "compiled_frame_personality:\n"
        "        .quad upcall_rust_personality\n"
        "        .text\n");

#endif
