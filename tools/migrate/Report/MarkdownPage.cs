using System.Text;

namespace Rustrt.Migrate.Report;

/// <summary>Renders the tables of a page as Markdown, to be kept beside the code. Plots and differences are for <see cref="HtmlPage"/>.</summary>
internal static class MarkdownPage
{
    public static void Write(ReportPage page, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, Render(page));
    }

    public static string Render(ReportPage page)
    {
        var text = new StringBuilder();
        text.Append($"# {page.Title}\n\n{page.Subtitle}\n\n**{page.Verdict}**\n");
        foreach (var table in page.Sections.OfType<TableSection>())
        {
            text.Append($"\n## {table.Heading}\n\n");
            if (table.Intro is { Length: > 0 })
            {
                text.Append($"{table.Intro}\n\n");
            }
            Row(text, table.Columns.Select(column => column.Title));
            Row(text, table.Columns.Select(column => column.Right ? "---:" : "---"));
            foreach (var row in table.Rows)
            {
                Row(text, row.Select(cell => cell.Text));
            }
        }
        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
