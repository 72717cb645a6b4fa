using System.Xml.Linq;

namespace Rustrt.Migrate.Build;

/// <summary>
/// Builds, packs or publishes C# projects, several with one command. A command for each would restore again, and look again at every
/// library that several of them reference.
/// </summary>
/// <remarks>
/// One compiler serves all projects of a command: most of what a compilation takes is to get compiler and analyzers going. It is the
/// command's own, by its name, and ends with it; so it serves also where none may stay behind, which UseSharedCompilation=false asks for.
/// </remarks>
internal static class ManagedBuild
{
    public static Task Build(StepContext step, string name, string configuration, IEnumerable<string> projects) =>
        Run(step, name, "build", configuration, projects);

    public static Task Pack(StepContext step, string name, IEnumerable<string> projects, string version) =>
        Run(step, name, "pack", "Release", projects, $"-p:PackageVersion={version}");

    public static Task Publish(StepContext step, string name, string configuration, string project, string output, params string[] options) =>
        Run(step, name, "publish", configuration, [project], ["-o", output, .. options]);

    private static async Task Run(StepContext step, string name, string verb, string configuration, IEnumerable<string> projects, params string[] options)
    {
        var all = step.Layout.At("artifacts", "build", $"{name}.proj");
        Directory.CreateDirectory(Path.GetDirectoryName(all)!);
        Project(projects.Select(project => step.Layout.At(project))).Save(all);
        string[] compiler = ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId=rustrt-{Environment.ProcessId}-{name}"];
        await step.Run("dotnet", [verb, all, "-c", configuration, "-nologo", "-v", "minimal", .. compiler, .. options]);
    }

    // The item has the name by which NuGet's targets know what to restore. No solution: that would build a project in the solution's
    // configuration where another one references it in a configuration of its own.
    private static XDocument Project(IEnumerable<string> projects) => new(new XElement("Project", new XAttribute("DefaultTargets", "Build"),
        new XElement("ItemGroup", new XElement("RestoreGraphProjectInputItems", new XAttribute("Include", string.Join(';', projects)))),
        new XElement("Import", new XAttribute("Project", "$(MSBuildToolsPath)/NuGet.targets")),
        Target("Build"), Target("Pack"), Target("Publish"),
        new XElement("Target", new XAttribute("Name", EndCompiler), EndOfCompiler())));

    private const string EndCompiler = "EndCompiler";

    private static XElement Target(string name) => new("Target", new XAttribute("Name", name),
        new XElement("MSBuild", new XAttribute("Projects", "@(RestoreGraphProjectInputItems)"), new XAttribute("Targets", name), new XAttribute("BuildInParallel", "true")),
        EndOfCompiler(),
        new XElement("OnError", new XAttribute("ExecuteTargets", EndCompiler)));

    // With 0 also when nothing had to be compiled, and there is none.
    private static XElement EndOfCompiler() => new("Exec", new XAttribute("StandardOutputImportance", "low"),
        new XAttribute("Command", "\"$(MSBuildToolsPath)/Roslyn/bincore/VBCSCompiler\" -shutdown \"-pipename:$(SharedCompilationId)\""));
}
