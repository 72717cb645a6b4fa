using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests.Support;

/// <summary>The bindgen command, called as its process would call it.</summary>
internal static class CommandLine
{
    public static Outcome Bindgen(params string[] arguments)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        int exitCode = BindgenCommand.Run(arguments, output, errors);
        return new Outcome(exitCode, output.ToString(), errors.ToString());
    }

    public static Outcome BindgenOn(string header, string manifest, string folder, params string[] more) =>
        Bindgen(["--header", header, "--manifest", manifest, "--out", folder, .. more]);
}
