using System.Diagnostics;
using Rustrt.Federation;

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
            case "call": await Caller(n); return n;
            case "fib": { int it = Arg("iters", 20); for (int i = 0; i < it; i++) await GreenTask.Spawn(Fib(Arg("n", 30), Arg("cutoff", 12))); return it; }
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
            double ns = Stopwatch.GetElapsedTime(t0).TotalNanoseconds / n;
            best = Math.Min(best, ns); if (i == rounds - 1) Console.WriteLine($"{w} {best:F1} ns  alloc {(GC.GetAllocatedBytesForCurrentThread() - a0) / (double)n:F1}");
        }
    }
    static int Main(string[] args) { A = args; return Federation.Run(Main2(args[0]), new FederationOptions { MainSchedulers = Arg("threads", 1) }); }
}
