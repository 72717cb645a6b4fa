// Misuse (misuse.h) of the environment.
#include "harness.h"
#include <cstring>

using namespace harness;

CASE(the_environment_comes_as_strings, exits(0).threads("1").env("COMPAT_TEST", "a=b=c").out("found a=b=c, counts 0, size 1\n")) {
    on_c([] {
        long before = *rust_get_exchange_count_ptr();
        rust_vec_box *pairs = rust_env_pairs();
        size_t n = pairs->fill / sizeof(void *);
        bool counted = *rust_get_exchange_count_ptr() == static_cast<uintptr_t>(before) + n + 1 && pairs->alloc == pairs->fill;
        auto **all = reinterpret_cast<rust_str **>(pairs->data);
        for (size_t i = 0; i < n; i++) {
            auto *text = reinterpret_cast<const char *>(all[i]->data);
            if (!strncmp(text, "COMPAT_TEST=", 12))
                print("found %s, counts %ld, size %d\n", text + 12, static_cast<long>(all[i]->header.ref_count),
                      counted && all[i]->fill == strlen(text) + 1 && all[i]->alloc == all[i]->fill && all[i]->header.td && !pairs->header.td);
            rust_uv_current_kernel_free(all[i]);
        }
        rust_uv_current_kernel_free(pairs);
    });
}
