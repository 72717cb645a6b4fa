using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Running;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate bindgen</c>: the generator, with the words behind the verb handed on as they are.</summary>
internal sealed class BindgenCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Argument<string[]> _words = new("ARGS")
    {
        Description = "Arguments for the generator, instead of this repository's headers, manifest and folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _check = new("--check") { Description = "Compare what would be generated with what is checked in; write nothing." };

    public BindgenCommand(RepositoryLayout layout)
        : base("bindgen", "Writes the mechanical part of the migration from legacy/include/rustrt.h, and the generator's own binding of libclang (tools/bindgen/README.md).",
            ["./migrate bindgen            # rewrites all generated files that are checked in", "./migrate bindgen --check    # what CI does", "./migrate bindgen --header zlib.h --library libz.so.1 --namespace Zlib --out zlib    # any other C header", "./migrate bindgen -- --help  # the generator's own options"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "--check found a difference"), CommonOptions.CodeUsage,
             (3, "the generator's inputs have errors, or libclang is missing"),
             (4, "--strict, and something had to be left out"),
             (ExitCode.MissingPackages, $"without ARGS: {BindgenTool.LibClangPackage} is not installed")])
    {
        _layout = layout;
        Options.Add(_check);
        Arguments.Add(_words);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var words = arguments.GetValue(_words) ?? [];
        var check = arguments.GetValue(_check);
        // The generator is built before it runs, into the folder that pack and test build it into too.
        using var alone = await BuildLock.Take(_layout, () => Console.Error.WriteLine("another ./migrate builds in this checkout; waiting for it ..."), stop);
        return words.Length == 0 ? OnThisRepository(check) : Run(BindgenTool.With(_layout, check ? [.. words, "--check"] : words));
    }

    private int OnThisRepository(bool check)
    {
        if (!BindgenTool.HasLibClangHeader)
        {
            throw new UserErrorException(ExitCode.MissingPackages,
                $"clang-c/Index.h of libclang 14 is missing, which the generator binds for itself: apt-get install {BindgenTool.LibClangPackage}");
        }
        // The generator's paths are relative to the repository; only its own words are relative to where the user is.
        Environment.CurrentDirectory = _layout.Root;
        // Each is told, also where one before it is stale.
        return BindgenTool.OnThisRepository(check, built: false).Select(Run).ToList().Find(code => code != ExitCode.Success);
    }

    private static int Run(string[] words) => ForegroundProgram.Run("dotnet", words, new Dictionary<string, string>());
}
