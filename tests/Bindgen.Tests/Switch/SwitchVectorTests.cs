using System.Text;
using System.Text.Json;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Runtime.Switch;

namespace Bindgen.Tests.Switch;

/// <summary>
/// The switch in C# says of every vector what the one in C says: both read tests/switch/vectors.json, whose README describes the
/// fields.
/// </summary>
public sealed class SwitchVectorTests : IDisposable
{
    private static readonly JsonElement s_file = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests/switch/vectors.json"))).RootElement;

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. s_file.GetProperty("vectors").EnumerateArray().Select(vector => vector.GetProperty("name").GetString()!)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Vector(string name)
    {
        JsonElement vector = s_file.GetProperty("vectors").EnumerateArray().Single(v => v.GetProperty("name").GetString() == name);
        string catalogueName = Member(vector, "catalogue")?.GetString() ?? "rustrt";
        SwitchCatalogue catalogue = Catalogue(s_file.GetProperty("catalogues").GetProperty(catalogueName));
        Directory.CreateDirectory(_folder.File("program"));
        Directory.CreateDirectory(_folder.File("work"));
        foreach (JsonProperty file in Properties(vector, "files"))
        {
            MakeFile(_folder.File(file.Name), file.Value);
        }
        var process = new VectorProcess(
            Properties(vector, "env").ToDictionary(v => v.Name, v => Expand(Bytes(v.Value))),
            [.. Strings(vector, "facts")], _folder.Path);
        var cannotLoad = Properties(vector, "cannot").ToDictionary(c => c.Name, c => c.Value.GetString()!);
        var asked = new List<Backend>();

        string? Load(Backend backend, bool hasAlternative)
        {
            asked.Add(backend);
            return cannotLoad.GetValueOrDefault(Word(backend));
        }

        SwitchDecision? decision = null;
        SwitchException? refused = null;
        try
        {
            decision = SwitchDecision.Make(catalogue, process, Load);
        }
        catch (SwitchException e)
        {
            refused = e;
        }

        string prefix = $"{catalogue.Prefix.ToLowerInvariant()}-switch: ";
        Assert.Equal(Strings(vector, "log").Select(line => prefix + line), process.Lines);
        Assert.Equal(asked.Distinct(), asked);
        if (Member(vector, "exit") is { } exit)
        {
            Assert.Equal(exit.GetInt32(), refused?.ExitCode);
            Assert.Equal(Member(vector, "error") is { } error ? Expand(error.GetString()!) : refused!.Message, refused!.Message);
            Assert.All(Strings(vector, "error_has"), part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
            return;
        }
        Assert.Null(refused);
        string[] units = [.. catalogue.Units.Select(unit => unit.Name)];
        string[] values = [.. units.Select(unit => PerUnit(vector.GetProperty("units"), unit))];
        string[] backends = Member(vector, "backends") is { } given
            ? [.. units.Select(unit => PerUnit(given, unit))]
            : [.. values.Select(value => value.Split(',')[0])];
        Assert.Equal(Expand(vector.GetProperty("source").GetString()!), decision!.Source.Length == 0 ? "default" : decision.Source);
        Assert.Equal(Member(vector, "missing")?.GetString() == "call", decision.MissingAtCall);
        Assert.Equal(Member(vector, "fell_back")?.GetBoolean() ?? false, decision.FellBack);
        Assert.Equal(values, units.Select((_, i) => decision.ValueOf(i)));
        Assert.Equal(backends, units.Select((_, i) => Word(decision.BackendOf(i))));
    }

    private static string Word(Backend backend) => backend == Backend.Legacy ? "legacy" : "new";

    private static JsonElement? Member(JsonElement vector, string name) => vector.TryGetProperty(name, out JsonElement value) ? value : null;

    private static JsonElement.ObjectEnumerator Properties(JsonElement vector, string name) => Member(vector, name)?.EnumerateObject() ?? default;

    private IEnumerable<string> Strings(JsonElement vector, string name) =>
        Member(vector, name) is { } list ? list.EnumerateArray().Select(text => Expand(text.GetString()!)) : [];

    private static string PerUnit(JsonElement values, string unit) =>
        (values.TryGetProperty(unit, out JsonElement own) ? own : values.GetProperty("*")).GetString()!;

    private static SwitchCatalogue Catalogue(JsonElement json) => new(
        json.GetProperty("prefix").GetString()!,
        json.GetProperty("library").GetString()!,
        [.. json.GetProperty("units").EnumerateArray().Select(unit => new SwitchUnit(
            unit.GetProperty("name").GetString()!,
            [.. unit.GetProperty("services").EnumerateArray().Select(service => service.GetString()!)],
            unit.TryGetProperty("needs", out JsonElement needs)
                ? [.. needs.EnumerateArray().Select(need => new SwitchNeed(need.GetProperty("unit").GetString()!, need.GetProperty("reason").GetString()!))]
                : []))]);

    private string Expand(string text)
    {
        foreach (JsonProperty word in s_file.GetProperty("words").EnumerateObject())
        {
            text = text.Replace(word.Name, word.Value.GetString(), StringComparison.Ordinal);
        }
        return text.Replace("{folder}", _folder.Path, StringComparison.Ordinal);
    }

    /// <summary>Bytes as Latin-1, so that what is no UTF-8 survives.</summary>
    private byte[] Expand(byte[] bytes) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(bytes).Replace("{folder}", _folder.Path, StringComparison.Ordinal));

