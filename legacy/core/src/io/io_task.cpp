#include "io/io_task.h"
#include "rustcore/exit.hpp"
#include "rustcore/tasks.hpp"
#include "stacks/hops.h"
#include "tasks/depths.h"
#include "tasks/failure.h"
#include <csignal>

namespace core {

namespace {

using message = owned<io_job>; // null: the loop shall end

struct mailbox {
    rustcore::chan<message> jobs;
    uv_async_t *wake; // null: the loop ends or has ended
};

} // namespace

} // namespace core

template <> struct rustcore::moves_as_bytes<core::message> : std::true_type {};
template <> struct rustcore::moves_as_bytes<core::mailbox> : std::true_type {};

namespace core {

namespace {

template <class F> void with(rustcore_exclusive *shared, F f) {
    auto run = [](void *data, void *env) { (*static_cast<F *>(env))(rustcore::value<mailbox>::in(data)); };
    rustcore_exclusive_with(shared, run, &f);
}

} // namespace

// The loop's own side; on the I/O task's stack.
class io_loop {
public:
    io_loop() : loop_(on_c([] { return static_cast<uv_loop_t *>(rust_uv_loop_new()); })) {
        auto [port, chan] = rustcore::stream<message>();
        jobs_ = std::move(port);
        on_c([this] {
            rust_uv_async_init(loop_, wake_.get(), &woken);
            rust_uv_set_data_for_uv_handle(wake_.handle(), this);
        });
        rustcore::value<mailbox> box({std::move(chan), wake_.get()});
        mailbox_ = rustcore_exclusive_new(box.type(), box.bytes());
    }
    io_loop(const io_loop &) = delete;
    ~io_loop() {
        rustcore_exclusive_drop(mailbox_);
    }

    io_task reference() {
        return io_task(rustcore_exclusive_clone(mailbox_));
    }
    // Returns when the loop was told to exit.
    void run() {
        on_c([this] {
            // Blocked on this thread alone, so that writing to a peer that has gone is an error and not the
            // end.
            sigset_t broken_pipe;
            sigemptyset(&broken_pipe);
            sigaddset(&broken_pipe, SIGPIPE);
            pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
            rust_uv_run(loop_);
            rust_uv_loop_delete(loop_);
        });
    }

private:
    static void woken(uv_async_t *handle, int) {
        auto *self = uv::owner_of_handle<io_loop>(handle);
        if (self->ending_) rust_uv_close(self->wake_.handle(), &closed);
        else on_rust([self] { self->run_jobs(); });
    }
    void run_jobs() {
        while (!ending_ && jobs_.peek())
            if (message job = jobs_.recv()) job->run(loop_);
            else begin_exit();
    }
    void begin_exit() {
        ending_ = true;
        with(mailbox_, [](mailbox &box) { box.wake = nullptr; });
        on_c([this] { rust_uv_async_send(wake_.get()); });
    }
    static void closed(uv_handle_t *handle) {
        auto *self = uv::owner_of_handle<io_loop>(handle);
        size_t open = 0;
        rust_uv_walk(
            self->loop_, [](uv_handle_t *, void *count) { ++*static_cast<size_t *>(count); }, &open);
        // A failure inside a callback aborts.
        if (open) on_rust([] { fail("an I/O task was told to exit while handles were open on its loop"); });
    }

    uv_loop_t *loop_;
    uv::async wake_;
    rustcore::port<message> jobs_{nullptr};
    rustcore_exclusive *mailbox_;
    bool ending_ = false;
};

namespace {

void run_loop(answer_chan<io_task> spawner) {
    io_loop loop;
    spawner.send(loop.reference());
    loop.run();
}

} // namespace

io_task spawn_io_task(rustcore_linkage linkage, bool weak) {
    auto [port, chan] = rustcore::oneshot<io_task>();
    rustcore::builder builder;
    builder.linkage(linkage).scheduler(RUSTCORE_SINGLE_THREADED);
    builder.spawn([weak, spawner = std::move(chan)]() mutable {
        if (!weak) return run_loop(std::move(spawner));
        // A loop does not listen to pipes: whoever wants it to end at shutdown hears of it elsewhere.
        rustcore::weaken([&](rustcore::shutdown_port &) { run_loop(std::move(spawner)); });
    });
    // Killed between, the spawner would lose the only way to end the loop.
    unkillable section(rust_get_task());
    return port.recv();
}

io_task io_task::borrowed(rustcore_iotask *io) {
    return io_task(rustcore_exclusive_clone(reinterpret_cast<rustcore_exclusive *>(io)));
}
io_task::io_task(const io_task &other) : mailbox_(rustcore_exclusive_clone(other.mailbox_)) {}
io_task::~io_task() {
    if (mailbox_) rustcore_exclusive_drop(mailbox_);
}

void io_task::post(io_job *job) const {
    // Where the loop is gone it is dropped here, not under the lock: its destructor may well post something.
    message unsent(job);
    with(mailbox_, [&](mailbox &box) {
        if (!box.wake) return;
        box.jobs.send(std::move(unsent));
        on_c([&] { rust_uv_async_send(box.wake); });
    });
}

} // namespace core

using core::io_task;

rustcore_iotask *rustcore_iotask_spawn(void) {
    return core::spawn_io_task(RUSTCORE_LINKED, false).release();
}

rustcore_iotask *rustcore_iotask_clone(rustcore_iotask *io) {
    return io_task::borrowed(io).release();
}

void rustcore_iotask_drop(rustcore_iotask *io) {
    rustcore_exclusive_drop(reinterpret_cast<rustcore_exclusive *>(io));
}

void rustcore_iotask_interact(rustcore_iotask *io, void (*f)(void *loop, void *env), void *env,
                              void (*drop)(void *env)) {
    struct interaction {
        void (*f)(void *loop, void *env);
        void *env;
        void (*drop)(void *env);
        interaction(void (*f)(void *, void *), void *env, void (*drop)(void *))
            : f(f), env(env), drop(drop) {}
        interaction(interaction &&other) noexcept
            : f(other.f), env(other.env), drop(std::exchange(other.drop, nullptr)) {}
        ~interaction() {
            if (drop) drop(env);
        }
        void operator()(uv_loop_t *loop) {
            f(loop, env);
        }
    };
    io_task::borrowed(io).interact(interaction(f, env, drop));
}

void rustcore_iotask_exit(rustcore_iotask *io) {
    io_task::borrowed(io).exit();
}
