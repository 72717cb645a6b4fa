// What core's cases add to the harness of legacy/tests: main tasks get core's annihilator.
#ifndef RUSTCORE_TESTS_CORE_CASE_H
#define RUSTCORE_TESTS_CORE_CASE_H
#include "harness.h"
#include "rustcore.h"

using harness::exits;
using harness::print;

#endif
