// Weak tasks: tasks that the runtime does not wait for, but tells of its end.
//
// One service task knows them: unlinked, itself weak, reached by a shared chan that is global data. A weak
// task registers the chan of its shutdown port before it stops counting as alive, and unregisters when it
// counts again. An exit function tells the service of the shutdown; it passes that on to everybody registered
// and ends. Who registers later finds the service's port closed, so that the chan of the shutdown port dies
// with the message and the port is closed too.
#include "memory/exchange.h"
#include "rustcore.h"
#include "stacks/hops.h"
#include "tasks/depths.h"
#include "tasks/failure.h"
#include <unordered_map>

namespace core {
namespace {

struct message {
    enum { register_task, unregister_task, shutdown } kind;
    rust_task_id task;
    rustcore_chan_one *chan; // of register_task
};
const type_desc message_type = {sizeof(message),
                                alignof(message),
                                nullptr,
                                [](void *, void *, const type_desc **, void *value) {
    if (rustcore_chan_one *chan = static_cast<message *>(value)->chan) rustcore_chan_one_drop(chan);
                                },
                                nullptr,
                                nullptr,
                                nullptr,
                                nullptr};

// The task does not count while this lives.
struct uncounted {
    uncounted() {
        on_c([] { rust_dec_kernel_live_count(); });
    }
    ~uncounted() {
        on_c([] { rust_inc_kernel_live_count(); });
    }
};

class service {
    using chans = std::unordered_map<rust_task_id, rustcore_chan_one *, std::hash<rust_task_id>,
                                     std::equal_to<rust_task_id>,
                                     exchange::allocator<std::pair<const rust_task_id, rustcore_chan_one *>>>;
    uncounted _weak;
    rustcore_port *_port;
    chans _chans;

    // Unkillable: when everything is killed, weak tasks that others need to the last (the watch over the
    // global loop) still have to hear of the shutdown, and not before it.
    static void run(void *port) {
        unkillable section(rust_get_task());
        service(static_cast<rustcore_port *>(port)).serve();
    }
    static void tell(void *shared_chan) {
        message m = {message::shutdown, 0, nullptr};
        rustcore_shared_chan_send(static_cast<rustcore_shared_chan *>(shared_chan), &m);
    }
    static void drop_chan(void *shared_chan) {
        rustcore_shared_chan_drop(static_cast<rustcore_shared_chan *>(shared_chan));
    }
    static void *clone_chan(void *shared_chan) {
        return rustcore_shared_chan_clone(static_cast<rustcore_shared_chan *>(shared_chan));
    }
    static void *create(void *) {
        rustcore_port *port;
        rustcore_chan *chan;
        rustcore_stream(&message_type, &port, &chan);
        rustcore_shared_chan *shared = rustcore_shared_chan_new(chan);
        rustcore_at_exit({tell, clone_chan(shared), drop_chan});
        rustcore_spawn_unlinked({run, port, nullptr});
        return shared;
    }

    explicit service(rustcore_port *port) : _port(port) {}
    ~service() {
        for (auto &[task, chan] : _chans) rustcore_chan_one_drop(chan);
        rustcore_port_drop(_port);
    }
    void serve() {
        for (;;) {
            message m;
            rustcore_recv(_port, &m);
            if (m.kind == message::shutdown) break;
            if (m.kind == message::unregister_task) {
                auto found = _chans.find(m.task);
                rustcore_chan_one_drop(found->second);
                _chans.erase(found);
            } else if (!_chans.emplace(m.task, m.chan).second) {
                rustcore_chan_one_drop(m.chan);
                fail("a task is weak twice");
            }
        }
        for (auto &[task, chan] : _chans) rustcore_send_one(chan, nullptr);
        _chans.clear();
    }

public:
    // A shared chan of it, owned; it begins at first use.
    static rustcore_shared_chan *chan() {
        static const rustcore_global_type chan_type = {clone_chan, drop_chan};
        static const char key = 0;
        return static_cast<rustcore_shared_chan *>(
            rustcore_global_clone_or_create(&key, &chan_type, create, nullptr));
    }
};

// A task's registration.
class registered {
    rustcore_shared_chan *_service;
    rust_task_id _me;
    rustcore_port_one *_port;

public:
    registered() : _service(service::chan()), _me(rustcore_get_task()) {
        message m = {message::register_task, _me, nullptr};
        rustcore_oneshot(&exchange::nothing, &_port, &m.chan);
        rustcore_shared_chan_send(_service, &m);
    }
    ~registered() {
        message m = {message::unregister_task, _me, nullptr};
        rustcore_shared_chan_send(_service, &m);
        rustcore_shared_chan_drop(_service);
        rustcore_port_one_drop(_port);
    }
    rustcore_port_one *port() const {
        return _port;
    }
};

} // namespace
} // namespace core

void rustcore_weaken(void (*f)(rustcore_port_one *shutdown, void *env), void *env) {
    core::registered task;
    core::uncounted weak;
    f(task.port(), env);
}
