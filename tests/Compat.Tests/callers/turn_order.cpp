// Random tasks on one thread of the new core: whose turn comes when, whether the scheduler gives the turns or tasks hand them over to each
// other. The order is that of one line: who becomes runnable goes to its end, and who yields, too. What happened is compared with a
// model that has only such a line.
//
//   turn_order one_line    with TURNS_SEED=n TURNS_PROGRAMS=n: programs of the seeds from n on
#include "harness.h"
#include <algorithm>
#include <deque>
#include <unistd.h>

using namespace harness;

namespace {

constexpr int most_actors = 24, most_steps = 14;

struct generator {
    unsigned long state;
    unsigned below(unsigned n) {
        state = state * 6364136223846793005ul + 1442695040888963407ul;
        return static_cast<unsigned>(state >> 33) % n;
    }
};

enum class what { yields, waits, signals, starts, kills };
struct step {
    what does;
    int whom;
};

// Actor 0 is the main task: it wakes the others in turn until all have ended.
struct scene {
    std::vector<step> scripts[most_actors];
    int actors, at_first;

    explicit scene(unsigned long seed) {
        generator random{seed * 0x9e3779b97f4a7c15ul};
        random.below(1);
        // Few tasks that mostly yield, and many that do anything: a line that fits into a hand-over, and one that does not.
        actors = 2 + static_cast<int>(random.below(random.below(2) ? most_actors - 1 : 4));
        at_first = 1 + static_cast<int>(random.below(static_cast<unsigned>(actors - 1)));
        unsigned yields = 1 + random.below(20), kills = random.below(3) == 0;
        for (int actor = 1; actor < actors; actor++)
            for (unsigned left = random.below(most_steps); left > 0; left--) {
                unsigned choice = random.below(yields + 6 + kills);
                what does = choice < yields       ? what::yields
                            : choice < yields + 2 ? what::waits
                            : choice < yields + 5 ? what::signals
                            : choice < yields + 6 ? what::starts
                                                  : what::kills;
                scripts[actor].push_back({does, static_cast<int>(random.below(static_cast<unsigned>(actors)))});
            }
    }
};

// What both sides keep, and what a step does that is neither a yield nor a wait. `Side` begins, signals and kills.
template <class Side> struct account {
    const scene &all;
    int begun = 0, ended = 0, rounds = 0;
    bool has_ended[most_actors] = {};
    std::vector<int> trace;

    explicit account(const scene &scene) : all(scene) {}
    Side &side() { return static_cast<Side &>(*this); }
    void note(int actor, size_t at) { trace.push_back(actor * 100 + static_cast<int>(at)); }
    bool lives(int actor) const { return actor <= begun && !has_ended[actor]; }
    void end(int actor) {
        has_ended[actor] = true;
        ended++;
    }
    void begin_next() {
        if (begun + 1 < all.actors) side().begin(++begun);
    }
    void open() {
        for (int i = 0; i < all.at_first; i++) begin_next();
    }
    // A round of the main task; false after the last.
    bool wake_next() {
        if (ended == all.actors - 1) return false;
        note(0, static_cast<size_t>(rounds % 100));
        int whom = 1 + rounds++ % (all.actors - 1);
        if (whom > begun) begin_next();
        else if (lives(whom)) side().signal(whom);
        return true;
    }
    void act(int actor, step one) {
        if (one.does == what::starts) begin_next();
        else if (one.whom != 0 && one.whom != actor && lives(one.whom)) {
            if (one.does == what::signals) side().signal(one.whom);
            else side().kill(one.whom);
        }
    }
};

struct model : account<model> {
    struct {
        size_t at;
        bool waits, killed, event, left;
    } of[most_actors] = {};
    std::deque<int> line{0};

    using account::account;
    void begin(int actor) { line.push_back(actor); }
    void wake(int actor) {
        of[actor].waits = false;
        line.push_back(actor);
    }
    void signal(int actor) {
        of[actor].event = true;
        if (of[actor].waits) wake(actor);
    }
    void kill(int actor) {
        if (of[actor].killed) return;
        of[actor].killed = true;
        if (of[actor].waits) wake(actor);
    }
    void turn(int actor) {
        auto &me = of[actor];
        const auto &script = all.scripts[actor];
        if (me.left) {
            if (script[me.at++].does == what::waits) me.event = false;
            me.left = false;
            if (me.killed) return end(actor);
        }
        for (; me.at < script.size(); me.at++) {
            note(actor, me.at);
            step one = script[me.at];
            if (one.does == what::yields || (one.does == what::waits && !me.event)) {
                me.left = true;
                if (one.does == what::yields || me.killed) line.push_back(actor);
                else me.waits = true;
                return;
            }
            if (one.does == what::waits) {
                me.event = false;
                if (me.killed) break;
            } else act(actor, one);
        }
        end(actor);
    }
    void run() {
        open();
        for (;;) {
            int actor = line.front();
            line.pop_front();
            if (actor != 0) turn(actor);
            else if (wake_next()) line.push_back(0);
            else return;
        }
    }
};

struct real : account<real> {
    rust_task *tasks[most_actors] = {};

    using account::account;
    static real *now;
    void begin(int actor) {
        tasks[actor] = spawn(TASK { now->live(); }, true);
    }
    void signal(int actor) { harness::signal(tasks[actor], this); }
    void kill(int actor) {
        on_c([&] { rust_task_kill_other(tasks[actor]); });
    }
    void live() {
        int actor = 1;
        while (tasks[actor] != rust_get_task()) actor++;
        const auto &script = all.scripts[actor];
        for (size_t at = 0; at < script.size(); at++) {
            note(actor, at);
            void *event;
            if (script[at].does == what::yields ? harness::yield() : script[at].does == what::waits && wait(&event)) break;
            if (script[at].does != what::yields && script[at].does != what::waits) act(actor, script[at]);
        }
        end(actor);
    }
    void run() {
        open();
        while (wake_next()) harness::yield();
        for (int actor = 1; actor < all.actors; actor++) drop(tasks[actor]);
    }
};
real *real::now;

long number(const char *variable) {
    return atol(getenv(variable));
}

} // namespace

CASE(one_line, exits(0)) {
    size_t steps = 0;
    for (long seed = number("TURNS_SEED"), last = seed + number("TURNS_PROGRAMS"); seed < last; seed++) {
        scene all(static_cast<unsigned long>(seed));
        model expected(all);
        expected.run();
        real happened(all);
        real::now = &happened;
        happened.run();
        size_t at = 0, both = std::min(expected.trace.size(), happened.trace.size());
        while (at < both && expected.trace[at] == happened.trace[at]) at++;
        if (at < both || expected.trace.size() != happened.trace.size()) {
            print("TURNS_SEED=%ld: step %zu of %zu is %d, expected %d (task * 100 + place in its script)\n", seed, at, happened.trace.size(),
                  at < happened.trace.size() ? happened.trace[at] : -1, at < expected.trace.size() ? expected.trace[at] : -1);
            _exit(1);
        }
        steps += at;
    }
    print("%zu steps\n", steps);
}
