using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Rustrt.Federation;
using Rustrt.Federation.Logging;
using Rustrt.Federation.Pipes;

static class P
{
    static string[] A = [];
    static int Arg(string key, int def) { foreach (var a in A) if (a.StartsWith(key + "=", StringComparison.Ordinal) && int.TryParse(a[(key.Length + 1)..], out var v)) return v; return def; }
    static async GreenTask Empty() { }
    static async GreenTask Yielder(int n) { while (n-- > 0) await GreenTask.Yield(); }
    static async GreenTask<int> Call(int n) => n;
    static async GreenTask Caller(int n) { int s = 0; while (n-- > 0) s += await Call(n); }
    static int FibSerial(int n) => n < 2 ? n : FibSerial(n - 1) + FibSerial(n - 2);
    static async GreenTask<int> Fib(int n, int cut) { if (n <= cut) return FibSerial(n); var a = GreenTask.Spawn(Fib(n - 1, cut)); var b = GreenTask.Spawn(Fib(n - 2, cut)); return await a + await b; }
    static long t1;
    static async GreenTask Ping(Sender<int> a, Receiver<int> b, int n) { for (int i = 0; i < n; i++) { await a.Send(i); await b.Receive(); } }
    static async GreenTask Pong(Sender<int> b, Receiver<int> a, int n) { for (int i = 0; i < n; i++) { var v = await a.Receive(); await b.Send(v.Value); } }
    static async GreenTask Ringer(Receiver<int> i, Sender<int> o, int k, int first) { if (first != int.MinValue) await o.Send(first); for (; ; ) { var r = await i.Receive(); int v = r.Value; if (v > -k + 1) await o.Send(v - 1); if (v <= 0) return; } }
    static async GreenTask Producer(SharedSender<int> c, int m) { for (int i = 0; i < m; i++) await c.Send(i); }
    static async GreenTask Consumer(Receiver<int> c, int n) { long s = 0; for (int i = 0; i < n; i++) s += (await c.Receive()).Value; if ((await c.Receive()).Status != WaitStatus.Closed) throw new InvalidOperationException("open"); }
    static int parked;
    static async GreenTask Parker() { var (tx, rx) = Pipe.OneShot<int>(); parked++; if ((await rx.Receive()).Status != WaitStatus.Cancelled) throw new InvalidOperationException("not cancelled"); GC.KeepAlive(tx); }
    static long[] late = [];
    static async GreenTask Sleeper(int ms, int i) { long s = Stopwatch.GetTimestamp(); await GreenTask.Sleep(TimeSpan.FromMilliseconds(ms)); late[i] = Stopwatch.GetTimestamp() - s - ms * 1000000L; }
    static JoinHandle[] H = new JoinHandle[1000000];
    static async GreenTask<long> Once(string w)
    {
        int n = Arg("n", 1000000);
        switch (w)
        {
            case "spawn":
                for (int i = 0; i < n; i++) H[i] = GreenTask.Spawn(Empty());
                for (int i = 0; i < n; i++) await H[i];
                return n;
            case "spawn1":
                for (int i = 0; i < n; i++) await GreenTask.Spawn(Empty());
                return n;
            case "join2":
                for (int i = 0; i < n; i++) H[i] = GreenTask.Spawn(Yielder(i % 3));
                for (int i = 0; i < n; i++) await H[i];
                return n;
            case "detach": for (int i = 0; i < n; i++) { GreenTask.Spawn(Yielder(1)).Detach(); await GreenTask.Spawn(Yielder(1)); } await GreenTask.Yield(); return n;
            case "call": await Caller(n); return n;
            case "fib": { int it = Arg("iters", 20); for (int i = 0; i < it; i++) await GreenTask.Spawn(Fib(Arg("n", 30), Arg("cutoff", 12))); return it; }
            case "pingpong":
                {
                    var (ta, ra) = Pipe.Bounded<int>(1); var (tb, rb) = Pipe.Bounded<int>(1);
                    var a = GreenTask.Spawn(Ping(ta, rb, n)); var b = GreenTask.Spawn(Pong(tb, ra, n)); await a; await b; return n;
                }
            case "ring":
                {
                    int k = Arg("tasks", 503); var tx = new Sender<int>[k]; var rx = new Receiver<int>[k];
                    for (int i = 0; i < k; i++) (tx[i], rx[i]) = Pipe.Bounded<int>(1);
                    for (int i = 0; i < k; i++) H[i] = GreenTask.Spawn(Ringer(rx[i], i + 1 < k ? tx[i + 1] : tx[0], k, i == 0 ? n : int.MinValue));
                    for (int i = 0; i < k; i++) await H[i];
                    return n;
                }
            case "fanin":
                {
                    int p = Arg("producers", 1000), m = Arg("msgs", 1000); var (tx, rx) = Pipe.Shared<int>(Arg("cap", 64));
                    for (int i = 0; i < p; i++) GreenTask.Spawn(Producer(tx.Clone(), m)).Detach();
                    tx.Dispose(); await GreenTask.Spawn(Consumer(rx, p * m)); return (long)p * m;
                }
            case "cancel":
                {
                    for (int i = 0; i < n; i++) H[i] = GreenTask.Spawn(Parker());
                    await GreenTask.Yield(); await GreenTask.Yield();
                    t1 = Stopwatch.GetTimestamp();
                    for (int i = 0; i < n; i++) H[i].Cancel();
                    for (int i = 0; i < n; i++) await H[i];
                    return n;
                }
            case "timers":
                {
                    if (late.Length != n) late = new long[n];
                    var random = new Random(1); int within = Arg("within_ms", 1000);
                    var cpu = Process.GetCurrentProcess().TotalProcessorTime; long s = Stopwatch.GetTimestamp();
                    for (int i = 0; i < n; i++) H[i] = GreenTask.Spawn(Sleeper(1 + random.Next(within), i));
                    for (int i = 0; i < n; i++) await H[i];
                    cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu; double wall = Stopwatch.GetElapsedTime(s).TotalMilliseconds;
                    Array.Sort(late);
                    Console.WriteLine($"late_p50_us={late[n / 2] / 1e3:F1} late_p99_us={late[n * 99L / 100] / 1e3:F1} wall_ms={wall:F0} cpu_ms={cpu.TotalMilliseconds:F0} rss_mib={Environment.WorkingSet >> 20}");
                    return n;
                }
            case "log":
                {
                    using var provider = new FederationLoggerProvider(TextWriter.Null, LogFilter.Parse("info"));
                    provider.StartLogger(); var log = provider.CreateLogger("Workloads"); var level = Arg("off", 0) == 1 ? LogLevel.Debug : LogLevel.Information;
                    for (int i = 0; i < n; i++) { if (log.IsEnabled(level)) log.Log(level, default, i, null, static (_, _) => "a line of no importance"); if ((i & 127) == 127) await GreenTask.Yield(); }
                    return n;
                }
            case "yield":
                {
                    int k = Arg("tasks", 2);
                    for (int i = 0; i < k; i++) H[i] = GreenTask.Spawn(Yielder(n / k));
                    for (int i = 0; i < k; i++) await H[i];
                    return n;
                }
        }
        throw new InvalidOperationException();
    }
    static async GreenTask Main2(string w)
    {
        int rounds = Arg("rounds", 30); double best = 1e18;
        for (int i = 0; i < rounds; i++)
        {
            long a0 = GC.GetAllocatedBytesForCurrentThread(); long t0 = Stopwatch.GetTimestamp();
            long n = await GreenTask.Spawn(Once(w));
            double ns = Stopwatch.GetElapsedTime(t1 != 0 ? t1 : t0).TotalNanoseconds / n;
            best = Math.Min(best, ns); if (i == rounds - 1) Console.WriteLine($"{w} {best:F1} ns  alloc {(GC.GetAllocatedBytesForCurrentThread() - a0) / (double)n:F1}");
        }
    }
    static int Main(string[] args) { A = args; return Federation.Run(Main2(args[0]), new FederationOptions { MainSchedulers = Arg("threads", 1) }); }
}
