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
        Description = "Arguments for the generator, behind '--' when they begin with a dash other than --check.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> _check = new("--check") { Description = "Compare what would be generated with what is checked in; write nothing." };

    public BindgenCommand(RepositoryLayout layout)
        : base("bindgen", "Writes the mechanical part of the migration from legacy/include/rustrt.h (docs/bindgen/).",
            ["./migrate bindgen            # rewrites src/Compat/Generated", "./migrate bindgen --check    # what CI does", "./migrate bindgen -- --help  # the generator's own options"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "--check found a difference, or the generator's own code"), CommonOptions.CodeUsage])
    {
        _layout = layout;
        Options.Add(_check);
        Arguments.Add(_words);
    }

    protected override Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        string[] check = arguments.GetValue(_check) ? ["--check"] : [];
        string[] words = ["run", "--project", _layout.At("tools", "bindgen", "Rustrt.Bindgen.Cli"), "-c", "Release", "--", .. check, .. arguments.GetValue(_words) ?? []];
        return Task.FromResult(ForegroundProgram.Run("dotnet", words, new Dictionary<string, string>()));
    }
}
