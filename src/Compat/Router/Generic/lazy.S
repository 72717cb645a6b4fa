/* router_lazy: the first call of a symbol. */
#include "lazy.h"
        .text
        LAZY    router_lazy, router_resolve
        .section .note.GNU-stack,"",@progbits
