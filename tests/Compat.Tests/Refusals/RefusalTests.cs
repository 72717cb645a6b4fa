using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Refusals;

/// <summary>
/// What the router cannot do it says before any task runs: one clear message, and an exit status of its own for each reason
/// (docs/switch.md).
/// </summary>
public sealed class RefusalTests
{
    private const int Unserved = 119, Text = 120, File_ = 121, Backend = 122, Aborted = 134;

    private static readonly string s_plain = Compiler.C("plain.c"), s_imports = Compiler.C("imports_missing.c"), s_importsWeakly = Compiler.C("imports_missing.c", "-DWEAK"),
        s_ownLegacy = Compiler.Library("own_legacy.c");

    [Fact]
    public void A_program_that_imports_what_its_setting_cannot_serve() =>
        Refused(Backing.AllLegacy.Run(s_imports, [], Own), Unserved, "rustrt: not in the legacy library: linenoiseHistorySetMaxLen (third-party)\n");

    [Fact]
    public void The_call_itself_aborts_in_the_same_words_where_that_is_wanted()
    {
        Outcome outcome = Backing.AllLegacy.Run(s_imports, ["call"], Own, ("RUSTRT_MISSING", "call"));

        Assert.Equal((Aborted, "body\n", "rustrt: not in the legacy library: linenoiseHistorySetMaxLen (third-party)\n"), (outcome.Status, outcome.Output, outcome.Errors));
    }

    [Fact]
    public void A_missing_function_that_is_never_called_harms_nobody_where_that_is_wanted() =>
        Assert.Equal((0, "body\n"), Ran(Backing.AllLegacy.Run(s_imports, [], Own, ("RUSTRT_MISSING", "call"))));

    [Fact]
    public void A_weak_import_says_that_the_program_can_do_without() =>
        Assert.Equal((0, "body\n", ""), Told(Backing.AllLegacy.Run(s_importsWeakly, [], Own)));

    [Fact]
    public void The_call_of_a_weak_import_aborts_in_the_same_words() =>
        Assert.Equal((Aborted, "body\n", "rustrt: not in the legacy library: linenoiseHistorySetMaxLen (third-party)\n"), Told(Backing.AllLegacy.Run(s_importsWeakly, ["call"], Own)));

    [Theory]
    [InlineData("all=nwe", "unknown value 'nwe' (did you mean 'new'?); valid: legacy | new | new,legacy | legacy,new")]
    [InlineData("loging=new", "unknown unit 'loging' (did you mean 'logging'?)")]
    [InlineData("", "no entry; write one, as in all=legacy, or unset RUSTRT_SWITCH")]
    public void A_word_that_the_switch_does_not_know(string setting, string reason) =>
        Refused(Backing.Router(setting).Run(s_plain, []), Text, $"rustrt-switch: RUSTRT_SWITCH, character ", reason);

    [Fact]
    public void A_switch_file_that_is_not_there()
    {
        using TemporaryFolder folder = new();
        Refused(WithFile(folder["none.switch"]), File_, $"switch file {folder["none.switch"]}: no such file; name a readable file, or unset RUSTRT_SWITCH_FILE");
    }

    [Fact]
    public void A_folder_for_a_switch_file()
    {
        using TemporaryFolder folder = new();
        Refused(WithFile(folder.Path), File_, $"switch file {folder.Path}: ");
    }

    [Fact]
    public void A_word_in_a_switch_file_is_told_with_its_line()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["app.switch"], "all=legacy\nlogging=nwe\n");
        Refused(WithFile(folder["app.switch"]), Text, $"rustrt-switch: {folder["app.switch"]}:2:9: unknown value 'nwe'");
    }

    [Fact]
    public void A_backend_whose_library_is_missing()
    {
        using TemporaryFolder folder = new();
        Backing incomplete = RouterWithout(folder, Repository.NewName) with { Setting = "all=new" };
        Refused(incomplete.Run(s_plain, []), Backend, "rustrt-switch: the new backend of librustrt.so cannot load: ", Repository.NewName, "a value with a fallback would be new,legacy");
    }

    [Fact]
    public void A_legacy_backend_whose_library_is_missing()
    {
        using TemporaryFolder folder = new();
        Backing incomplete = RouterWithout(folder, Repository.LegacyName) with { Setting = "all=new;logging=legacy" };
        Refused(incomplete.Run(s_plain, []), Backend, "rustrt-switch: the legacy backend of librustrt.so cannot load: ", Repository.LegacyName);
    }

    [Fact]
    public void A_fallback_is_taken_once_and_told()
    {
        using TemporaryFolder folder = new();
        Outcome outcome = (RouterWithout(folder, Repository.NewName) with { Setting = "all=new,legacy" }).Run(s_plain, []);

        Assert.Equal((7, "body\n"), Ran(outcome));
        string notice = Assert.Single(outcome.Errors.Split('\n'), line => line.StartsWith("rustrt-switch: ", StringComparison.Ordinal));
        Assert.StartsWith("rustrt-switch: the new backend of librustrt.so cannot load: ", notice);
        Assert.Contains("fell back to legacy for ", notice);
    }

    [Fact]
    public void A_fallback_that_is_not_needed_is_not_told() =>
        Assert.Equal("rust: plain\n", Backing.Router("all=new,legacy").Run(s_plain, []).Errors);

    [Fact]
    public void A_legacy_library_named_by_a_relative_path() =>
        Refused(Backing.AllLegacy.Run(s_plain, [], ("RUSTRT_LEGACY", "librustrt.so")), Backend, "RUSTRT_LEGACY=librustrt.so: an absolute path is needed");

    [Fact]
    public void A_router_in_the_place_of_a_legacy_library()
    {
        string router = Path.Combine(Repository.Router, Repository.RouterName);
        Refused(Backing.AllLegacy.Run(s_plain, [], ("RUSTRT_LEGACY", router)), Backend, $"RUSTRT_LEGACY={router}: this is the router itself; name a legacy library");
    }

    [Fact]
    public void A_legacy_library_of_the_users_own_is_used() =>
        Assert.Equal((7, "body\n"), Ran(Backing.AllLegacy.Run(s_plain, [], ("RUSTRT_LEGACY", Path.Combine(Repository.Legacy, Repository.RouterName)))));

    /// <summary>A legacy library that lacks the function: C# serves them all.</summary>
    private static (string, string) Own => ("RUSTRT_LEGACY", s_ownLegacy);

    private static Outcome WithFile(string path) =>
        (Backing.AllNew with { Setting = null }).Run(s_plain, [], ("RUSTRT_SWITCH_FILE", path));

    private static (int, string, string) Told(Outcome outcome) => (outcome.Status, outcome.Output, outcome.Errors);

    private static (int, string) Ran(Outcome outcome) => (outcome.Status, outcome.Output);

    private static void Refused(Outcome outcome, int status, params string[] words)
    {
        Assert.True(outcome.Status == status, outcome.ToString());
        Assert.Equal("", outcome.Output);
        Assert.All(words, word => Assert.Contains(word, outcome.Errors));
        string told = Assert.Single(outcome.Errors.Split('\n'), line => line.Contains(words[0].TrimEnd('\n'), StringComparison.Ordinal));
        Assert.NotEqual("", told);
    }

    private static Backing RouterWithout(TemporaryFolder folder, string missing)
    {
        foreach (string library in new[] { Repository.RouterName, Repository.LegacyName, Repository.NewName })
            if (library != missing) File.Copy(Path.Combine(Repository.Router, library), folder[library]);
        return new($"router without {missing}", folder.Path, null);
    }
}
