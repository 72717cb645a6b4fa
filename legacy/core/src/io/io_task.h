// The I/O task: a loop on a scheduler with one thread of its own (legacy-runtime.md section 11, Off-thread
// I/O).
//
// Others reach it through a mailbox that every reference shares: a stream of jobs, and the async handle that
// wakes the loop.
//
// - Post: under the mailbox's lock, send the job, then wake; nothing where the handle is gone. Wakes
//   coalesce, jobs do not.
// - Wake: on the loop's thread, run jobs while the stream has some.
// - Exit is a job like any other. It takes the async handle out of the mailbox, so that nobody wakes a loop
//   that goes, and wakes once more; that wake closes the handle. So the handles whose closing was asked for
//   before exit are gone when the async handle's close callback looks for those that are still open. It
//   aborts if it finds any.
//
// Jobs that nobody runs any more are dropped with the stream.
#pragma once
#include "io/owned.h"
#include "io/uv.h"
#include "rustcore/pipes.hpp"

namespace core {

// Runs on the loop's thread, on the Rust stack of the I/O task, where a failure aborts. Dropped there too, or
// by whoever drops the stream where the loop is gone.
class io_job {
public:
    virtual ~io_job() = default;
    virtual void run(uv_loop_t *loop) = 0;
};

// One reference. On the Rust stack.
class io_task {
public:
    // A clone of what C code holds.
    static io_task borrowed(rustcore_iotask *io);
    io_task(const io_task &other);
    io_task(io_task &&other) noexcept : mailbox_(std::exchange(other.mailbox_, nullptr)) {}
    io_task &operator=(const io_task &) = delete;
    ~io_task();
    // For C code.
    rustcore_iotask *release() {
        return reinterpret_cast<rustcore_iotask *>(std::exchange(mailbox_, nullptr));
    }

    // Runs f(uv_loop_t *) on the loop, or drops it. Does not wait.
    template <class F> void interact(F f) const {
        post(exchange::make<job_of<F>>(std::move(f)));
    }
    void exit() const {
        post(nullptr);
    }

private:
    template <class F> class job_of final : public io_job {
    public:
        explicit job_of(F f) : f_(std::move(f)) {}
        void run(uv_loop_t *loop) override {
            f_(loop);
        }

    private:
        F f_;
    };

    friend class io_loop;
    explicit io_task(rustcore_exclusive *mailbox) : mailbox_(mailbox) {}
    void post(io_job *job) const;

    rustcore_exclusive *mailbox_;
};

// A new I/O task. A weak one does not keep the runtime alive; somebody must make it exit at shutdown.
io_task spawn_io_task(rustcore_linkage linkage, bool weak);

// What an operation on a loop answers to the task that waits for it.
template <class T> using answer_port = rustcore::port_one<T>;
template <class T> using answer_chan = rustcore::chan_one<T>;

} // namespace core

template <> struct rustcore::moves_as_bytes<core::io_task> : std::true_type {};
