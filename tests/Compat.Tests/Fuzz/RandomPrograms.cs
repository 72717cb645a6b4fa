using FsCheck;
using FsCheck.Fluent;

namespace Rustrt.Compat.Tests.Fuzz;

/// <summary>
/// What FsCheck makes programs of. A body spawns only bodies behind it, so every program ends; a failure below a hop from one
/// stack to the other ends the process, so it is rare there: most programs must get further.
/// </summary>
internal static class RandomPrograms
{
    private const int MostBodies = 5, MostSteps = 14, MostInnerSteps = 4, Deepest = 3, MostLives = 20, MostValues = 100, MostSeeds = 10_000;

    public static Arbitrary<ScriptedProgram> All { get; } = Arb.From(Programs(), ProgramShrinker.Shrink);

    /// <summary>
    /// Programs whose tasks run side by side, and print the same lines in whatever order: the first body alone spawns, so that lives
    /// and tasks have the same numbers, and nobody does anything to another.
    /// </summary>
    public static Arbitrary<ScriptedProgram> SideBySide { get; } = Arb.From(ProgramsSideBySide(), ProgramShrinker.Shrink);

    private static Gen<ScriptedProgram> ProgramsSideBySide() =>
        from count in Gen.Choose(2, MostBodies)
        from bodies in Gen.CollectToArray(Enumerable.Range(0, count), body => Gen.ArrayOf(AStepAlone(body, count, depth: 0, inSection: false), MostSteps))
        from status in Numbered("status", MostValues)
        select new ScriptedProgram(bodies, [status], "main", Seed: 0);

    private static Gen<Step> AStepAlone(int body, int bodies, int depth, bool inSection)
    {
        List<(int, Gen<Step>)> some = [(2, Box()), (2, Numbered("local", MostValues)), (1, Word("inhibit")), (1, Word("allow")), (1, Word("clear"))];
        if (body == 0) some.Add((6, Gen.Choose(1, bodies - 1).Select(number => new Step("spawn", [number], []))));
        if (!inSection) some.Add((8, Word("yield")));
        if (depth < Deepest)
        {
            Gen<Step> Inside(string word, bool section) =>
                Gen.ArrayOf(AStepAlone(body, bodies, depth + 1, section), MostInnerSteps).Select(steps => new Step(word, [], [.. steps]));
            some.AddRange([(2, Inside("c{", inSection)), (2, Inside("rust{", inSection)), (2, Inside("catch{", inSection)), (1, Inside("atomic{", true))]);
            // It yields as it is left.
            if (!inSection) some.Add((2, Inside("guard{", false)));
        }
        return Gen.Frequency(some);
    }

    private static Gen<ScriptedProgram> Programs() =>
        from scheduler in Gen.Elements("main", "main", "new", "platform")
        let atExit = scheduler == "main" ? Word("atexit") : Word("yield")
        from count in Gen.Choose(1, MostBodies)
        from bodies in Gen.CollectToArray(Enumerable.Range(0, count), body => Steps(new(body, count, Depth: 0, BelowHop: false, InSection: false, atExit), MostSteps))
        from end in Gen.ArrayOf(Gen.OneOf(Numbered("status", MostValues), atExit, Word("fail"), Numbered("local", MostValues), Word("killall"), Word("yield"), Box()), 2)
        from seed in Gen.Choose(0, MostSeeds)
        select new ScriptedProgram(bodies, end, scheduler, seed);

    // Where a step stands. Exit functions run on the main loop: beside another one, if tasks there are weak, so that only programs of
    // the main loop have them.
    private sealed record Place(int Body, int Bodies, int Depth, bool BelowHop, bool InSection, Gen<Step> AtExit);

    private static Gen<IReadOnlyList<Step>> Steps(Place place, int most) =>
        from count in Gen.Choose(0, most)
        from steps in Gen.ArrayOf(AStep(place), count)
        select (IReadOnlyList<Step>)steps;

    private static Gen<Step> AStep(Place place)
    {
        List<(int, Gen<Step>)> some =
        [
            (3, Numbered("wait", 2)), (5, Signal()), (2, Numbered("kill", MostLives)), (1, Word("inhibit")), (1, Word("allow")), (1, Word("clear")), (2, Word("start")),
            (2, Box()), (1, Numbered("heap", MostValues)), (1, Log()), (2, Numbered("local", MostValues)), (1, Word("global")), (1, Numbered("status", MostValues)), (1, place.AtExit),
        ];
        // A yield or a wait in a section fails the task.
        if (!place.InSection) some.AddRange([(8, Word("yield")), (place.BelowHop ? 0 : 3, Word("heed"))]);
        if (!place.BelowHop) some.Add((1, Numbered("fail", MostValues)));
        if (place.Body + 1 < place.Bodies)
        {
            Gen<Step> body = Gen.Choose(place.Body + 1, place.Bodies - 1).Select(number => new Step("spawn", [number], []));
            some.AddRange([(6, body), (1, body.Select(step => step with { Word = "create" }))]);
        }
        if (place.Depth < Deepest)
        {
            Place inner = place with { Depth = place.Depth + 1 }, hop = inner with { BelowHop = true };
            some.AddRange([(2, Holding("c{", hop)), (2, Holding("rust{", hop)), (2, Holding("catch{", inner)), (2, Holding("guard{", inner)), (1, Holding("weak{", inner)),
                (1, Holding("atomic{", inner with { InSection = true }))]);
        }
        return Gen.Choose(1, 300).SelectMany(rare => rare switch
        {
            1 => Word("killall"),
            2 => Word("fail"),
            3 => Word("yield"),
            _ => Gen.Frequency(some),
        });
    }

    private static Gen<Step> Word(string word) => Gen.Constant(new Step(word, [], []));

    private static Gen<Step> Numbered(string word, int below) => Gen.Choose(0, below - 1).Select(number => new Step(word, [number], []));

    private static Gen<Step> Signal() => Gen.Choose(0, MostLives).Zip(Gen.Choose(0, MostValues), (life, value) => new Step("signal", [life, value], []));

    private static Gen<Step> Box() => Gen.Choose(0, 1).Zip(Gen.Choose(1, MostValues), (keep, size) => new Step("box", [keep, size], []));

    private static Gen<Step> Log() => Gen.Choose(1, 4).Select(level => new Step("log", [level], []));

    private static Gen<Step> Holding(string word, Place inside) => Steps(inside, MostInnerSteps).Select(steps => new Step(word, [], steps));
}
