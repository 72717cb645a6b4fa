using System.Text;
using System.Text.Json;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting;

/// <summary>coverage.g.json: what there is to serve and who serves it; coverage is measured against this list.</summary>
internal sealed class CoverageEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("generator", Banner.Generator);
            json.WriteStartObject("inputs");
            foreach (InputFile input in model.Inputs)
            {
                json.WriteString(input.Name, input.Sha256);
            }
            json.WriteEndObject();
            json.WriteString("library", model.Library);
            json.WriteStartArray("symbols");
            foreach (ApiSymbol symbol in model.Symbols)
            {
                json.WriteStartObject();
                json.WriteString("name", symbol.Name);
                json.WriteString("service", symbol.Service);
                json.WriteString("unit", model.Units[symbol.UnitIndex].Name);
                if (symbol.Context is { } context)
                {
                    json.WriteString("context", context.ToString().ToLowerInvariant());
                }
                if (symbol.Blocks is { } blocks)
                {
                    json.WriteBoolean("blocks", blocks);
                }
                json.WriteBoolean("native", symbol.IsNative);
                json.WriteBoolean("newServes", symbol.NewServes);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("leftOut");
            foreach (Diagnostic diagnostic in model.LeftOut)
            {
                SourcePlace place = diagnostic.Place;
                json.WriteStringValue($"{Path.GetFileName(place.Path)}:{place.Line}: {diagnostic.Message}");
            }
            json.WriteEndArray();
            json.WriteStartArray("macrosWithoutValue");
            foreach (string macro in model.OtherMacros)
            {
                json.WriteStringValue(macro);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        yield return new GeneratedFile("coverage.g.json", Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }
}
