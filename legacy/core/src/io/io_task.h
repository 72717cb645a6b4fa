// The I/O task: a loop on a scheduler with one thread of its own (legacy-runtime.md section 11, Off-thread
// I/O).
//
// Others reach it through a mailbox that every reference shares: a stream of jobs, and the async handle that
// wakes the loop.
//   post   under the mailbox's lock: send the job, then wake. Wakes coalesce, jobs do not.
//   wake   on the loop's thread: run jobs while the stream has some.
//   exit   is a job like any other. It takes the async handle out of the mailbox, so that nobody wakes a loop
//   that goes, and
//          wakes once more; that wake closes the handle. So the handles whose closing was asked for before
//          exit are gone when the async handle's close callback looks for those that are still open. That one
//          aborts if it finds any.
// Jobs that nobody runs any more are dropped with the stream.
#pragma once
#include "io/uv.h"
#include "io/values.h"

namespace core {

// Something to run on the loop's thread, on the Rust stack of the I/O task. Dropped there too, or unrun where
// the loop is gone.
class Job {
public:
    virtual ~Job() = default;
    virtual void run(uv_loop_t *loop) = 0;
};

// One reference. Copies and drops belong on the Rust stack.
class IoTask {
public:
    // A clone of what C code holds.
    static IoTask borrowed(rustcore_iotask *io);
    IoTask(const IoTask &other);
    IoTask(IoTask &&other) noexcept : mailbox_(std::exchange(other.mailbox_, nullptr)) {}
    IoTask &operator=(const IoTask &) = delete;
    ~IoTask();
    // For C code.
    rustcore_iotask *release() {
        return reinterpret_cast<rustcore_iotask *>(std::exchange(mailbox_, nullptr));
    }

    // Runs f(uv_loop_t *) on the loop, or drops it.
    template <class F> void interact(F f) const {
        post(exchange::make<JobOf<F>>(std::move(f)));
    }
    void exit() const {
        post(nullptr);
    }

private:
    template <class F> class JobOf final : public Job {
    public:
        explicit JobOf(F f) : f_(std::move(f)) {}
        void run(uv_loop_t *loop) override {
            f_(loop);
        }

    private:
        F f_;
    };

    friend class Loop;
    explicit IoTask(rustcore_exclusive *owned) : mailbox_(owned) {}
    void post(Job *job) const;

    rustcore_exclusive *mailbox_;
};

// A new I/O task. A weak one does not keep the runtime alive; somebody must make it exit at shutdown.
IoTask spawn_io_task(rustcore_linkage linkage, bool weak);

} // namespace core
