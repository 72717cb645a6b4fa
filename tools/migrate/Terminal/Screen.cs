using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Rustrt.Migrate.Terminal;

/// <summary>
/// How the tool speaks. On a terminal: colours, a spinner with the elapsed time. Anywhere else: plain lines without
/// escape sequences: one when work that takes longer has begun, a sign of life twice a minute, one when it has ended.
/// </summary>
internal sealed class Screen
{
    private static readonly TimeSpan s_quick = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan s_signOfLife = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_spinnerTick = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole _console;

    private Screen(IAnsiConsole console, bool isTerminal)
    {
        _console = console;
        IsTerminal = isTerminal;
    }

    public bool IsTerminal { get; }

    public IAnsiConsole Console => _console;

    /// <summary>Standard output, or standard error for verbs whose standard output is data.</summary>
    public static Screen Create(bool onStandardError = false)
    {
        var redirected = onStandardError ? System.Console.IsErrorRedirected : System.Console.IsOutputRedirected;
        return Create(onStandardError ? System.Console.Error : System.Console.Out, !redirected);
    }

    public static Screen Create(TextWriter writer, bool isTerminal)
    {
        var settings = new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) };
        if (!isTerminal)
        {
            settings.Ansi = AnsiSupport.No;
            settings.ColorSystem = ColorSystemSupport.NoColors;
            settings.Interactive = InteractionSupport.No;
        }
        var console = AnsiConsole.Create(settings);
        if (!isTerminal)
        {
            // A file has no width; tables must not be folded at the 80 columns that Spectre assumes for one.
            console.Profile.Width = 160;
        }
        return new Screen(console, isTerminal);
    }

    /// <summary>One line as it is: neither taken for markup nor folded at the width of the screen.</summary>
    public void Line(string text = "") => _console.Profile.Out.Writer.WriteLine(text);

    public void Markup(string markup) => _console.MarkupLine(markup);

    public void Heading(string text)
    {
        _console.WriteLine();
        _console.MarkupLine($"[bold]{text.EscapeMarkup()}[/]");
    }

    public Table NewTable() => new()
    {
        // Box-drawing characters are noise in a log file.
        Border = IsTerminal ? TableBorder.Rounded : TableBorder.Ascii,
        ShowRowSeparators = false,
    };

    public void Show(Table table) => _console.Write(table);

    /// <summary>Shows that work is going on until it ends.</summary>
    public async Task Working(string label, Func<string> detail, Func<Task> work)
    {
        if (IsTerminal)
        {
            await _console.Status().Spinner(Spinner.Known.Line).StartAsync(label.EscapeMarkup(), async status =>
                await While(work(), s_spinnerTick, elapsed =>
                    status.Status = $"{label.EscapeMarkup()} [grey]{Seconds(elapsed)} {Shortened(detail()).EscapeMarkup()}[/]"));
            return;
        }
        var working = work();
        if (await Task.WhenAny(working, Task.Delay(s_quick)) != working)
        {
            Line(label + " ...");
        }
        await While(working, s_signOfLife, elapsed => Line($"{label}: still at it after {Seconds(elapsed)}  {Shortened(detail())}"));
    }

    public void Done(string label, TimeSpan elapsed, string? summary = null)
    {
        var tail = summary is null ? "" : "  " + summary;
        if (IsTerminal)
        {
            Markup($"[green]ok[/]   {label.EscapeMarkup()} [grey]{Seconds(elapsed)}[/]{tail.EscapeMarkup()}");
            return;
        }
        Line($"{label}: ok, {Seconds(elapsed)}{tail}");
    }

    public void Failed(string label, TimeSpan elapsed, string reason)
    {
        if (IsTerminal)
        {
            Markup($"[red]FAIL[/] {label.EscapeMarkup()} [grey]{Seconds(elapsed)}[/]  {reason.EscapeMarkup()}");
            return;
        }
        Line($"{label}: FAILED, {Seconds(elapsed)}  {reason}");
    }

    public static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds < 100
        ? elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s"
        : elapsed.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min";

    private string Shortened(string text)
    {
        var room = Math.Max(20, _console.Profile.Width - 50);
        return text.Length <= room ? text : text[..(room - 3)] + "...";
    }

    private static async Task While(Task work, TimeSpan period, Action<TimeSpan> tick)
    {
        var watch = Stopwatch.StartNew();
        while (await Task.WhenAny(work, Task.Delay(period)) != work)
        {
            tick(watch.Elapsed);
        }
        await work;
    }
}
