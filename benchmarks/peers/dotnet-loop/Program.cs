// The workloads of benchmarks/README.md as plain C# async methods on a bare queue of one thread: what the language alone costs.
// A limit and no product: no other thread may enter, nothing is fair, nothing is cancelled in order.
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

static class Loop        // growing power-of-two ring of continuations
{
    static Action[] q = new Action[1024]; static int head, count;
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Ready(Action a) { if (count == q.Length) Grow(); q[(head + count++) & (q.Length - 1)] = a; }
    static void Grow() { var n = new Action[q.Length * 2]; for (int i = 0; i < count; i++) n[i] = q[(head + i) & (q.Length - 1)]; q = n; head = 0; }
    public static void Run() { while (count > 0) { ref var s = ref q[head]; var a = s; s = null; head = (head + 1) & (q.Length - 1); count--; a(); } }
}
readonly struct YieldNow : ICriticalNotifyCompletion
{
    public YieldNow GetAwaiter() => this; public bool IsCompleted => false; public void GetResult() { }
    public void OnCompleted(Action c) => Loop.Ready(c); public void UnsafeOnCompleted(Action c) => Loop.Ready(c);
}
sealed class Gate : ICriticalNotifyCompletion      // one waiter; Fire(cancelled) resumes it
{
    Action c; public bool Done, Cancelled; public Gate GetAwaiter() => this; public bool IsCompleted => Done;
    public void GetResult() { if (Cancelled) throw Stop.It; } public void OnCompleted(Action a) => c = a; public void UnsafeOnCompleted(Action a) => c = a;
    public void Fire(bool cancel) { Cancelled = cancel; Done = true; var a = c; c = null; if (a != null) Loop.Ready(a); }
}
sealed class Stop : Exception { public static readonly Stop It = new(); }
sealed class Chan      // bounded ring buffer, many writers, one reader; awaiters are structs, no allocation per message
{
    readonly int[] buf; int head, count; Action rx; readonly Queue<(Action, int)> tx = new();
    public Chan(int cap) => buf = new int[cap];
    public bool TryPut(int v) { if (count == buf.Length) return false; int i = head + count++; if (i >= buf.Length) i -= buf.Length; buf[i] = v; if (rx != null) { var a = rx; rx = null; Loop.Ready(a); } return true; }
    int Take() { int v = buf[head]; if (++head == buf.Length) head = 0; count--; if (tx.TryDequeue(out var t)) { TryPut(t.Item2); Loop.Ready(t.Item1); } return v; }
    public SendA Send(int v) => new(this, v); public RecvA Recv() => new(this);
    public readonly struct SendA : ICriticalNotifyCompletion { readonly Chan c; readonly int v; readonly bool done; public SendA(Chan c, int v) { this.c = c; this.v = v; done = c.TryPut(v); } public SendA GetAwaiter() => this; public bool IsCompleted => done; public void GetResult() { } public void OnCompleted(Action a) => c.tx.Enqueue((a, v)); public void UnsafeOnCompleted(Action a) => c.tx.Enqueue((a, v)); }
    public readonly struct RecvA : ICriticalNotifyCompletion { readonly Chan c; public RecvA(Chan c) => this.c = c; public RecvA GetAwaiter() => this; public bool IsCompleted => c.count > 0; public int GetResult() => c.Take(); public void OnCompleted(Action a) => c.rx = a; public void UnsafeOnCompleted(Action a) => c.rx = a; }
}
static class P
{
    static string[] A; static string x = ""; static int live;
    static int Arg(string key, int def) { foreach (var a in A) if (a.StartsWith(key + "=") && int.TryParse(a[(key.Length + 1)..], out var v)) return v; return def; }
    static long Kib(string f) { foreach (var l in File.ReadLines("/proc/self/status")) if (l.StartsWith(f)) return long.Parse(l.Split((char[])null, StringSplitOptions.RemoveEmptyEntries)[1]); return 0; }
    static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalNanoseconds;
    static long t0, a0; static double c0; static void Start() { c0 = Cpu(); a0 = GC.GetTotalAllocatedBytes(); t0 = Stopwatch.GetTimestamp(); }
    static async Task Empty() { await new YieldNow(); live--; }                       // queued first, like any spawned task
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))] static async ValueTask EmptyPooled() { await new YieldNow(); live--; }
    static async Task Yielder(int n) { while (n-- > 0) await new YieldNow(); live--; }
    static async Task Park(Gate g) { try { await g; } catch (Stop) { } finally { live--; } }
    static async Task Deep(int d, Gate g) { try { if (d > 1) await Deep(d - 1, g); else await g; } finally { live--; } }
    static async Task Ping(Chan a, Chan b, int n) { for (int i = 0; i < n; i++) { await a.Send(i); await b.Recv(); } live--; }
    static async Task Pong(Chan a, Chan b, int n) { for (int i = 0; i < n; i++) { int v = await a.Recv(); await b.Send(v); } live--; }
    static async Task Ringer(Chan i, Chan o, int k) { for (; ; ) { int v = await i.Recv(); if (v > -k + 1) await o.Send(v - 1); if (v <= 0) { live--; return; } } }
    static async Task Producer(Chan c, int m) { for (int i = 0; i < m; i++) await c.Send(i); live--; }
    static async Task Consumer(Chan c, int n) { long s = 0; for (int i = 0; i < n; i++) s += await c.Recv(); live--; }
    static int FibSerial(int n) => n < 2 ? n : FibSerial(n - 1) + FibSerial(n - 2);
    static async Task<int> Fib(int n, int cut) { await new YieldNow(); if (n <= cut) return FibSerial(n); var a = Fib(n - 1, cut); var b = Fib(n - 2, cut); return await a + await b; }
    static long Work(string w)
    {
        switch (w)
        {
            case "spawn": { int n = Arg("n", 1000000), pool = Arg("pooled", 0); live = n; if (pool == 1) for (int i = 0; i < n; i++) _ = EmptyPooled(); else for (int i = 0; i < n; i++) _ = Empty(); Loop.Run(); return n; }
            case "parked": { int n = Arg("n", 1000000); live = n; var g = new Gate[n]; GC.Collect(); long k0 = Kib("VmRSS"), h0 = GC.GetTotalMemory(true); Start(); for (int i = 0; i < n; i++) _ = Park(g[i] = new Gate()); long dt = Stopwatch.GetTimestamp() - t0; x = $"bytes_per_op={(Kib("VmRSS") - k0) * 1024.0 / n:F1} heap_live_per_op={(double)(GC.GetTotalMemory(true) - h0) / n:F1}"; GC.KeepAlive(g); t0 = Stopwatch.GetTimestamp() - dt; live = 0; return n; }
            case "yield": { int n = Arg("n", 10000000), k = Arg("tasks", 2); live = k; for (int i = 0; i < k; i++) _ = Yielder(n / k); Loop.Run(); x = $"tasks={k}"; return n; }
            case "pingpong": { int n = Arg("n", 2000000); var a = new Chan(1); var b = new Chan(1); live = 2; _ = Ping(a, b, n); _ = Pong(a, b, n); Loop.Run(); return n; }
            case "ring": { int n = Arg("n", 5000000), k = Arg("tasks", 503); var c = new Chan[k]; for (int i = 0; i < k; i++) c[i] = new Chan(1); live = k; for (int i = 0; i < k; i++) _ = Ringer(c[i], c[(i + 1) % k], k); c[0].TryPut(n); Loop.Run(); return n; }
            case "fanin": { int p = Arg("producers", 1000), m = Arg("msgs", 1000); var c = new Chan(Arg("cap", 64)); live = p + 1; for (int i = 0; i < p; i++) _ = Producer(c, m); _ = Consumer(c, p * m); Loop.Run(); return (long)p * m; }
            case "fib": { int n = Arg("n", 30), cut = Arg("cutoff", 12), it = Arg("iters", 20); long z = 0; var s = Stopwatch.StartNew(); for (int i = 0; i < it; i++) z = FibSerial(n); x = $"n={n} cutoff={cut} serial_ns={s.Elapsed.TotalNanoseconds / it:F0}"; Start(); for (int i = 0; i < it; i++) { var t = Fib(n, cut); Loop.Run(); while (!t.IsCompleted) Loop.Run(); if (t.Result != z) throw new Exception("fib"); } live = 0; return it; }
            case "cancel": { int n = Arg("n", 20000), d = Arg("depth", 1); live = n * d; var g = new Gate[n]; var t = new Task[n]; for (int i = 0; i < n; i++) t[i] = Deep(d, g[i] = new Gate()); Start(); for (int i = 0; i < n; i++) g[i].Fire(true); Loop.Run(); foreach (var q in t) _ = q.Exception; x = $"depth={d}"; return n; }
        }
        throw new Exception("unknown workload");
    }
    static int Main(string[] args)
    {
        A = args; string w = args[0]; int warm = w == "parked" ? 0 : Arg("warm", 3); double first = 0; long began = Stopwatch.GetTimestamp(); int warmMs = warm == 0 ? 0 : Arg("warm_ms", 1500);
        for (int i = 0; i <= warm; i++)
        {
            if (i == warm && Stopwatch.GetElapsedTime(began).TotalMilliseconds < warmMs) warm++;
            GC.Collect(); Start(); long n = Work(w); double wall = Stopwatch.GetElapsedTime(t0).TotalNanoseconds, c = Cpu() - c0; long al = GC.GetTotalAllocatedBytes() - a0; if (i == 0) first = wall / n;
            if (live != 0) { Console.Error.WriteLine(live + " tasks left"); return 3; }
            if (i == warm) Console.WriteLine($"workload={w} threads=1 ns_per_op={wall / n:F1} ops={n} rss_kib={Kib("VmHWM")} cpu_ns_per_op={c / n:F1} first_ns_per_op={first:F1} alloc_per_op={(double)al / n:F1} {x}");
        }
        return 0;
    }
}
