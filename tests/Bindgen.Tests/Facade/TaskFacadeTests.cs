using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;
using Rustrt.Bindgen.Emitting;
using Rustrt.Bindgen.Model;

namespace Bindgen.Tests.Facade;

/// <summary>The facade of a library whose callers have task bodies in C#.</summary>
public sealed class TaskFacadeTests
{
    private static readonly string[] s_lines = Text(Models.Rustrt).Split('\n');

    [Theory]
    [InlineData("task-facade")]
    [InlineData("pinvoke,services,facade,task-facade")]
    public void It_needs_the_imports_and_no_other_facade(string words)
    {
        using var folder = new TempFolder();

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), Repository.Golden("manifest.json"), folder.File("out"), "--emit", words);

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Equal("--emit task-facade needs pinvoke beside it and takes the place of facade, as in --emit pinvoke,task-facade\n", outcome.Errors);
    }

    [Fact]
    public void It_needs_to_know_which_functions_run_where()
    {
        using var folder = new TempFolder();

        Outcome outcome = CommandLine.BindgenOn(
            Repository.Golden("small.h"), Repository.Golden("manifest.json"), folder.File("out"), "--emit", "pinvoke,task-facade");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Equal("--emit task-facade needs \"taskFacade\" in the manifest, with \"onTaskStack\" and \"byHand\"\n", outcome.Errors);
    }

    [Fact]
    public void What_is_no_single_word_is_written_by_hand()
    {
        BindingModel model = Models.Rustrt with { TaskFacade = Models.Rustrt.TaskFacade! with { ByHand = [] } };

        var error = Assert.Throws<Rustrt.Bindgen.UsageException>(() => Text(model));

        Assert.Equal("function \"rust_uv_free_base_of_buf\" passes a uv_buf_t, which is no single word; list it in \"taskFacade.byHand\"", error.Message);
    }

    [Fact]
    public void A_function_of_the_manifest_must_be_there()
    {
        using var folder = new TempFolder();
        string manifest = folder.File("manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(Repository.Golden("manifest.json")).TrimEnd()[..^1]
            + ", \"taskFacade\": { \"onTaskStack\": [\"small_no_such\"], \"byHand\": [] } }");

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), manifest, folder.File("out"), "--emit", "pinvoke,task-facade");

        Assert.NotEqual(ExitCode.Success, outcome.ExitCode);
        Assert.Contains("\"small_no_such\" in \"taskFacade.onTaskStack\" is no function of the headers", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_is_called_in_the_task_if_its_context_is_one()
    {
        foreach (ApiSymbol symbol in Models.Rustrt.Symbols)
        {
            bool isByHand = Models.Rustrt.TaskFacade!.ByHand.Contains(symbol.Name);
            bool isInTask = s_lines.Any(line => line.Contains($"CallInTask(\"{symbol.Name}\", ", StringComparison.Ordinal));
            bool isInPlace = s_lines.Any(line => line.Contains($"=> NativeImports.{symbol.Name}(", StringComparison.Ordinal));
            bool isPartial = s_lines.Any(line => line.Contains("public static partial ", StringComparison.Ordinal)
                && line.Contains($" {symbol.Name}(", StringComparison.Ordinal));

            Assert.Equal((isByHand, !isByHand && symbol.Context != CallContext.Global, !isByHand && symbol.Context == CallContext.Global),
                (isPartial, isInTask, isInPlace));
        }
    }

    [Theory]
    [InlineData("rust_task_yield", true)]
    [InlineData("upcall_fail", true)]
    [InlineData("task_wait_event", false)]
    [InlineData("rust_log_str", false)]
    public void A_function_is_called_on_the_stack_that_compiled_code_called_it_on(string function, bool onTaskStack) =>
        Assert.Contains(s_lines, line => line.Contains($"CallInTask(\"{function}\", {(onTaskStack ? "true" : "false")}, ", StringComparison.Ordinal));

    private static string Text(BindingModel model) =>
        Rustrt.Bindgen.Generator.Emit(model, Emitters.Of(["pinvoke", "task-facade"])).Single(file => file.Path == "NativeMethods.g.cs").Text;
}
