using System.Globalization;
using System.Text;
using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Reference;

/// <summary>Macros that stand for a value, and the constants of enums without a name.</summary>
internal static class ConstantsPage
{
    public static Markdown Write(BindingModel model)
    {
        Markdown page = new Markdown(model, "Constants")
            .Paragraph($"{Pages.Link(model.Library, "index")} · members of `{ImportsClass.CallersName}`");
        IEnumerable<string[]> ofEnums = model.Enums.Where(e => e.Name == null).SelectMany(e => e.Constants.Select(constant =>
            Row(constant.Name, CSharpTypes.Name(e.Underlying), $"{constant.Value}", constant.Comment)));
        IEnumerable<string[]> ofMacros = model.Constants.Select(constant =>
            Row(constant.Name, constant.Text == null ? CSharpTypes.Name(constant.Type) : "ReadOnlySpan<byte>", Value(constant), constant.Comment));
        return page.Table(["constant", "type", "value", "meaning"], ofEnums.Concat(ofMacros));
    }

    private static string[] Row(string name, string type, string value, string comment) =>
        [Markdown.Literal(name), Markdown.Literal(type), Markdown.Literal(value), Markdown.Words(DocComment.Read(comment, []).Summary)];

    private static string Value(CConstant constant) =>
        constant.Text is { } text ? Quoted(text)
        : constant.Real is { } real ? real.ToString("R", CultureInfo.InvariantCulture)
        : constant.Integer!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(char.IsControl(c) || c is '`' ? $"\\x{(int)c:x2}" : c.ToString());
        }
        return quoted.Append('"').ToString();
    }
}
