using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Workloads.Running;

/// <summary>The command line: a workload and its parameters.</summary>
internal static class WorkloadCommand
{
    private const int Done = 0, Failed = 1, WrongUsage = 2;

    /// <summary>All workloads.</summary>
    public static IReadOnlyList<WorkloadKind> Kinds { get; } =
    [
        SpawnWorkload.Kind, ParkedWorkload.Kind, YieldWorkload.Kind, PingPongWorkload.Kind, RingWorkload.Kind, FanInWorkload.Kind,
        ForkJoinWorkload.Kind, TimersWorkload.Kind, CancelWorkload.Kind, SelectWorkload.Kind, LogWorkload.Kind,
    ];

    /// <summary>Parameters of every workload.</summary>
    public static IReadOnlyList<Parameter> CommonParameters { get; } =
    [
        new("threads", "1", "schedulers; with one, pin the process (taskset -c 0)"),
        new("warm_ms", "5000", "least time that passes are repeated before the one that counts", Least: 0),
    ];

    /// <summary>Runs what a command line says and prints one line. Returns the exit status.</summary>
    public static int Run(IReadOnlyList<string> words, TextWriter output, TextWriter errors)
    {
        if (words is [] or ["--help"] or ["-h"])
        {
            WriteHelp(words.Count == 0 ? errors : output);
            return words.Count == 0 ? WrongUsage : Done;
        }
        try
        {
            var kind = Kinds.FirstOrDefault(kind => kind.Name == words[0])
                ?? throw new UsageException($"there is no workload '{words[0]}'; there are {string.Join(", ", Kinds.Select(known => known.Name))}.");
            Values values = new(kind.Name, [.. kind.Parameters, .. CommonParameters], words.Skip(1));
            WorkloadRun run = new(kind, kind.Create(values), values.Number("threads"), TimeSpan.FromMilliseconds(values.Number("warm_ms")));
            output.WriteLine(run.ToEnd());
            return Done;
        }
        catch (UsageException error)
        {
            errors.WriteLine("workloads: " + error.Message);
            return WrongUsage;
        }
        catch (WrongResultException error)
        {
            errors.WriteLine($"workloads: {words[0]} did not do what it was to do: {error.Message}");
            return Failed;
        }
    }

    private static void WriteHelp(TextWriter writer)
    {
        writer.WriteLine("usage: workloads WORKLOAD [NAME=VALUE]...");
        foreach (var kind in Kinds)
        {
            writer.WriteLine($"{kind.Name}: {kind.Operation}");
            foreach (var parameter in kind.Parameters) Write(parameter);
        }
        writer.WriteLine("every workload:");
        foreach (var parameter in CommonParameters) Write(parameter);

        void Write(Parameter parameter) =>
            writer.WriteLine($"  {parameter.Name + "=" + parameter.Default,-16} {parameter.Meaning}{(parameter.Choices.Length > 0 ? $" ({parameter.Valid})" : "")}");
    }
}
