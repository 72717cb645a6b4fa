// Futures, over one-shots and linked tasks.
#include "pipe_case.h"
#include "rustcore/future.hpp"

using rustcore::future;

CASE(a_known_value_is_there, exits(0)) {
    future<std::string> known(std::string("x"));
    CHECK(known.get() == "x" && known.get() == "x");
}

CASE(a_value_comes_from_a_port, exits(0)) {
    auto [port, chan] = oneshot<counted>();
    future<counted> coming(std::move(port));
    chan.send(counted(7));
    CHECK(coming.get().number == 7);
    CHECK(coming.get().number == 7);
}

CASE(a_spawned_one_computes_while_others_run, exits(0)) {
    std::vector<future<long>> sums;
    for (long part = 0; part < 8; part++)
        sums.push_back(future<long>::spawn([part] {
            long sum = 0;
            for (long i = part * 1000; i < (part + 1) * 1000; i++) sum += i;
            return sum;
        }));
    long all = 0;
    for (auto &sum : sums) all += sum.get();
    CHECK(all == 7999 * 8000 / 2);
}

CASE(a_result_that_nobody_asks_for_is_dropped, exits(0)) {
    std::atomic<int> over{0};
    future<counted>::spawn([end = ending(over)] { return counted(7); });
    await(over);
    while (counted::live) harness::yield();
}

CASE(get_fails_when_whoever_computes_it_is_gone, exits(0).err("task failed at 'connection closed'")) {
    std::atomic<int> over{0};
    go([end = ending(over)] {
        auto [port, chan] = oneshot<long>();
        future<long> coming(std::move(port));
        { auto gone = std::move(chan); }
        coming.get();
        CHECK(false);
    });
    await(over);
}

// The computing task is linked: its failure is that of the one who spawned it.
CASE(a_failing_computation_fails_the_spawner, exits(101).err("task failed at 'no result'")) {
    auto coming = future<long>::spawn([]() -> long {
        rustcore_fail("no result", "test", 1);
        return 0;
    });
    coming.get();
    CHECK(false);
}
