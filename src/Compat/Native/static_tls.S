/* Thread-local storage of the C# library without calls. Its objects ask __tls_get_addr, two or three times an upcall (2 ns each);
 * the linker turns all accesses of a variable into loads when one of them is a load already (initial-exec). These are.
 * The price: 264 bytes of the space that the C library keeps for libraries that are opened late (1664 bytes of surplus). */
        .section .text.static_tls,"axR",@progbits
        movq    tls_CurrentThread@gottpoff(%rip), %rax
        movq    tls_InlinedThreadStatics@gottpoff(%rip), %rax
        .section .note.GNU-stack,"",@progbits