    private static byte[] Bytes(JsonElement text)
    {
        if (text.ValueKind == JsonValueKind.String)
        {
            return Encoding.UTF8.GetBytes(text.GetString()!);
        }
        if (text.TryGetProperty("hex", out JsonElement hex))
        {
            return Convert.FromHexString(hex.GetString()!);
        }
        JsonElement repeat = text.GetProperty("repeat");
        string repeated = string.Concat(Enumerable.Repeat(repeat[0].GetString()!, repeat[1].GetInt32()));
        return Encoding.UTF8.GetBytes(repeated + (Member(text, "then")?.GetString() ?? ""));
    }

    private static void MakeFile(string path, JsonElement content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string? kind = content.ValueKind == JsonValueKind.Object ? content.EnumerateObject().First().Name : null;
        switch (kind)
        {
            case "folder":
                Directory.CreateDirectory(path);
                break;
            case "pipe":
                Assert.Equal(0, Tool.Run("mkfifo", [path]).ExitCode);
                break;
            case "socket":
                // Not by .NET's Socket, which removes the file when it is disposed of.
                Assert.Equal(0, Tool.Run("python3", ["-c", "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])", path]).ExitCode);
                break;
            case "link":
                File.CreateSymbolicLink(path, content.GetProperty("link").GetString()!);
                break;
            default:
                File.WriteAllBytes(path, Bytes(content));
                break;
        }
    }

    /// <summary>A process as a vector describes it; its files are read as a real one's.</summary>
    private sealed class VectorProcess(Dictionary<string, byte[]> variables, string[] facts, string folder) : SwitchEnvironment
    {
        private readonly ProcessEnvironment _real = new();

        public List<string> Lines { get; } = [];

        public override string? ProgramFolder => facts.Contains("no-folder") ? null : Fact("folder=") ?? $"{folder}/program";

        public override bool IsSecure => facts.Contains("secure");

        public override byte[]? Variable(string name) => variables.GetValueOrDefault(name);

        public override int ReadFile(string path, int limit, out byte[] content)
        {
            const int PermissionDenied = 13;
            content = [];
            // Tests share a process, hence a working folder; the vector's own is put before relative paths.
            return path == Fact("unreadable=") ? PermissionDenied : _real.ReadFile(Path.Combine($"{folder}/work", path), limit, out content);
        }

        public override void Log(string line) => Lines.Add(line);

        private string? Fact(string start) =>
            facts.FirstOrDefault(fact => fact.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
    }
}
