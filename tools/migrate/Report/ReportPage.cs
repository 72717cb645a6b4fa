namespace Rustrt.Migrate.Report;

/// <summary>How a piece of text is meant to be read.</summary>
internal enum Tone
{
    None,
    Good,
    Bad,
    Warn,
    Muted,
}

/// <summary>A page: what it found in one sentence, then sections. <see cref="HtmlPage"/> renders it.</summary>
/// <param name="Title">Heading of the page.</param>
/// <param name="Subtitle">When, where, on what.</param>
/// <param name="Verdict">The result in one sentence.</param>
/// <param name="VerdictTone">Whether that is good news.</param>
/// <param name="Sections">The rest.</param>
internal sealed record ReportPage(string Title, string Subtitle, string Verdict, Tone VerdictTone, IReadOnlyList<Section> Sections);

/// <summary>A part of a page under a heading.</summary>
internal abstract record Section(string Heading, string? Intro);

/// <summary>A table cell; <paramref name="Link"/> names the <see cref="DiffBlock"/> that explains it.</summary>
internal sealed record Cell(string Text, Tone Tone = Tone.None, string? Link = null, string? Hint = null)
{
    public static implicit operator Cell(string text) => new(text);
}

internal sealed record Column(string Title, bool Right = false)
{
    public static implicit operator Column(string title) => new(title);
}

internal sealed record TableSection(string Heading, string? Intro, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
    : Section(Heading, Intro);

/// <summary>Lines with a mark each: '-' only in the reference, '+' only in the candidate.</summary>
internal sealed record DiffBlock(string Id, string Title, string Note, IReadOnlyList<(char Mark, string Text)> Lines);

internal sealed record DiffSection(string Heading, string? Intro, IReadOnlyList<DiffBlock> Blocks) : Section(Heading, Intro);

/// <summary>One value of a plot.</summary>
internal sealed record PlotPoint(string Group, string Series, double Value);

/// <summary>A line of a plot, with the colour that its side has in every plot.</summary>
internal sealed record Series(string Name, SeriesColour Colour)
{
    /// <summary>The colour of a switch setting, and of the legacy library itself.</summary>
    public static Series OfSide(string side) => new(side, side switch
    {
        "all=new" => SeriesColour.New,
        "all=legacy" => SeriesColour.Legacy,
        _ => SeriesColour.Direct,
    });
}

internal enum SeriesColour
{
    Direct,
    Legacy,
    New,
    DotNet,
    Tokio,
    Go,
    Erlang,
    Limit,
}

internal enum PlotKind
{
    /// <summary>Every sample as a dot, with the median.</summary>
    Dots,

    /// <summary>Samples of all series on one line per group: for many groups.</summary>
    Strips,

    /// <summary>One bar for each value.</summary>
    Bars,
}

/// <summary>
/// A plot with one row per group and, in it, one line per series; <paramref name="Unit"/> labels the axis, a dashed line
/// is drawn at <paramref name="Mark"/>.
/// </summary>
internal sealed record PlotSection(string Heading, string? Intro, PlotKind Kind, string Unit, bool Logarithmic, IReadOnlyList<Series> Series,
    IReadOnlyList<PlotPoint> Points, double? Mark = null) : Section(Heading, Intro);
