using System.Diagnostics;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Build;

/// <summary>Runs steps one after the other with progress, timing and a log file each; stops at the first failure.</summary>
internal sealed class StepRunner(RepositoryLayout layout, Screen screen)
{
    private const int LogLinesShown = 25;

    /// <summary>True when every step went well. Another command that builds in this checkout is waited for.</summary>
    public async Task<bool> RunAll(IReadOnlyList<Step> steps, CancellationToken stop)
    {
        using var alone = await BuildLock.Take(layout, () => screen.Line("another ./migrate builds in this checkout; waiting for it ..."), stop);
        for (var index = 0; index < steps.Count; index++)
        {
            if (!await Run(steps[index], $"[{index + 1}/{steps.Count}] {steps[index].Title}", stop))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>True when the step went well; otherwise its reason and the end of its log have been shown.</summary>
    public async Task<bool> Run(Step step, string label, CancellationToken stop)
    {
        Directory.CreateDirectory(layout.LogsDirectory);
        var logPath = Path.Combine(layout.LogsDirectory, step.Name + ".log");
        var watch = Stopwatch.StartNew();
        var before = ProcessorTime.OfChildren;
        string? failure = null;
        string? summary = null;
        await using (var log = new StreamWriter(logPath))
        {
            var context = new StepContext(layout, log, stop);
            try
            {
                await screen.Working(label, () => context.LastLine, () => step.Body(context));
                summary = context.Summary;
            }
            catch (StepFailedException error)
            {
                failure = error.Message;
                context.Log("failed: " + error.Message);
            }
            context.Log($"took {Screen.Seconds(watch.Elapsed)}; processors {Screen.Seconds(ProcessorTime.OfChildren - before)}");
        }
        if (failure is null)
        {
            screen.Done(label, watch.Elapsed, summary);
            return true;
        }
        screen.Failed(label, watch.Elapsed, failure);
        foreach (var line in File.ReadLines(logPath).TakeLast(LogLinesShown))
        {
            screen.Line("    | " + line);
        }
        screen.Line($"    the whole log: {layout.Shown(logPath)}");
        return false;
    }
}
