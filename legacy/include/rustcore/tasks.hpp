// Tasks whose bodies are function objects; what a task does about itself.
#ifndef RUSTCORE_TASKS_HPP
#define RUSTCORE_TASKS_HPP
#include "closure.hpp"
#include "pipes.hpp"
#include <cstdlib>
#include <optional>

namespace rustcore {

namespace detail {
// A borrowed block: calls a function of rustcore.h that runs it in place, and hands back the block's result.
template <class F> auto in_block(void (*run)(rustcore_block block, void *env), F &f) {
    using result_type = decltype(f());
    if constexpr (std::is_void_v<result_type>) {
        run([](void *env) { (*static_cast<F *>(env))(); }, &f);
    } else {
        std::optional<result_type> result;
        auto keep = [&] { result.emplace(f()); };
        in_block(run, keep);
        return std::move(*result);
    }
}
} // namespace detail

// Starts the runtime with main as task 1; the exit status when all is over. Modules as rustcore_start takes
// them.
template <class F> int start(int argc, char **argv, F main, const mod_entry *modules = nullptr) {
    // Room for C++ on the stack of each task, for nothing grows it as compiled code did.
    setenv("RUST_MIN_STACK", "262144", 0);
    return rustcore_start(closure(std::move(main)), argc, argv, modules);
}

template <class F> void spawn(F body) {
    rustcore_spawn(closure(std::move(body)));
}
template <class F> void spawn_supervised(F body) {
    rustcore_spawn_supervised(closure(std::move(body)));
}
template <class F> void spawn_unlinked(F body) {
    rustcore_spawn_unlinked(closure(std::move(body)));
}
template <class F> void spawn_sched(rustcore_sched_mode mode, uintptr_t argument, F body) {
    rustcore_spawn_sched(mode, argument, closure(std::move(body)));
}

// The options of one spawn.
class builder {
public:
    builder() : builder_(rustcore_builder_new()) {}
    ~builder() {
        rustcore_builder_drop(builder_);
    }
    builder(const builder &) = delete;
    builder &operator=(const builder &) = delete;

    builder &linkage(rustcore_linkage linkage) {
        return rustcore_builder_linkage(builder_, linkage), *this;
    }
    builder &scheduler(rustcore_sched_mode mode, uintptr_t argument = 0) {
        return rustcore_builder_scheduler(builder_, mode, argument), *this;
    }
    // Tells the task's end, once.
    port<rustcore_task_result> future_result() {
        return port<rustcore_task_result>(rustcore_builder_future_result(builder_));
    }
    template <class F> void spawn(F body) {
        rustcore_builder_spawn(builder_, closure(std::move(body)));
    }

private:
    rustcore_builder *builder_;
};

// Runs body in a supervised task and waits for its end. Whether it succeeded; for a body with a result: the
// result, if it succeeded.
template <class F> auto attempt(F body) {
    using result_type = decltype(body());
    if constexpr (std::is_void_v<result_type>) {
        return rustcore_try(closure(std::move(body)));
    } else {
        // The result travels in a message, for an attempt that is killed while it waits leaves nobody to
        // write to.
        auto [result, ended] = oneshot<result_type>();
        bool succeeded = rustcore_try(
            closure([body = std::move(body), chan = std::move(ended)]() mutable { chan.send(body()); }));
        return succeeded ? result.try_recv() : std::nullopt;
    }
}

// Lets others run. A killed task fails here.
inline void yield() {
    rustcore_yield();
}
// Unwinds the current task.
[[noreturn]] inline void fail(const char *text, const char *file = __builtin_FILE(),
                              size_t line = __builtin_LINE()) {
    rustcore_fail(text, file, line);
    abort(); // not reached
}
inline bool failing() {
    return rustcore_failing();
}
inline rust_task_id task_id() {
    return rustcore_get_task();
}
inline rust_sched_id scheduler_id() {
    return rustcore_get_scheduler();
}

// Run the block in place and hand back its result.
template <class F> auto unkillable(F block) {
    return detail::in_block(rustcore_unkillable, block);
}
template <class F> auto rekillable(F block) {
    return detail::in_block(rustcore_rekillable, block);
}
template <class F> auto atomically(F block) {
    return detail::in_block(rustcore_atomically, block);
}
// On an OS thread outside of any task, where nothing of this library may be used.
template <class F> auto run_in_bare_thread(F block) {
    return detail::in_block(rustcore_run_in_bare_thread, block);
}

} // namespace rustcore
#endif
