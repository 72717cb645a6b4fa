// The workloads of benchmarks/README.md as C++20 coroutines on a bare queue of one thread: a limit for one core, no product.
#include "bench.h"
#include <coroutine>
#include <deque>
#include <vector>
#include <memory>
#include <new>

static const size_t CLS = 32, MAXC = 32;             // tiny size-class free list for frames
static void *freel[MAXC];
static void *fr_alloc(size_t s) { size_t c = (s + CLS - 1) / CLS; if (c < MAXC && freel[c]) { void *p = freel[c]; freel[c] = *(void **)p; return p; } return malloc(c * CLS); }
static void fr_free(void *p, size_t s) { size_t c = (s + CLS - 1) / CLS; if (c < MAXC) { *(void **)p = freel[c]; freel[c] = p; } else free(p); }

struct Node { Node *next; std::coroutine_handle<> h; };
static Node *q_head, **q_tail = &q_head;
static inline void ready(Node *n) { n->next = nullptr; *q_tail = n; q_tail = &n->next; }
static long g_live;
struct Task {
    struct promise_type : Node {
        Task get_return_object() { h = std::coroutine_handle<promise_type>::from_promise(*this); return {this}; }
        std::suspend_always initial_suspend() noexcept { return {}; }
        struct Fin { bool await_ready() noexcept { return false; } void await_suspend(std::coroutine_handle<promise_type> h) noexcept { h.destroy(); g_live--; } void await_resume() noexcept {} };
        Fin final_suspend() noexcept { return {}; }
        void return_void() {} void unhandled_exception() { abort(); }
        static void *operator new(size_t s) { return fr_alloc(s); }
        static void operator delete(void *p, size_t s) { fr_free(p, s); }
    };
    promise_type *p;
};
using P = Task::promise_type;
static inline P *spawn(Task t) { g_live++; ready(t.p); return t.p; }
static void run() { while (q_head) { Node *n = q_head; q_head = n->next; if (!q_head) q_tail = &q_head; n->h.resume(); } }
struct Yield { bool await_ready() { return false; } void await_suspend(std::coroutine_handle<P> h) { ready(&h.promise()); } void await_resume() {} };
struct Park { bool await_ready() { return false; } void await_suspend(std::coroutine_handle<P>) {} void await_resume() {} };
struct Chan {                                          // bounded ring, many senders, one receiver
    struct Send;
    std::unique_ptr<long[]> buf; long cap, head = 0, cnt = 0; P *rx = nullptr; Send *tx_head = nullptr, *tx_tail = nullptr;
    explicit Chan(long c) : buf(new long[c]), cap(c) {}
    void put(long v) { long i = head + cnt++; if (i >= cap) i -= cap; buf[i] = v; if (rx) { ready(rx); rx = nullptr; } }
    struct Send { Chan &c; long v; Send *next = nullptr; P *p = nullptr;
        bool await_ready() { return c.cnt < c.cap; }
        void await_suspend(std::coroutine_handle<P> h) { p = &h.promise(); if (c.tx_head) c.tx_tail->next = this; else c.tx_head = this; c.tx_tail = this; }
        void await_resume() { if (!p) c.put(v); } };                       // a parked sender's value was moved in by the receiver
    struct Recv { Chan &c;
        bool await_ready() { return c.cnt > 0; }
        void await_suspend(std::coroutine_handle<P> h) { c.rx = &h.promise(); }
        long await_resume() { long v = c.buf[c.head]; if (++c.head == c.cap) c.head = 0; c.cnt--;
            if (Send *t = c.tx_head) { c.tx_head = t->next; c.put(t->v); ready(t->p); } return v; } };
};
static Task empty() { co_return; }
static Task yielder(long n) { while (n--) co_await Yield{}; }
static Task parker() { co_await Park{}; }
static Task ping(Chan &a, Chan &b, long n) { for (long i = 0; i < n; i++) { co_await Chan::Send{a, i}; co_await Chan::Recv{b}; } }
static Task pong(Chan &a, Chan &b, long n) { for (long i = 0; i < n; i++) { long v = co_await Chan::Recv{a}; co_await Chan::Send{b, v}; } }
// token v > 0 is passed on as v - 1; whoever gets <= 0 passes it on once more and ends, so that every task ends
static Task ringer(Chan &in, Chan &out, long tasks) { for (;;) { long v = co_await Chan::Recv{in}; if (v > -tasks + 1) co_await Chan::Send{out, v - 1}; if (v <= 0) co_return; } }
static Task producer(Chan &c, long m) { for (long i = 0; i < m; i++) co_await Chan::Send{c, i}; }
static Task consumer(Chan &c, long n, long *sum) { for (long i = 0; i < n; i++) *sum += co_await Chan::Recv{c}; }
struct FibJoin { P *waiter = nullptr; long pending = 0; };
static long fib_serial(long n) { return n < 2 ? n : fib_serial(n - 1) + fib_serial(n - 2); }
struct Await { FibJoin &j; bool await_ready() { return j.pending == 0; } void await_suspend(std::coroutine_handle<P> h) { j.waiter = &h.promise(); } void await_resume() {} };
static Task fib(long n, long cut, long *out, FibJoin *up) {
    if (n <= cut) *out = fib_serial(n);
    else { long a, b; FibJoin j; j.pending = 2; spawn(fib(n - 1, cut, &a, &j)); spawn(fib(n - 2, cut, &b, &j)); co_await Await{j}; *out = a + b; }
    if (up && --up->pending == 0 && up->waiter) ready(up->waiter);
}
int main(int argc, char **argv) {
    g_argc = argc; g_argv = argv; const char *w = argc > 1 ? argv[1] : ""; int warm = arg("warm", 1); char x[160] = "";
    for (int r = 0; r <= warm; r++) {
        uint64_t c0 = cpu_ns(), t0 = now_ns(); double ops = 0;
        if (!strcmp(w, "spawn")) { long n = arg("n", 1000000); for (long i = 0; i < n; i++) spawn(empty()); run(); ops = n; }
        else if (!strcmp(w, "parked")) { long n = arg("n", 1000000); long k0 = proc_kib("VmRSS", 0); for (long i = 0; i < n; i++) spawn(parker()); run(); ops = n; snprintf(x, 160, "bytes_per_op=%.1f", (proc_kib("VmRSS", 0) - k0) * 1024.0 / n); r = warm; }
        else if (!strcmp(w, "cancel")) { long n = arg("n", 100000); std::vector<P *> v; for (long i = 0; i < n; i++) v.push_back(spawn(parker())); run(); c0 = cpu_ns(); t0 = now_ns(); for (P *p : v) { p->h.destroy(); g_live--; } ops = n; }
        else if (!strcmp(w, "yield")) { long t = arg("tasks", 2), n = arg("n", 20000000); for (long i = 0; i < t; i++) spawn(yielder(n / t)); run(); ops = n; snprintf(x, 160, "tasks=%ld", t); }
        else if (!strcmp(w, "pingpong")) { long n = arg("n", 5000000); Chan a(1), b(1); spawn(ping(a, b, n)); spawn(pong(a, b, n)); run(); ops = n; }
        else if (!strcmp(w, "ring")) { long t = arg("tasks", 503), n = arg("n", 5000000); std::vector<std::unique_ptr<Chan>> c; for (long i = 0; i < t; i++) c.emplace_back(new Chan(1)); for (long i = 0; i < t; i++) spawn(ringer(*c[i], *c[(i + 1) % t], t)); c[0]->buf[0] = n; c[0]->cnt = 1; run(); ops = n; snprintf(x, 160, "tasks=%ld", t); }
        else if (!strcmp(w, "fanin")) { long p = arg("producers", 1000), m = arg("msgs", 1000), sum = 0; Chan c(arg("cap", 64)); for (long i = 0; i < p; i++) spawn(producer(c, m)); spawn(consumer(c, p * m, &sum)); run(); ops = p * m; if (sum != p * (m * (m - 1) / 2)) abort(); }
        else if (!strcmp(w, "fib")) { long n = arg("n", 30), cut = arg("cutoff", 12), it = arg("iters", 20); long o = 0; for (long i = 0; i < it; i++) { spawn(fib(n, cut, &o, nullptr)); run(); } ops = it; uint64_t t1 = now_ns(); long z = 0; volatile long nn = n; for (long i = 0; i < it; i++) z += fib_serial(nn); snprintf(x, 160, "result=%ld serial_ns=%.0f", o + (z & 0), (now_ns() - t1) / (double)it); uint64_t d = now_ns() - t1; t0 += d; c0 += d; }
        else { fprintf(stderr, "unknown %s\n", w); return 2; }
        if (g_live && strcmp(w, "parked")) { fprintf(stderr, "%ld tasks left\n", g_live); return 3; }
        if (r == warm) report(w, 1, now_ns() - t0, cpu_ns() - c0, ops, x);
    }
}
