// The workloads of benchmarks/README.md on boost.context fibers with pooled stacks and a bare queue of one thread: what a task
// with a stack costs. A limit and no product. No fib.
#include "../c++/bench.h"
#include <boost/context/fiber.hpp>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>
#include <memory>
namespace bc = boost::context;
static size_t g_stack = 16384;
struct Pool {                                          // free list of stacks cut from large mappings, no guard pages
    typedef bc::stack_traits traits_type;
    static inline void *free_list = nullptr; static inline char *cur = nullptr, *end = nullptr;
    bc::stack_context allocate() { bc::stack_context s; s.size = g_stack; char *b;
        if (free_list) { b = (char *)free_list; free_list = *(void **)(b + g_stack - 8); }
        else { if (cur == end) { size_t z = g_stack * 1024; cur = (char *)mmap(0, z, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0); madvise(cur, z, MADV_NOHUGEPAGE); end = cur + z; } b = cur; cur += g_stack; }
        s.sp = b + g_stack; return s; }
    void deallocate(bc::stack_context &s) { char *b = (char *)s.sp - g_stack; *(void **)((char *)s.sp - 8) = free_list; free_list = b; }
};
struct F { F *next; bc::fiber k; };
static F *q_head, **q_tail = &q_head, *cur; static bc::fiber *sched; static long g_live;
static inline void ready(F *f) { f->next = nullptr; *q_tail = f; q_tail = &f->next; }
static inline void suspend() { F *me = cur; bc::fiber s = std::move(*sched); bc::fiber back = std::move(s).resume(); *sched = std::move(back); (void)me; }
static inline void yield_() { ready(cur); suspend(); }
static F *f_pool;
template <class Fn> static F *spawn(Fn fn) {
    F *f; if (f_pool) { f = f_pool; f_pool = f->next; } else f = new F();
    g_live++;
    f->k = bc::fiber(std::allocator_arg, Pool(), [f, fn](bc::fiber &&m) { *sched = std::move(m); fn(); g_live--; bc::fiber r = std::move(*sched); f->next = f_pool; f_pool = f; return r; });
    ready(f); return f;
}
static bc::fiber g_sched_slot;
static void run() { sched = &g_sched_slot; while (q_head) { F *f = q_head; q_head = f->next; if (!q_head) q_tail = &q_head; cur = f; bc::fiber k = std::move(f->k).resume(); if (k) f->k = std::move(k); } }
struct Chan { std::unique_ptr<long[]> buf; long cap, head = 0, cnt = 0; F *rx = nullptr, *tx = nullptr, *txt = nullptr;
    explicit Chan(long c) : buf(new long[c]), cap(c) {}
    void send(long v) { while (cnt == cap) { cur->next = nullptr; if (tx) txt->next = cur; else tx = cur; txt = cur; suspend(); } long i = head + cnt++; if (i >= cap) i -= cap; buf[i] = v; if (rx) { F *r = rx; rx = nullptr; ready(r); } }
    long recv() { while (!cnt) { rx = cur; suspend(); } long v = buf[head]; if (++head == cap) head = 0; cnt--; if (tx) { F *t = tx; tx = t->next; ready(t); } return v; } };
int main(int argc, char **argv) {
    g_argc = argc; g_argv = argv; const char *w = argc > 1 ? argv[1] : ""; int warm = arg("warm", 1); g_stack = arg("stack", 16384); char x[160] = "";
    for (int r = 0; r <= warm; r++) {
        uint64_t c0 = cpu_ns(), t0 = now_ns(); double ops = 0;
        if (!strcmp(w, "spawn")) { long n = arg("n", 1000000); for (long i = 0; i < n; i++) { spawn([] {}); if (arg("batch", 1) && (i & 1023) == 1023) run(); } run(); ops = n; snprintf(x, 160, "note=run_each_1024"); }
        else if (!strcmp(w, "parked")) { long n = arg("n", 100000); long k0 = proc_kib("VmRSS", 0); for (long i = 0; i < n; i++) spawn([] { suspend(); }); run(); ops = n; snprintf(x, 160, "bytes_per_op=%.1f stack=%zu", (proc_kib("VmRSS", 0) - k0) * 1024.0 / n, g_stack); report(w, 1, now_ns() - t0, cpu_ns() - c0, ops, x); _exit(0); }
        else if (!strcmp(w, "cancel")) { long n = arg("n", 100000); std::vector<F *> v; v.reserve(n); for (long i = 0; i < n; i++) v.push_back(spawn([] { suspend(); })); run(); c0 = cpu_ns(); t0 = now_ns(); for (F *f : v) { cur = f; f->k = bc::fiber(); } ops = n; }
        else if (!strcmp(w, "yield")) { long t = arg("tasks", 2), n = arg("n", 20000000); for (long i = 0; i < t; i++) spawn([=] { for (long k = n / t; k--;) yield_(); }); run(); ops = n; snprintf(x, 160, "tasks=%ld", t); }
        else if (!strcmp(w, "pingpong")) { long n = arg("n", 5000000); Chan a(1), b(1); spawn([&] { for (long i = 0; i < n; i++) { a.send(i); b.recv(); } }); spawn([&] { for (long i = 0; i < n; i++) b.send(a.recv()); }); run(); ops = n; }
        else if (!strcmp(w, "ring")) { long t = arg("tasks", 503), n = arg("n", 5000000); std::vector<std::unique_ptr<Chan>> c; for (long i = 0; i < t; i++) c.emplace_back(new Chan(1)); for (long i = 0; i < t; i++) { Chan *in = c[i].get(), *out = c[(i + 1) % t].get(); spawn([=] { for (;;) { long v = in->recv(); if (v > -t + 1) out->send(v - 1); if (v <= 0) return; } }); } c[0]->buf[0] = n; c[0]->cnt = 1; run(); ops = n; snprintf(x, 160, "tasks=%ld", t); }
        else if (!strcmp(w, "fanin")) { long p = arg("producers", 1000), m = arg("msgs", 1000); Chan c(arg("cap", 64)); for (long i = 0; i < p; i++) spawn([&] { for (long k = 0; k < m; k++) c.send(k); }); spawn([&] { for (long i = 0; i < p * m; i++) c.recv(); }); run(); ops = p * m; }
        else { fprintf(stderr, "unknown %s\n", w); return 2; }
        if (!strcmp(w, "cancel")) { g_live = 0; }
        if (g_live) { fprintf(stderr, "%ld tasks left\n", g_live); return 3; }
        if (r == warm) { report(w, 1, now_ns() - t0, cpu_ns() - c0, ops, x); fflush(stdout); }
    }
}
