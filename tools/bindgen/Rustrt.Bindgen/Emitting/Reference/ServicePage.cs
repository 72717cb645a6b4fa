using Rustrt.Bindgen.Emitting.CSharp;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Reference;

/// <summary>A service: its functions, each with all that is known of it.</summary>
internal static class ServicePage
{
    public static Markdown Write(BindingModel model, ApiService service)
    {
        ApiUnit unit = model.Units[service.UnitIndex];
        Markdown page = new Markdown(model, $"Service {service.Name}")
            .Paragraph($"{Pages.Link(model.Library, "index")} · interface {Markdown.Literal(CSharpNames.Interface(service))} · unit `{unit.Name}`, "
                + Alone(model, unit));
        foreach (ApiSymbol symbol in service.Symbols)
        {
            string brief = Markdown.Brief(Read(symbol));
            page.Item($"[{Markdown.Literal(symbol.Name)}](#{symbol.Name}){(brief.Length > 0 ? ": " : "")}{brief}");
        }
        page.EndOfList();
        foreach (ApiSymbol symbol in service.Symbols)
        {
            WriteFunction(model, symbol, page);
        }
        return page;
    }

    /// <summary>The units at the other ends of its edges, in both directions.</summary>
    private static string Alone(BindingModel model, ApiUnit unit)
    {
        string[] others = [.. model.Units.Where(other =>
            unit.Needs.Any(need => need.Unit == other.Name) || other.Needs.Any(need => need.Unit == unit.Name)).Select(other => $"`{other.Name}`")];
        return others.Length == 0 ? "which can be switched alone" : $"which is switched together with {string.Join(", ", others)}";
    }

    private static void WriteFunction(BindingModel model, ApiSymbol symbol, Markdown page)
    {
        DocComment comment = Read(symbol);
        DocSection[] ofResult = [.. comment.Sections.Where(section => section.Parameter == null)];
        page.Heading(Markdown.Literal(symbol.Name), symbol.Name)
            .Code("c", symbol.Function.Prototype + ";")
            .Code("csharp", $"{Signature.Result(symbol)} {CSharpNames.Escape(symbol.ManagedName)}({Signature.Parameters(symbol)})")
            .Comment(comment.Summary);
        if (symbol.Function.Parameters.Count > 0)
        {
            page.Table(["parameter", "type", "meaning"], symbol.Function.Parameters.Select(parameter => new[]
            {
                Markdown.Literal(parameter.Name),
                Markdown.Literal(CSharpTypes.Name(parameter.Type)),
                Markdown.Words(comment.Sections.FirstOrDefault(section => section.Parameter == parameter.Name)?.Lines ?? []),
            }));
        }
        if (ofResult.Length > 0)
        {
            page.Item($"**Returns:** {Markdown.Words(ofResult.Where(section => section.Code == null).SelectMany(section => section.Lines))}".TrimEnd());
        }
        foreach (DocSection code in ofResult.Where(section => section.Code != null))
        {
            page.SubItem($"{Markdown.Literal(code.Code!)}: {Markdown.Words(code.Lines)}");
        }
        page.Item($"**Context:** {Context(symbol.Context)}")
            .Item($"**Blocks:** {symbol.Blocks switch { true => "it may", false => "no", null => "not stated" }}");
        if (symbol.Ownership.Length > 0)
        {
            page.Item($"**Ownership:** {Markdown.Escape(symbol.Ownership)}");
        }
        string[] types = [.. TypesIn(model, symbol)];
        if (types.Length > 0)
        {
            page.Item($"**Types:** {string.Join(", ", types)}");
        }
        page.Item($"**New backend:** {NewBackend(symbol)}").EndOfList();
    }

    private static DocComment Read(ApiSymbol symbol) =>
        DocComment.Read(symbol.Function.Comment, symbol.Function.Parameters.Select(parameter => parameter.Name));

    private static string Context(CallContext? context) => context switch
    {
        CallContext.Global => "any thread",
        CallContext.Kernel => "any thread, with a task pointer",
        CallContext.Task => "a task",
        _ => "not stated",
    };

    private static string NewBackend(ApiSymbol symbol) =>
        symbol.IsNative ? "served by the router itself" : symbol.NewServes ? "served" : "not yet";

    /// <summary>Links to the records and enums that the signature names, also behind pointers and in callbacks.</summary>
    private static IEnumerable<string> TypesIn(BindingModel model, ApiSymbol symbol)
    {
        var known = model.Records.Select(record => record.Name).Concat(model.Enums.Select(e => e.Name).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        return symbol.Function.Parameters.Select(parameter => parameter.Type).Prepend(symbol.Function.Result)
            .SelectMany(Names).Where(known.Contains).Distinct(StringComparer.Ordinal)
            .Select(name => Pages.Link(Markdown.Literal(name), Pages.Types, name));
    }

    private static IEnumerable<string> Names(CType type) => type.Resolved switch
    {
        CPointer pointer => Names(pointer.Pointee),
        CArray array => Names(array.Element),
        CFunctionType function => function.Parameters.Prepend(function.Result).SelectMany(Names),
        CRecordType record => [record.Name],
        CEnumType @enum => [@enum.Name],
        _ => [],
    };
}
