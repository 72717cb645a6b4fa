#include "io/io_task.h"
#include "stacks/hops.h"
#include "tasks/failure.h"

namespace core {

namespace {

struct Message {
    Job *job; // null: the loop shall end
    ~Message() {
        if (job) exchange::destroy(job);
    }
};

struct Mailbox {
    rustcore_chan *jobs;
    uv_async_t *wake; // null: the loop ends or has ended
    ~Mailbox() {
        rustcore_chan_drop(jobs);
    }
};

template <class F> void with(rustcore_exclusive *mailbox, F f) {
    rustcore_exclusive_with(
        mailbox, [](void *data, void *env) { (*static_cast<F *>(env))(*static_cast<Mailbox *>(data)); }, &f);
}

} // namespace

// The loop's own side; on the I/O task's stack.
class Loop {
public:
    Loop() : loop_(on_c([] { return static_cast<uv_loop_t *>(rust_uv_loop_new()); })) {
        rustcore_chan *jobs;
        rustcore_stream(&exchange::descriptor<Message>, &jobs_, &jobs);
        on_c([this] {
            rust_uv_async_init(loop_, wake_.get(), &woken);
            rust_uv_set_data_for_uv_handle(wake_.as<uv_handle_t>(), this);
        });
        auto mailbox = Moved<Mailbox>::of(jobs, wake_.get());
        mailbox_ = rustcore_exclusive_new(&exchange::descriptor<Mailbox>, mailbox.bytes());
    }
    Loop(const Loop &) = delete;
    ~Loop() {
        rustcore_exclusive_drop(mailbox_);
        rustcore_port_drop(jobs_);
    }

    IoTask reference() {
        return IoTask(rustcore_exclusive_clone(mailbox_));
    }
    // Returns when the loop was told to exit.
    void run() {
        on_c([this] {
            rust_uv_run(loop_);
            rust_uv_loop_delete(loop_);
        });
    }

private:
    static void woken(uv_async_t *handle, int) {
        Loop *self = uv::owner_of<Loop>(reinterpret_cast<uv_handle_t *>(handle));
        if (self->ending_) rust_uv_close(self->wake_.as<uv_handle_t>(), &closed);
        else on_rust([self] { self->run_jobs(); });
    }
    void run_jobs() {
        while (!ending_ && rustcore_peek(jobs_)) {
            Moved<Message> message;
            rustcore_recv(jobs_, message.bytes());
            run_one(static_cast<Message *>(message.bytes()));
        }
    }
    void run_one(Message *message) {
        if (message->job) message->job->run(loop_);
        else begin_exit();
        message->~Message();
    }
    void begin_exit() {
        ending_ = true;
        with(mailbox_, [](Mailbox &mailbox) { mailbox.wake = nullptr; });
        on_c([this] { rust_uv_async_send(wake_.get()); });
    }
    static void closed(uv_handle_t *handle) {
        Loop *self = uv::owner_of<Loop>(handle);
        size_t open = 0;
        rust_uv_walk(
            self->loop_, [](uv_handle_t *, void *count) { ++*static_cast<size_t *>(count); }, &open);
        // A failure inside a callback aborts.
        if (open) on_rust([] { fail("an I/O task was told to exit while handles were open on its loop"); });
    }

    uv_loop_t *loop_;
    uv::Async wake_;
    rustcore_port *jobs_;
    rustcore_exclusive *mailbox_;
    bool ending_ = false;
};

namespace {

void run_loop(AnswerChan<IoTask> spawner) {
    Loop loop;
    spawner.send(loop.reference());
    loop.run();
}

} // namespace

IoTask spawn_io_task(rustcore_linkage linkage, bool weak) {
    auto answer = make_answer<IoTask>();
    rustcore_builder *builder = rustcore_builder_new();
    rustcore_builder_linkage(builder, linkage);
    rustcore_builder_scheduler(builder, RUSTCORE_SINGLE_THREADED, 0);
    rustcore_builder_spawn(
        builder, closure_of([weak, chan = std::move(answer.chan)]() mutable {
            // The shutdown message of weak tasks is for whoever watches this one: a loop does not listen to
            // pipes.
            auto run = [&] { run_loop(std::move(chan)); };
            if (!weak) return run();
            using Run = decltype(run);
            rustcore_weaken([](rustcore_port_one *, void *env) { (*static_cast<Run *>(env))(); }, &run);
        }));
    // Killed between, the spawner would lose the only way to end the loop.
    std::optional<IoTask> io;
    unkillable([&] {
        if (auto reference = answer.port.receive()) io.emplace(std::move(*reference));
    });
    if (!io) fail("the I/O task did not start: its group fails");
    return std::move(*io);
}

IoTask IoTask::borrowed(rustcore_iotask *io) {
    return IoTask(rustcore_exclusive_clone(reinterpret_cast<rustcore_exclusive *>(io)));
}
IoTask::IoTask(const IoTask &other) : mailbox_(rustcore_exclusive_clone(other.mailbox_)) {}
IoTask::~IoTask() {
    if (mailbox_) rustcore_exclusive_drop(mailbox_);
}

void IoTask::post(Job *job) const {
    auto message = Moved<Message>::of(job);
    with(mailbox_, [&](Mailbox &mailbox) {
        rustcore_send(mailbox.jobs, message.bytes());
        if (mailbox.wake) on_c([&] { rust_uv_async_send(mailbox.wake); });
    });
}

} // namespace core

using core::IoTask;

rustcore_iotask *rustcore_iotask_spawn(void) {
    return core::spawn_io_task(RUSTCORE_LINKED, false).release();
}

rustcore_iotask *rustcore_iotask_clone(rustcore_iotask *io) {
    return IoTask::borrowed(io).release();
}

void rustcore_iotask_drop(rustcore_iotask *io) {
    rustcore_exclusive_drop(reinterpret_cast<rustcore_exclusive *>(io));
}

void rustcore_iotask_interact(rustcore_iotask *io, void (*f)(void *loop, void *env), void *env) {
    IoTask::borrowed(io).interact([=](uv_loop_t *loop) { f(loop, env); });
}

void rustcore_iotask_exit(rustcore_iotask *io) {
    IoTask::borrowed(io).exit();
}
