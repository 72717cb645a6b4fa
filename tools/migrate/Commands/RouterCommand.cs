using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Elf;
using Rustrt.Migrate.Forwarding;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate router</c>: a router for programs that use more of their legacy library than the old API.</summary>
internal sealed class RouterCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Argument<FileInfo> _library = new("LIBRARY") { Description = "Your own legacy library." };
    private readonly Option<DirectoryInfo?> _output = new("--output", "-o") { Description = "Where the router goes; artifacts/native/own if not given.", HelpName = "FOLDER" };

    public RouterCommand(RepositoryLayout layout)
        : base("router", "Builds a router that also forwards what your own legacy library exports beside the old API.",
            ["./migrate router /opt/app/lib/librustrt.so", "./migrate router /opt/app/lib/librustrt.so --output /opt/app/router"],
            [CommonOptions.CodeSuccess, CommonOptions.CodeUsage, CommonOptions.CodeBuild, (ExitCode.NotElf, "LIBRARY is no legacy library for x86-64"),
                CommonOptions.CodeNotBuilt, (ExitCode.NotFound, "there is no such file")])
    {
        _layout = layout;
        Arguments.Add(_library);
        Options.Add(_output);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var library = arguments.GetValue(_library)!.FullName;
        var output = arguments.GetValue(_output)?.FullName ?? _layout.At("artifacts", "native", "own");
        var map = await File.ReadAllTextAsync(_layout.At("src", "Compat", "Generated", "router", "router.g.map"), stop);
        var exports = ForwardedExports.Of(Read(library, map), map);
        BuildPlan.RequireBuilt(_layout, _layout.NewBackend, _layout.CoreLegacyBackend);
        if (output == _layout.RouterDirectory || output == _layout.LegacyDirectory)
        {
            throw new UserErrorException(ExitCode.Usage, $"--output {_layout.Shown(output)}: './migrate build' leaves other libraries there; name another folder.");
        }
        var screen = Screen.Create();
        Step build = new("build-own-router", $"router for {library}", async step =>
        {
            var lists = _layout.At("artifacts", "build", "own-router-lists");
            Directory.CreateDirectory(lists);
            await File.WriteAllTextAsync(Path.Combine(lists, "router_extra.g.h"), exports.List(), stop);
            await File.WriteAllTextAsync(Path.Combine(lists, "router_extra.g.map"), exports.Map(map), stop);
            await BuildPlan.CMake(step, "src/Compat/Router", "own-router", $"-DROUTER_EXTRA={lists}", $"-DROUTER_OUTPUT={output}");
            step.Copy(library, Path.Combine(output, Path.GetFileName(_layout.LegacyBackend)));
            step.Copy(_layout.NewBackend, Path.Combine(output, Path.GetFileName(_layout.NewBackend)));
            step.Copy(_layout.CoreLegacyBackend, Path.Combine(output, Path.GetFileName(_layout.CoreLegacyBackend)));
        });
        if (!await new StepRunner(_layout, screen).RunAll([build], stop))
        {
            return ExitCode.BuildFailed;
        }
        screen.Line();
        screen.Line($"{exports.Functions.Count} functions beside the old API are forwarded{(exports.Functions.Count > 0 ? ": " + string.Join(", ", exports.Functions) : "")}");
        foreach (var (name, why) in exports.LeftOut)
        {
            screen.Line($"not forwarded: {name}: {why}");
        }
        screen.Line($"Next: LD_LIBRARY_PATH={_layout.Shown(output)} PROGRAM");
        return ExitCode.Success;
    }

    private static ElfImage Read(string library, string map)
    {
        if (Directory.Exists(library))
        {
            throw new UserErrorException(ExitCode.NotElf, $"{library}: a folder; name a librustrt.so.");
        }
        try
        {
            var image = ElfImage.Read(library);
            return ForwardedExports.Known(image, map) > 0 ? image
                : throw new UserErrorException(ExitCode.NotElf, $"{library}: exports nothing of the old API; name a librustrt.so.");
        }
        catch (ElfFormatException error)
        {
            throw new UserErrorException(ExitCode.NotElf, $"{library}: {error.Message}; name a librustrt.so.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException(ExitCode.NotFound, $"{library}: there is no such file.");
        }
    }
}
