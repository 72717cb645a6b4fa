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
        Description = "Arguments for the generator, behind '--', instead of this repository's headers, manifest and folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _check = new("--check") { Description = "Compare what would be generated with what is checked in; write nothing." };

    public BindgenCommand(RepositoryLayout layout)
        : base("bindgen", "Writes the mechanical part of the migration from legacy/include/rustrt.h (tools/bindgen/README.md).",
            ["./migrate bindgen            # rewrites src/Compat/Generated", "./migrate bindgen --check    # what CI does", "./migrate bindgen -- --help  # the generator's own options"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "--check found a difference"), CommonOptions.CodeUsage,
             (3, "the generator's inputs have errors, or libclang is missing")])
    {
        _layout = layout;
        Options.Add(_check);
        Arguments.Add(_words);
    }

    protected override Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var words = arguments.GetValue(_words) ?? [];
        // The generator's paths are relative to the repository; only its own words are relative to where the user is.
        if (words.Length == 0)
        {
            Environment.CurrentDirectory = _layout.Root;
        }
        return Task.FromResult(ForegroundProgram.Run("dotnet", words.Length == 0 ? Bindgen.OnThisRepository(arguments.GetValue(_check))
            : Bindgen.With(_layout, words), new Dictionary<string, string>()));
    }
}
