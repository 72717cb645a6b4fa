// A program that knows of the facade: it asks who serves what, and answers refusals itself.
using System.Diagnostics;
using Rustrt.Bindgen.Runtime.Facade;
using Rustrt.Bindgen.Runtime.Switch;
using Zlib;

return args[0] switch
{
    "units" => Host.ShowUnits(),
    "late" => Host.RegisterLate(),
    "decide" => Host.AnswerRefusal(),
    "threads" => Host.CallOnThreads(),
    "measure" => Host.Measure(int.Parse(args[1])),
    _ => throw new ArgumentException($"{args[0]} is nothing that this program does"),
};

internal static unsafe class Host
{
    public static int ShowUnits()
    {
        Checksum();
        foreach (UnitState unit in ZlibServices.Units)
        {
            Console.WriteLine($"{unit.Name} ({string.Join(' ', unit.Services)}): {unit.Backend}, {unit.Reason}, calls {unit.Calls?.ToString() ?? "not counted"}");
        }
        return 0;
    }

    public static int RegisterLate()
    {
        Checksum();
        try
        {
            ZlibServices.Use((IChecksums)new LegacyChecksums());
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine(e.Message);
        }
        return 0;
    }

    public static int AnswerRefusal()
    {
        try
        {
            ZlibServices.Decide();
        }
        catch (SwitchException e)
        {
            Console.WriteLine($"{e.ExitCode}: {e.Message}");
        }
        return 0;
    }

    public static int CallOnThreads()
    {
        const int Threads = 16;
        using var start = new Barrier(Threads);
        var results = new ulong[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            results[i] = Checksum();
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Console.WriteLine(string.Join(' ', results.Distinct()));
        return 0;
    }

    /// <summary>
    /// What a call costs through the facade, relative to the import alone: the best of many short interleaved rounds, since other
    /// programs may run beside this one. The first half of the rounds lets the JIT settle.
    /// </summary>
    public static int Measure(int rounds)
    {
        double facade = double.MaxValue, imported = double.MaxValue;
        for (int round = -rounds; round < rounds; round++)
        {
            double a = Time(&ThroughFacade), b = Time(&ThroughImport);
            if (round >= 0)
            {
                (facade, imported) = (Math.Min(facade, a), Math.Min(imported, b));
            }
        }
        Console.WriteLine(FormattableString.Invariant($"facade {facade:f2} ns, import {imported:f2} ns, ratio {facade / imported:f3}"));
        return 0;
    }

    private static ulong Checksum()
    {
        fixed (byte* text = "hello"u8)
        {
            return NativeMethods.crc32(0, text, 5);
        }
    }

    private const int Calls = 10_000;

    private static ulong s_sum;

    private static double Time(delegate*<ulong> loop)
    {
        long start = Stopwatch.GetTimestamp();
        s_sum += loop(); // or a compiler might leave the calls out
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
    }

    // crc32 of a null buffer returns at once, so that little but the call is measured.
    private static ulong ThroughFacade()
    {
        ulong sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += NativeMethods.crc32(sum, null, 0);
        }
        return sum;
    }

    private static ulong ThroughImport()
    {
        ulong sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            sum += Imported.crc32(sum, null, 0);
        }
        return sum;
    }
}

/// <summary>The same import as the generated one, which is not for programs to call.</summary>
internal static unsafe partial class Imported
{
    [System.Runtime.InteropServices.LibraryImport("z")]
    [System.Runtime.InteropServices.UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    public static partial ulong crc32(ulong crc, byte* buf, uint len);
}
