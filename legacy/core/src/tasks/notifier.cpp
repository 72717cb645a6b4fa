#include "tasks/notifier.h"

namespace core {

const type_desc notifier::result_type = {sizeof(int32_t), alignof(int32_t), nullptr, nullptr,
                                         nullptr,         nullptr,          nullptr, nullptr};

notifier::~notifier() {
    if (!_chan) return;
    if (result) {
        int32_t told = *result;
        rustcore_send(_chan, &told);
    }
    rustcore_chan_drop(_chan);
}

} // namespace core
