using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Migrate.Report;

/// <summary>
/// Renders a page as one HTML file that needs nothing else: style, scripts and data are in it, and it asks no server for
/// anything. Tables and differences are plain HTML; only plots need a script.
/// </summary>
internal static class HtmlPage
{
    // Order matters: Plot finds d3 where it is loaded.
    private static readonly string[] s_scripts = ["vendor/d3-7.9.2.min.js", "vendor/plot-0.6.17.umd.min.js", "plots.js"];
    private static readonly string[] s_licences = ["vendor/d3.LICENSE", "vendor/plot.LICENSE"];
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Write(ReportPage page, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, Render(page));
    }

    public static string Render(ReportPage page)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<title>{Text(page.Title)}</title>\n<style>\n{Resource("page.css")}</style>\n</head>\n<body>\n<main>\n")
            .Append($"<h1>{Text(page.Title)}</h1>\n<div class=\"soft\">{Text(page.Subtitle)}</div>\n")
            .Append($"<div class=\"verdict {Class(page.VerdictTone)}\">{Text(page.Verdict)}</div>\n");
        foreach (var section in page.Sections)
        {
            html.Append($"<section>\n<h2>{Text(section.Heading)}</h2>\n");
            if (section.Intro is { Length: > 0 })
            {
                html.Append($"<p>{Text(section.Intro)}</p>\n");
            }
            switch (section)
            {
                case TableSection table:
                    Append(html, table);
                    break;
                case DiffSection diffs:
                    Append(html, diffs);
                    break;
                case PlotSection plot:
                    Append(html, plot);
                    break;
                default:
                    throw new NotSupportedException($"no rendering for {section.GetType().Name}");
            }
            html.Append("</section>\n");
        }
        html.Append("<footer>Written by ./migrate. Plots: Observable Plot and D3, under the ISC licence (in this file).</footer>\n</main>\n");
        if (page.Sections.OfType<PlotSection>().Any())
        {
            AppendScripts(html);
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, TableSection table)
    {
        html.Append("<div class=\"scroll\"><table>\n<tr>");
        foreach (var column in table.Columns)
        {
            html.Append($"<th{(column.Right ? " class=\"right\"" : "")}>{Text(Breakable(column.Title))}</th>");
        }
        html.Append("</tr>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                var cell = row[i];
                var style = string.Join(' ', new[] { table.Columns[i].Right ? "right" : "", Class(cell.Tone) }.Where(name => name.Length > 0));
                html.Append(style.Length > 0 ? $"<td class=\"{style}\"" : "<td").Append(cell.Hint is null ? ">" : $" title=\"{Text(cell.Hint)}\">");
                html.Append(cell.Link is null ? Text(cell.Text) : $"<a href=\"#{Text(cell.Link)}\">{Text(cell.Text)}</a>").Append("</td>");
            }
            html.Append("</tr>\n");
        }
        html.Append("</table></div>\n");
    }

    private static void Append(StringBuilder html, DiffSection section)
    {
        foreach (var block in section.Blocks)
        {
            html.Append($"<div class=\"diff\" id=\"{Text(block.Id)}\"><h3>{Text(block.Title)}</h3><p>{Text(block.Note)}</p>");
            if (block.Lines.Count > 0)
            {
                html.Append("<pre>");
                foreach (var (mark, text) in block.Lines)
                {
                    var style = mark switch { '-' => " class=\"removed\"", '+' => " class=\"added\"", _ => "" };
                    html.Append($"<span{style}>{mark} {Text(text)}</span>");
                }
                html.Append("</pre>");
            }
            html.Append("</div>\n");
        }
    }

    private static void Append(StringBuilder html, PlotSection plot)
    {
        var groups = plot.Points.Select(point => point.Group).Distinct();
        // The serializer escapes '<', so no text of a program can end the script element early.
        var data = JsonSerializer.Serialize(new { plot.Unit, plot.Logarithmic, plot.Series, groups, plot.Points, plot.Mark }, s_json);
        html.Append($"<figure data-plot=\"{s_json.PropertyNamingPolicy!.ConvertName(plot.Kind.ToString())}\"><script type=\"application/json\">{data}</script></figure>\n");
    }

    private static void AppendScripts(StringBuilder html)
    {
        foreach (var licence in s_licences)
        {
            html.Append("<!--\n").Append(Resource(licence).Replace("--", "- -")).Append("-->\n");
        }
        foreach (var script in s_scripts)
        {
            html.Append("<script>\n").Append(Resource(script)).Append("\n</script>\n");
        }
    }

    private static string Class(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Bad => "bad",
        Tone.Warn => "warn",
        Tone.Muted => "muted",
        _ => "",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    // A switch setting is one long word to a browser.
    private static string Breakable(string text) => text.Replace(";", ";\u200b");

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("Page/" + name)
            ?? throw new InvalidOperationException($"the tool was built without Report/Page/{name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
