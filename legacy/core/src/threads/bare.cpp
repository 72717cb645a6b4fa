#include "memory/exchange.h"
#include "rustcore.hpp"
#include "stacks/hops.h"
#include "tasks/depths.h"

namespace {

struct bare_call {
    rustcore_block block;
    void *env;
    rustcore_chan_one *ended;

    // On the OS thread, outside of any task.
    static void run(void *, rust_opaque_box *env, void *) {
        auto *call = reinterpret_cast<bare_call *>(env);
        call->block(call->env);
    }
    // A task that only holds a thread of its own while the OS thread runs.
    static void join(void *env) {
        core::on_c([=] {
            fn_env_pair entry = {run, static_cast<rust_opaque_box *>(env)};
            rust_raw_thread_join_delete(rust_raw_thread_start(&entry));
        });
        rustcore_send_one(static_cast<bare_call *>(env)->ended, nullptr);
    }
};

} // namespace

void rustcore_run_in_bare_thread(rustcore_block block, void *env) {
    rustcore_port_one *port;
    bare_call call = {block, env, nullptr};
    rustcore_oneshot(&core::exchange::nothing, &port, &call.ended);
    // The thread borrows the block: whatever happens to this task or its group, it waits for the end.
    core::unkillable until_it_ended(rust_get_task());
    rustcore::builder()
        .linkage(RUSTCORE_UNLINKED)
        .scheduler(RUSTCORE_SINGLE_THREADED)
        .spawn([&call] { bare_call::join(&call); });
    rustcore_recv_one(port, nullptr);
}
