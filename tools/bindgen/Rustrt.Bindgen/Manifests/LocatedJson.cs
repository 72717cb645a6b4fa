using System.Text.Json;

namespace Rustrt.Bindgen.Manifests;

/// <summary>A JSON value that remembers its line, so that errors about its meaning can say where it is.</summary>
internal sealed class LocatedJson
{
    private LocatedJson(SourcePlace place) => Place = place;

    public SourcePlace Place { get; }

    public JsonValueKind Kind { get; private init; }

    public string Text { get; private init; } = "";

    public IReadOnlyList<LocatedJson> Items { get; private init; } = [];

    public IReadOnlyDictionary<string, LocatedJson> Members { get; private init; } =
        new Dictionary<string, LocatedJson>();

    public static LocatedJson Parse(string path, byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(
                bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            LocatedJson value = ReadValue(ref reader, path, bytes);
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            throw new InputException(new SourcePlace(path, (int)(e.LineNumber ?? 0) + 1), $"not valid JSON: {e.Message}");
        }
    }

    private static LocatedJson ReadValue(ref Utf8JsonReader reader, string path, byte[] bytes)
    {
        SourcePlace place = PlaceOf(reader, path, bytes);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, LocatedJson>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    SourcePlace namePlace = PlaceOf(reader, path, bytes);
                    string name = reader.GetString()!;
                    reader.Read();
                    if (!members.TryAdd(name, ReadValue(ref reader, path, bytes)))
                    {
                        throw new InputException(namePlace, $"\"{name}\" is given twice");
                    }
                }
                return new LocatedJson(place) { Kind = JsonValueKind.Object, Members = members };
            case JsonTokenType.StartArray:
                var items = new List<LocatedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, path, bytes));
                }
                return new LocatedJson(place) { Kind = JsonValueKind.Array, Items = items };
            case JsonTokenType.String:
                return new LocatedJson(place) { Kind = JsonValueKind.String, Text = reader.GetString()! };
            case JsonTokenType.True:
                return new LocatedJson(place) { Kind = JsonValueKind.True };
            case JsonTokenType.False:
                return new LocatedJson(place) { Kind = JsonValueKind.False };
            case JsonTokenType.Number:
                return new LocatedJson(place) { Kind = JsonValueKind.Number };
            default:
                return new LocatedJson(place) { Kind = JsonValueKind.Null };
        }
    }

    private static SourcePlace PlaceOf(in Utf8JsonReader reader, string path, byte[] bytes) =>
        new(path, bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1);
}
