using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Reference;

/// <summary>Enums with their values, records with their layout.</summary>
internal static class TypesPage
{
    public static Markdown Write(BindingModel model)
    {
        Markdown page = new Markdown(model, "Types").Paragraph(Pages.Link(model.Library, "index"));
        string[] names = [.. Pages.NamedEnums(model).Select(e => e.Name!), .. model.Records.Select(record => record.Name)];
        foreach (string name in names)
        {
            page.Item($"[{Markdown.Literal(name)}](#{name})");
        }
        page.EndOfList();
        foreach (CEnum @enum in Pages.NamedEnums(model))
        {
            WriteEnum(@enum, page);
        }
        foreach (CRecord record in model.Records)
        {
            WriteRecord(record, page);
        }
        return page;
    }

    private static void WriteEnum(CEnum @enum, Markdown page) =>
        page.Heading(Markdown.Literal(@enum.Name!), @enum.Name!)
            .Comment(DocComment.Read(@enum.Comment, []).Summary)
            .Paragraph($"An enum over `{CSharpTypes.Name(@enum.Underlying)}`{(@enum.IsFlags ? " whose constants are combined" : "")}.")
            .Table(["constant", "value", "meaning"], @enum.Constants.Select(constant => new[]
            {
                Markdown.Literal(constant.Name), $"{constant.Value}", Meaning(constant.Comment),
            }));

    private static void WriteRecord(CRecord record, Markdown page)
    {
        page.Heading(Markdown.Literal(record.Name), record.Name).Comment(DocComment.Read(record.Comment, []).Summary);
        if (record.Kind == CRecordKind.Opaque)
        {
            page.Paragraph("Opaque: it is used through pointers alone.");
            return;
        }
        page.Paragraph($"A {(record.Kind == CRecordKind.Union ? "union" : "struct")} of {record.Size} bytes, aligned to {record.Alignment}"
            + $"{(record.IsComplete ? "" : "; some of its fields are left out")}.");
        if (record.Fields.Count > 0)
        {
            page.Table(["field", "offset", "type", "meaning"], record.Fields.Select(field => new[]
            {
                field.Name.Length > 0 ? Markdown.Literal(field.Name) : "(unnamed)",
                field.Bits is { } bits ? $"bits {bits.Offset} to {bits.Offset + bits.Width - 1}" : $"{field.Offset}",
                Markdown.Literal(TypeOf(field)),
                Meaning(field.Comment),
            }));
        }
    }

    private static string TypeOf(CField field) => field.Type.Resolved is CArray array
        ? $"{CSharpTypes.Name(CSharpTypes.InnermostElement(array))}[{(array.Count == null ? "" : CSharpTypes.Length(array))}]"
        : CSharpTypes.Name(field.Type);

    private static string Meaning(string comment) => Markdown.Words(DocComment.Read(comment, []).Summary);
}
