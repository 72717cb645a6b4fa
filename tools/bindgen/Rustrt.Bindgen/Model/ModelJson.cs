using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Bindgen.Model;

/// <summary>The model as JSON, so that emitting needs neither headers nor libclang.</summary>
public static class ModelJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new PlaceConverter() },
    };

    public static string Write(BindingModel model) => JsonSerializer.Serialize(model, Options) + "\n";

    /// <exception cref="InputException">It is no model.</exception>
    public static BindingModel Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<BindingModel>(File.ReadAllBytes(path), Options)
                ?? throw new InputException(new SourcePlace(path), "the file holds no model");
        }
        catch (JsonException e)
        {
            throw new InputException(new SourcePlace(path, (int)(e.LineNumber ?? -1) + 1), $"not a model: {e.Message}");
        }
    }

    /// <summary>A place by file name: where the file lay would make the dump different on every machine.</summary>
    private sealed class PlaceConverter : JsonConverter<SourcePlace>
    {
        public override SourcePlace Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string[] parts = (reader.GetString() ?? "").Split(':');
            return parts.Length == 3 && int.TryParse(parts[1], out int line) && int.TryParse(parts[2], out int column)
                ? new SourcePlace(parts[0], line, column)
                : throw new JsonException("a place is FILE:LINE:COLUMN");
        }

        public override void Write(Utf8JsonWriter writer, SourcePlace value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{Path.GetFileName(value.Path)}:{value.Line}:{value.Column}");
    }
}
