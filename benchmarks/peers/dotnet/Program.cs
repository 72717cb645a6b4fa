// The workloads of benchmarks/README.md on Task, the thread pool and System.Threading.Channels.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

static class P
{
    static string[] A;
    static string ArgS(string key, string def) { foreach (var a in A) if (a.StartsWith(key + "=")) return a[(key.Length + 1)..]; return def; }
    static int Arg(string key, int def) => int.TryParse(ArgS(key, ""), out var v) ? v : def;
    static long Kib(string f) { foreach (var l in File.ReadLines("/proc/self/status")) if (l.StartsWith(f)) return long.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim().Split('\t')[^1]); return 0; }
    static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalNanoseconds;
    static long t0; static double c0; static long a0; static string x = "";
    static void Start() { c0 = Cpu(); a0 = GC.GetTotalAllocatedBytes(); t0 = Stopwatch.GetTimestamp(); }

    // ---- spawn
    static int left; static TaskCompletionSource allDone;
    static void Tick() { if (Interlocked.Decrement(ref left) == 0) allDone.SetResult(); }
    static async Task<long> Spawn()
    {
        int n = Arg("n", 1000000); string mode = ArgS("mode", "run"); x = "mode=" + mode;
        if (mode == "run") { var t = new Task[n]; for (int i = 0; i < n; i++) t[i] = Task.Run(static () => { }); await Task.WhenAll(t); }
        else if (mode == "yield") { var t = new Task[n]; for (int i = 0; i < n; i++) t[i] = YieldOnce(); await Task.WhenAll(t); }   // async method that really suspends
        else { left = n; allDone = new(TaskCreationOptions.RunContinuationsAsynchronously); for (int i = 0; i < n; i++) ThreadPool.UnsafeQueueUserWorkItem(static _ => Tick(), 0, true); await allDone.Task; }
        return n;
    }
    static async Task YieldOnce() { await Task.Yield(); }
    // ---- parked
    static async Task ParkOn(Task gate) { await gate; }
    static async Task<long> Parked()
    {
        int n = Arg("n", 1000000); var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string mode = ArgS("mode", "tcs"); var keep = new Task[n]; GC.Collect(); GC.Collect(); long k0 = Kib("VmRSS"), h0 = GC.GetTotalMemory(true); Start();
        if (mode == "tcs") for (int i = 0; i < n; i++) keep[i] = ParkOn(gate.Task);                                   // one shared gate, broadcast
        else if (mode == "own") for (int i = 0; i < n; i++) keep[i] = ParkOn(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously).Task);
        else { var ch = Channel.CreateUnbounded<int>(); for (int i = 0; i < n; i++) keep[i] = ParkChan(ch.Reader); }
        long dt = Stopwatch.GetTimestamp() - t0; long h = GC.GetTotalMemory(false) - h0, r = (Kib("VmRSS") - k0) * 1024; long hl = GC.GetTotalMemory(true) - h0;
        x = $"mode={mode} bytes_per_op={(double)r / n:F1} heap_live_per_op={(double)hl / n:F1} heap_per_op={(double)h / n:F1}"; GC.KeepAlive(keep); t0 = Stopwatch.GetTimestamp() - dt; GC.KeepAlive(gate);
        await Task.CompletedTask; return n;
    }
    static async Task ParkChan(ChannelReader<int> r) { await r.ReadAsync(); }
    // ---- yield
    static async Task Yielder(int n) { for (int i = 0; i < n; i++) await Task.Yield(); }
    static async Task<long> Yield()
    {
        int n = Arg("n", 10000000), k = Arg("tasks", 2); var t = new Task[k]; for (int i = 0; i < k; i++) t[i] = Task.Run(() => Yielder(n / k));
        await Task.WhenAll(t); x = $"tasks={k}"; return n;
    }
    // ---- channels
    static Channel<int> Ch(int cap, bool sw = true) => Channel.CreateBounded<int>(new BoundedChannelOptions(cap) { SingleReader = true, SingleWriter = sw, AllowSynchronousContinuations = Arg("sync", 0) == 1 });
    static async Task Ping(ChannelWriter<int> w, ChannelReader<int> r, int n) { for (int i = 0; i < n; i++) { await w.WriteAsync(i); await r.ReadAsync(); } }
    static async Task Pong(ChannelWriter<int> w, ChannelReader<int> r, int n) { for (int i = 0; i < n; i++) await w.WriteAsync(await r.ReadAsync()); }
    static async Task<long> PingPong()
    {
        int n = Arg("n", 2000000); Channel<int> a, b;
        if (ArgS("chan", "bounded") == "bounded") { a = Ch(1); b = Ch(1); } else { var o = new UnboundedChannelOptions { SingleReader = true, SingleWriter = true, AllowSynchronousContinuations = Arg("sync", 0) == 1 }; a = Channel.CreateUnbounded<int>(o); b = Channel.CreateUnbounded<int>(o); }
        x = $"pinned=0 chan={ArgS("chan", "bounded")} sync={Arg("sync", 0)}";
        await Task.WhenAll(Task.Run(() => Ping(a.Writer, b.Reader, n)), Task.Run(() => Pong(b.Writer, a.Reader, n))); return n;
    }
    sealed class Pump : SynchronizationContext       // one thread, one queue: what a hand-made single-threaded loop costs
    {
        readonly BlockingCollection<(SendOrPostCallback, object)> q = new();
        public override void Post(SendOrPostCallback d, object s) => q.Add((d, s));
        public static Thread Run(Func<Task> f) { var th = new Thread(() => { var p = new Pump(); SetSynchronizationContext(p); var t = f(); t.ContinueWith(_ => p.q.CompleteAdding(), TaskScheduler.Default); foreach (var (d, s) in p.q.GetConsumingEnumerable()) d(s); }); th.Start(); return th; }
    }
    static long PingPongPinned()
    {
        int n = Arg("n", 100000); var a = Ch(1); var b = Ch(1); x = "pinned=1";
        var t1 = Pump.Run(() => Ping(a.Writer, b.Reader, n)); var t2 = Pump.Run(() => Pong(b.Writer, a.Reader, n)); t1.Join(); t2.Join(); return n;
    }
    static async Task Ringer(ChannelReader<int> i, ChannelWriter<int> o, int k) { for (; ; ) { int v = await i.ReadAsync(); if (v > -k + 1) await o.WriteAsync(v - 1); if (v <= 0) return; } }
    static async Task<long> Ring()
    {
        int n = Arg("n", 5000000), k = Arg("tasks", 503); var c = Enumerable.Range(0, k).Select(_ => Ch(1)).ToArray();
        var t = Enumerable.Range(0, k).Select(i => Task.Run(() => Ringer(c[i].Reader, c[(i + 1) % k].Writer, k))).ToArray();
        await c[0].Writer.WriteAsync(n); await Task.WhenAll(t); x = $"tasks={k} sync={Arg("sync", 0)}"; return n;
    }
    static async Task Producer(ChannelWriter<int> w, int m) { for (int i = 0; i < m; i++) await w.WriteAsync(i); }
    static async Task<long> FanIn()
    {
        int p = Arg("producers", 1000), m = Arg("msgs", 1000); var c = Ch(Arg("cap", 64), false);
        var cons = Task.Run(async () => { long s = 0; for (int i = 0; i < p * m; i++) s += await c.Reader.ReadAsync(); return s; });
        for (int i = 0; i < p; i++) _ = Task.Run(() => Producer(c.Writer, m));
        if (await cons != (long)p * (m * (m - 1L) / 2)) throw new Exception("bad sum"); return (long)p * m;
    }
    // ---- select
    static async Task Sender(ChannelWriter<int> w, int m) { await Producer(w, m); w.Complete(); }
    static async Task<long> Select()
    {
        int k = Arg("pipes", 4), each = Arg("n", 1000000) / k; long s = 0; var open = Enumerable.Range(0, k).Select(_ => Ch(1)).ToArray(); foreach (var c in open) _ = Task.Run(() => Sender(c.Writer, each));
        var waits = open.Select(c => c.Reader.WaitToReadAsync().AsTask()).ToArray();
        while (open.Length > 0)
        {
            await Task.WhenAny(waits); bool closed = false;
            for (int i = 0; i < open.Length; i++)                  // all that are ready, and only their waits are begun anew
            {
                if (!waits[i].IsCompleted) continue;
                if (!await waits[i]) { closed = true; continue; }
                while (open[i].Reader.TryRead(out int v)) s += v;
                waits[i] = open[i].Reader.WaitToReadAsync().AsTask();
            }
            if (closed) { var still = Enumerable.Range(0, open.Length).Where(i => !(waits[i].IsCompleted && !waits[i].Result)).ToArray(); open = still.Select(i => open[i]).ToArray(); waits = still.Select(i => waits[i]).ToArray(); }
        }
        if (s != k * (each * (each - 1L) / 2)) throw new Exception("bad sum"); x = $"pipes={k}"; return (long)k * each;
    }
    // ---- fork-join
    static int FibSerial(int n) => n < 2 ? n : FibSerial(n - 1) + FibSerial(n - 2);
    static async Task<int> Fib(int n, int cut)
    {
        if (n <= cut) return FibSerial(n);
        var a = Task.Run(() => Fib(n - 1, cut)); var b = Task.Run(() => Fib(n - 2, cut)); return await a + await b;
    }
    static async Task<long> FibW()
    {
        int n = Arg("n", 30), cut = Arg("cutoff", 12), it = Arg("iters", 20); long z = 0; var s = Stopwatch.StartNew(); for (int i = 0; i < it; i++) z = FibSerial(n); long ser = (long)(s.Elapsed.TotalNanoseconds / it);
        Start(); for (int i = 0; i < it; i++) if (await Task.Run(() => Fib(n, cut)) != z) throw new Exception("fib"); x = $"n={n} cutoff={cut} serial_ns={ser}"; return it;
    }
    // ---- timers
    static async Task Sleeper(int ms, long[] late, int i) { long s = Stopwatch.GetTimestamp(); await Task.Delay(ms); late[i] = Stopwatch.GetTimestamp() - s - ms * 1000000L; }
    static async Task<long> Timers()
    {
        int n = Arg("n", 1000000), within = Arg("within_ms", 1000); var r = new Random(1); var late = new long[n]; var d = new int[n]; for (int i = 0; i < n; i++) d[i] = 1 + r.Next(within); var t = new Task[n]; Start();
        for (int i = 0; i < n; i++) t[i] = Sleeper(d[i], late, i);
        await Task.WhenAll(t); double w = Stopwatch.GetElapsedTime(t0).TotalMilliseconds, c = (Cpu() - c0) / 1e6; Array.Sort(late);
        x = $"late_p50_us={late[n / 2] / 1e3:F1} late_p99_us={late[n * 99L / 100] / 1e3:F1} wall_ms={w:F0} cpu_ms={c:F0}"; return n;
    }
    // ---- cancel
    static int sink;
    static async Task Deep(int d, Task gate, CancellationToken ct) { try { if (d > 1) await Deep(d - 1, gate, ct); else await gate.WaitAsync(ct); } finally { sink++; } }
    static async Task<long> Cancel()
    {
        int n = Arg("n", 100000), depth = Arg("depth", 1); var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); var cts = new CancellationTokenSource(); var t = new Task[n];
        for (int i = 0; i < n; i++) t[i] = Deep(depth, gate.Task, cts.Token);
        Start(); cts.Cancel(); try { await Task.WhenAll(t); } catch (OperationCanceledException) { }
        foreach (var k in t) if (!k.IsCanceled) throw new Exception("not cancelled"); x = $"depth={depth}"; return n;
    }
    static int Main(string[] args)
    {
        A = args; if (args.Length < 1) return 2; string w = args[0]; int threads = Arg("threads", 1), warm = Arg("warm", 2);
        if (threads > Environment.ProcessorCount) Console.Error.WriteLine("only " + Environment.ProcessorCount + " cpus");
        ThreadPool.SetMinThreads(threads, threads); if (!ThreadPool.SetMaxThreads(threads, threads)) Console.Error.WriteLine("note: max threads not set, run under taskset -c 0 for threads=1");
        if (w == "parked") warm = 0; double first = 0; long began = Stopwatch.GetTimestamp(); int warmMs = warm == 0 ? 0 : Arg("warm_ms", 1500);   // repeat until tier-1 code runs
        for (int i = 0; i <= warm; i++)
        {
            if (i == warm && Stopwatch.GetElapsedTime(began).TotalMilliseconds < warmMs) warm++;
            GC.Collect(); Start(); long n;
            if (w == "pingpong" && Arg("pinned", 0) == 1) n = PingPongPinned();
            else { Func<Task<long>> f = w switch { "spawn" => Spawn, "parked" => Parked, "yield" => Yield, "pingpong" => PingPong, "ring" => Ring, "fanin" => FanIn, "select" => Select, "fib" => FibW, "timers" => Timers, "cancel" => Cancel, _ => throw new Exception("unknown workload") }; n = Task.Run(f).Result; }
            double wall = Stopwatch.GetElapsedTime(t0).TotalNanoseconds, c = Cpu() - c0; long al = GC.GetTotalAllocatedBytes() - a0; if (i == 0) first = wall / n;
            if (i == warm) Console.WriteLine($"workload={w} threads={threads} ns_per_op={wall / n:F1} ops={n} rss_kib={Kib("VmHWM")} cpu_ns_per_op={c / n:F1} first_ns_per_op={first:F1} alloc_per_op={(double)al / n:F1} {x}");
        }
        return 0;
    }
}
