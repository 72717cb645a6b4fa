#include "core_case.h"

namespace {

struct annihilator {
    annihilator() {
        harness::annihilate_by(rustcore_annihilate);
    }
} installed;

} // namespace
