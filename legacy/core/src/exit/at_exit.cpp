// Exit functions. The runtime keeps pointers to entries and gives them all to one runner, which is a task of
// its own.
#include "closures/closure.h"
#include "memory/exchange.h"
#include "rustcore.h"
#include "stacks/hops.h"
#include <vector>

namespace core {
namespace {

// The runtime's entry comes first: the runner gets back to the body from it.
struct exit_function {
    fn_env_pair entry;
    closure body;
};

// The order is a random one, so that no exit function relies on another. Seeded by RUST_SEED like every
// generator.
class random_order {
    rust_rng *_rng = on_c([] { return rand_new(); });

public:
    ~random_order() {
        on_c([this] { rand_free(_rng); });
    }
    size_t below(size_t n) {
        return on_c([this] { return rand_next(_rng); }) % n;
    }
};

void run_all(void *, rust_opaque_box *, void *arg) {
    auto *registered = static_cast<exit_functions *>(arg);
    std::vector<exit_function *, exchange::allocator<exit_function *>> all;
    for (size_t i = 0; i < registered->count; i++)
        all.push_back(reinterpret_cast<exit_function *>(registered->start[i]));
    random_order random;
    for (size_t left = all.size(); left > 1; left--) std::swap(all[left - 1], all[random.below(left)]);
    for (exit_function *f : all) {
        rustcore_closure body = f->body.give();
        exchange::destroy(f);
        rustcore_spawn_supervised(body);
    }
}

} // namespace
} // namespace core

void rustcore_at_exit(rustcore_closure f) {
    using namespace core;
    auto *registered = exchange::make<exit_function>(exit_function{{nullptr, nullptr}, closure(f)});
    on_c([=] { rust_register_exit_function(run_all, &registered->entry); });
}
