// Core's crate map. Its level words stay 0, silent: the old walk over crate maps skips the first dependency.
#include "rustcore.h"

namespace {

uint32_t silent[6];
const mod_entry modules[] = {
    {"core", &silent[0]},        {"core::task", &silent[1]},    {"core::task::local_data", &silent[2]},
    {"core::pipes", &silent[3]}, {"core::private", &silent[4]}, {"core::io", &silent[5]},
    {nullptr, nullptr},
};

} // namespace

// Children are read from the second slot on, so there are two empty ones.
const crate_map rustcore_crate_map = {
    1, reinterpret_cast<void *>(rustcore_annihilate), modules, {nullptr, nullptr}};
