namespace Rustrt.Compat.Tests.Fuzz;

/// <summary>Programs a little simpler than one: the simplest ideas first, since the first that still differs is gone on with.</summary>
internal static class ProgramShrinker
{
    public static IEnumerable<ScriptedProgram> Shrink(ScriptedProgram program)
    {
        // Only the last body has no other behind it whose number would change.
        if (program.Bodies.Count > 1) yield return program with { Bodies = [.. program.Bodies.SkipLast(1)] };
        for (int body = 0; body < program.Bodies.Count; body++)
            foreach (IReadOnlyList<Step> steps in Shrink(program.Bodies[body]))
                yield return program with { Bodies = [.. program.Bodies.Take(body), steps, .. program.Bodies.Skip(body + 1)] };
        foreach (IReadOnlyList<Step> steps in Shrink(program.End)) yield return program with { End = steps };
        if (program.Scheduler != "main") yield return program with { Scheduler = "main" };
        if (program.Seed != 0) yield return program with { Seed = 0 };
    }

    // Without half of them, without one of them, with one of them simpler.
    private static IEnumerable<IReadOnlyList<Step>> Shrink(IReadOnlyList<Step> steps)
    {
        if (steps.Count > 2)
        {
            yield return [.. steps.Take(steps.Count / 2)];
            yield return [.. steps.Skip(steps.Count / 2)];
        }
        for (int at = 0; at < steps.Count; at++) yield return Replace(steps, at, []);
        for (int at = 0; at < steps.Count; at++)
        {
            // What a word held, without the word.
            if (steps[at].Inner.Count > 0) yield return Replace(steps, at, steps[at].Inner);
            foreach (Step simpler in Shrink(steps[at])) yield return Replace(steps, at, [simpler]);
        }
    }

    private static IEnumerable<Step> Shrink(Step step)
    {
        foreach (IReadOnlyList<Step> inner in Shrink(step.Inner)) yield return step with { Inner = inner };
        // A number of a body is no size: it must stay behind the body that it stands in.
        if (step.Word is "spawn" or "create") yield break;
        for (int at = 0; at < step.Numbers.Count; at++)
            if (step.Numbers[at] > 1)
                yield return step with { Numbers = [.. step.Numbers.Take(at), 1, .. step.Numbers.Skip(at + 1)] };
    }

    private static IReadOnlyList<Step> Replace(IReadOnlyList<Step> steps, int at, IEnumerable<Step> by) => [.. steps.Take(at), .. by, .. steps.Skip(at + 1)];
}
