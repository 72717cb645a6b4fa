// C++ exceptions of the caller's own. Each task must keep its own while others throw, catch and park on the same thread.
#include "harness.h"
#include <atomic>
#include <exception>
#include <stdexcept>

using namespace harness;

namespace {

constexpr int tasks = 12, rounds = 40;
std::atomic<int> ended;

void in_many_tasks(spawn_fn body) {
    for (int i = 0; i < tasks; i++) spawn(body);
    while (ended < tasks) yield();
    print("ended %d\n", ended.load());
}

long next_number() {
    static std::atomic<long> last;
    return ++last;
}

// The exception that is being handled here, by looking at it as a handler would.
long current_number() {
    try {
        std::rethrow_exception(std::current_exception());
    } catch (long number) {
        return number;
    }
}

struct ParksWhileUnwinding {
    ~ParksWhileUnwinding() {
        CHECK(std::uncaught_exceptions() == 1);
        for (int i = 0; i < 5; i++) {
            yield();
            CHECK(std::uncaught_exceptions() == 1);
        }
        // An exception that comes and goes inside of a destructor.
        long inner = next_number();
        try {
            yield();
            throw inner;
        } catch (long caught) {
            CHECK(caught == inner);
            yield();
            CHECK(current_number() == inner);
        }
        CHECK(std::uncaught_exceptions() == 1);
    }
};

} // namespace

CASE(thrown_and_caught_across_a_yield, exits(0).out("ended 12\n")) {
    in_many_tasks(TASK {
        for (int i = 0; i < rounds; i++) {
            long number = next_number();
            try {
                yield();
                throw number;
            } catch (long caught) {
                CHECK(caught == number);
            }
            CHECK(!std::current_exception() && std::uncaught_exceptions() == 0);
        }
        ended++;
    });
}

CASE(parked_inside_catch_blocks, exits(0).out("ended 12\n")) {
    in_many_tasks(TASK {
        for (int i = 0; i < rounds; i++) {
            long number = next_number();
            try {
                throw number;
            } catch (long caught) {
                yield();
                CHECK(caught == number && current_number() == number);
                try {
                    throw std::runtime_error("nested");
                } catch (const std::runtime_error &nested) {
                    yield();
                    CHECK(std::string(nested.what()) == "nested");
                }
                yield();
                CHECK(current_number() == number && std::uncaught_exceptions() == 0);
            }
            CHECK(!std::current_exception());
        }
        ended++;
    });
}

CASE(rethrown_after_a_park, exits(0).out("ended 12\n")) {
    in_many_tasks(TASK {
        for (int i = 0; i < rounds; i++) {
            long number = next_number();
            try {
                try {
                    throw number;
                } catch (long) {
                    yield();
                    throw;
                }
            } catch (long caught) {
                CHECK(caught == number);
            }
        }
        ended++;
    });
}

CASE(parked_inside_destructors_during_unwinding, exits(0).out("ended 12\n")) {
    in_many_tasks(TASK {
        for (int i = 0; i < rounds / 4; i++) {
            long number = next_number();
            try {
                ParksWhileUnwinding outer;
                ParksWhileUnwinding inner;
                throw number;
            } catch (long caught) {
                CHECK(caught == number && std::uncaught_exceptions() == 0);
                yield();
                CHECK(current_number() == number);
            }
        }
        ended++;
    });
}

CASE(failing_tasks_beside_throwing_ones, exits(0).out("ended 12\n")) {
    in_many_tasks(TASK {
        if (next_number() % 2) {
            struct Ends {
                ~Ends() { ended++; }
            } ends;
            ParksWhileUnwinding parks;
            fail_quietly();
        }
        for (int i = 0; i < rounds; i++) {
            try {
                throw 1L;
            } catch (long) {
                yield();
                CHECK(current_number() == 1 && std::uncaught_exceptions() == 0);
            }
        }
        ended++;
    });
}

CASE(a_waiting_handler_keeps_its_exception, exits(0).out("handled 77 after 5\n")) {
    static rust_task *self;
    self = rust_get_task();
    spawn(TASK {
        for (int i = 0; i < rounds; i++) {
            try {
                throw std::runtime_error("other");
            } catch (const std::runtime_error &) {
                yield();
            }
        }
        signal(self, reinterpret_cast<void *>(5));
    });
    try {
        throw 77L;
    } catch (long) {
        void *event = nullptr;
        wait(&event);
        print("handled %ld after %ld\n", current_number(), reinterpret_cast<long>(event));
    }
}

CASE(thrown_through_reentered_rust_code_and_caught_there, exits(0).out("caught 3\n")) {
    on_c([] {
        on_rust([] {
            try {
                yield();
                throw 3L;
            } catch (long number) {
                yield();
                print("caught %ld\n", number);
            }
        });
    });
}

CASE(an_exception_of_a_body_that_nobody_catches_terminates, aborts("terminate called after throwing an instance of 'std::runtime_error'")) {
    spawn(TASK { throw std::runtime_error("nobody"); });
}
