#include "tasks/spawn.h"
#include "tasks/control_block.h"

namespace core {
namespace {

// A child's environment, from the spawner to the child: the runtime ends it after the body, before the
// task-local data.
struct newborn {
    lineage born_into;
    notifier end;
    closure body;
};

void live(void *, rust_opaque_box *env, void *) {
    auto *self = reinterpret_cast<newborn *>(env + 1);
    if (control_block::begin(rust_get_task(), std::move(self->born_into), std::move(self->end)))
        self->body.call();
}

} // namespace

void spawn(const spawn_options &options, closure body) {
    notifier end(options.result);
    lineage child = control_block::current().of_child(options.linkage);
    // A task that is never started keeps the runtime alive for ever.
    unkillable until_it_is_started(rust_get_task());
    rust_task *task = create_task(options.mode, options.argument);
    newborn *env = exchange::make<newborn>(newborn{std::move(child), std::move(end), std::move(body)});
    fn_env_pair entry = {live, exchange::box_of(env)};
    on_c([&] { start_task(task, &entry); });
}

} // namespace core
