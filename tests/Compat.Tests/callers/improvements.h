// What RUSTRT_IMPROVE changes, each with it and without (MIGRATION.md, after you switched). On the new backend alone: the old one has
// no improvements. Cases on_the_old_core_... are run where environment and local heap alone are new.
#ifndef COMPAT_TESTS_IMPROVEMENTS_H
#define COMPAT_TESTS_IMPROVEMENTS_H
#include "harness.h"

using namespace harness;

// A box of it owns nothing.
inline type_desc word_type = {8, 8, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};

#define IMPROVE(what) env("RUSTRT_IMPROVE", what)

#endif
