/* The one thing of librustcore.so that is no function: core's crate map, as in legacy/core/src/start/crate_map.cpp. A program may
 * hold a copy of it, which all libraries then use, so it cannot be passed on. */
#include "rustcore.h"

static uint32_t silent[6];
static const mod_entry modules[] = {
    {"core", &silent[0]},        {"core::task", &silent[1]},    {"core::task::local_data", &silent[2]},
    {"core::pipes", &silent[3]}, {"core::private", &silent[4]}, {"core::io", &silent[5]},
    {0, 0},
};

__attribute__((visibility("default"))) const crate_map rustcore_crate_map = {1, (void *)rustcore_annihilate, modules, {0, 0}};
