// A legacy library that offers the seams of the exchange heap and of the log, and no core table, so it publishes no host stacks.
// It is what a user has who gave an old library two seams. The binding of this library is the whole one, left unexported.
#define rustrt_legacy_bind whole_bind
#define rustrt_legacy_use whole_use
#include "router/binding.cpp"
#undef rustrt_legacy_bind
#undef rustrt_legacy_use

namespace {
constexpr rustrt_seams only_some() {
    rustrt_seams seams = {};
    seams.of[RUSTRT_UNIT_EXCHANGE_HEAP] = &legacy::own_exchange;
    seams.of[RUSTRT_UNIT_LOGGING] = &legacy::own_logging;
    return seams;
}
constexpr rustrt_seams some_seams = only_some();
const rustrt_legacy some_offer = {RUSTRT_CORE_VERSION, sizeof(rustrt_legacy), nullptr, &some_seams};
} // namespace

extern "C" {
__attribute__((visibility("default"))) const rustrt_legacy *rustrt_legacy_bind(const rustrt_router *router) {
    legacy::in_use.exchange_count = router->exchange_count;
    return &some_offer;
}

__attribute__((visibility("default"))) void rustrt_legacy_use(const rustrt_core *, const rustrt_seams *seams) {
    legacy::take(legacy::in_use.exchange, seams, RUSTRT_UNIT_EXCHANGE_HEAP);
    legacy::take(legacy::in_use.logging, seams, RUSTRT_UNIT_LOGGING);
}
}
