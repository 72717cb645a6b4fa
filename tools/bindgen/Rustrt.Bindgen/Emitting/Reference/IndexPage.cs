using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Reference;

/// <summary>The page to start from: services, every function by name, and what the bindings lack.</summary>
internal static class IndexPage
{
    public static Markdown Write(BindingModel model)
    {
        Markdown page = new Markdown(model, model.Library)
            .Paragraph($"The API of `{model.Library}` as its headers declare it, and as C# sees it in the namespace `{model.Namespace}`: "
                + $"functions are static methods of `{ImportsClass.CallersName}`, and methods of the interface of their service.");
        var contents = new List<string> { "[Services](#services)", "[Functions](#functions)" };
        if (Pages.HasTypes(model))
        {
            contents.Add(Pages.Link("Types", Pages.Types));
        }
        if (Pages.HasConstants(model))
        {
            contents.Add(Pages.Link("Constants", Pages.Constants));
        }
        contents.Add("[What was left out](#left-out)");
        foreach (string entry in contents)
        {
            page.Item(entry);
        }
        page.EndOfList()
            .Heading("Services", "services")
            .Table(["service", "unit", "interface", "functions", "in the new backend"], model.Services.Select(service => new[]
            {
                Pages.Link(service.Name, Pages.Of(service)),
                model.Units[service.UnitIndex].Name,
                Markdown.Literal(CSharpNames.Interface(service)),
                $"{service.Symbols.Count}",
                $"{service.Symbols.Count(symbol => symbol.NewServes)}",
            }))
            .Heading("Functions", "functions");
        var services = model.Services.ToDictionary(service => service.Name, StringComparer.Ordinal);
        page.Table(["function", "service", "does"], model.Symbols.Select(symbol => new[]
        {
            Pages.Link(Markdown.Literal(symbol.Name), Pages.Of(services[symbol.Service]), symbol.Name),
            symbol.Service,
            Markdown.Brief(DocComment.Read(symbol.Function.Comment, [])),
        }));
        WriteLeftOut(model, page);
        return page;
    }

    private static void WriteLeftOut(BindingModel model, Markdown page)
    {
        page.Heading("What was left out", "left-out");
        if (model.LeftOut.Count == 0)
        {
            page.Paragraph("Nothing that the headers declare.");
        }
        foreach (Diagnostic diagnostic in model.LeftOut)
        {
            page.Item($"{Markdown.Escape(Path.GetFileName(diagnostic.Place.Path))}:{diagnostic.Place.Line}: {Markdown.Escape(diagnostic.Message)}");
        }
        if (model.LeftOut.Count > 0)
        {
            page.EndOfList();
        }
        if (model.OtherMacros.Count > 0)
        {
            page.Paragraph("Macros that stand for no value: "
                + string.Join(", ", model.OtherMacros.Select(Markdown.Literal)) + ".");
        }
    }
}
