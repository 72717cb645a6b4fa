// What a read brings: bytes in an exchange block, or an error.
#pragma once
#include "rustcore.h"
#include "stacks/hops.h"

namespace core {

inline type_desc arrival_type = {sizeof(rustcore_tcp_read_result),
                                 alignof(rustcore_tcp_read_result),
                                 nullptr,
                                 [](void *, void *, const type_desc **, void *value) {
    void *block = static_cast<rustcore_tcp_read_result *>(value)->bytes.data;
    if (block) on_c([=] { rust_uv_current_kernel_free(block); });
                                 },
                                 nullptr,
                                 nullptr,
                                 nullptr,
                                 nullptr};

} // namespace core
