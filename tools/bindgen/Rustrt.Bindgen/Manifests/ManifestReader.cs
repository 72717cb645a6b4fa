using System.Text.Json;

namespace Rustrt.Bindgen.Manifests;

/// <summary>Reads and checks a manifest. Unknown members are errors: a misspelt one would otherwise change nothing, silently.</summary>
public static class ManifestReader
{
    public static Manifest Read(string path, byte[] content)
    {
        LocatedJson root = LocatedJson.Parse(path, content);
        Members(root, "the manifest", "library", "prefix", "namespace", "backendNamespace", "units", "unitsOf", "services", "native", "newServes",
            "blocking", "renames", "skip", "flags", "parts", "whole", "ownership", "handles", "strings", "bytes", "trace", "exports", "comments", "visibility",
            "taskFacade");
        LocatedJson? newServes = Optional(root, "newServes", JsonValueKind.Object);
        if (newServes != null)
        {
            Members(newServes, "\"newServes\"", "services", "symbols");
        }
        LocatedJson? unitsOf = Optional(root, "unitsOf", JsonValueKind.String);
        var manifest = new Manifest(
            path,
            Optional(root, "library", JsonValueKind.String)?.Text,
            ReadIdentifier(root, "prefix", Identifiers.IsPlain),
            ReadIdentifier(root, "namespace", Identifiers.IsDotted),
            ReadIdentifier(root, "backendNamespace", Identifiers.IsDotted),
            [.. (Optional(root, "units", JsonValueKind.Array)?.Items ?? []).Select(ReadUnit), .. unitsOf == null ? [] : UnitsOf(unitsOf)],
            [.. (Optional(root, "services", JsonValueKind.Array)?.Items ?? []).Select(ReadService)],
            ReadNames(root, "native"),
            ReadNames(newServes, "services"),
            ReadNames(newServes, "symbols"),
            ReadNames(root, "blocking"),
            ReadTexts(root, "renames"),
            ReadNames(root, "skip"),
            ReadNames(root, "flags"),
            ReadNames(root, "parts"),
            ReadNames(root, "whole"),
            ReadTexts(root, "ownership"),
            [.. (Optional(root, "handles", JsonValueKind.Object)?.Members ?? new Dictionary<string, LocatedJson>()).Select(ReadHandle)],
            ReadNames(root, "strings"),
            ReadNames(root, "bytes"),
            ReadTexts(root, "trace"),
            Optional(root, "exports", JsonValueKind.Object) is { } exports ? ReadExports(exports) : null)
        {
            Comments = ReadBoolean(root, "comments") ?? true,
            IsInternal = ReadVisibility(root),
            TaskFacade = Optional(root, "taskFacade", JsonValueKind.Object) is { } facade ? ReadTaskFacade(facade) : null,
            UnitsOf = unitsOf == null ? null : BesideIt(unitsOf),
        };
        Check(manifest);
        return manifest;
    }

    /// <returns>Whether it is internal.</returns>
    private static bool ReadVisibility(LocatedJson root) => Optional(root, "visibility", JsonValueKind.String) switch
    {
        null or { Text: "public" } => false,
        { Text: "internal" } => true,
        var other => throw new InputException(other.Place, $"\"visibility\" is \"{other.Text}\", which is none of public, internal"),
    };

    private static ManifestTaskFacade ReadTaskFacade(LocatedJson facade)
    {
        Members(facade, "\"taskFacade\"", "onTaskStack", "byHand");
        return new ManifestTaskFacade(ReadNames(facade, "onTaskStack"), ReadNames(facade, "byHand"));
    }

    /// <summary>The units of another library's manifest, which are switched by the same setting.</summary>
    private static IReadOnlyList<ManifestUnit> UnitsOf(LocatedJson other)
    {
        string path = BesideIt(other);
        return File.Exists(path) ? Read(path, File.ReadAllBytes(path)).Units
            : throw new InputException(other.Place, $"\"unitsOf\" names {other.Text}, and there is no {path}");
    }

    private static string BesideIt(LocatedJson file) => Path.GetFullPath(file.Text, Path.GetDirectoryName(Path.GetFullPath(file.Place.Path))!);

    private static ManifestService ReadService(LocatedJson service)
    {
        Members(service, "a service", "name", "symbols", "context");
        Model.CallContext? context = Optional(service, "context", JsonValueKind.String) is not { } given ? null
            : given.Text switch
            {
                "global" => Model.CallContext.Global,
                "kernel" => Model.CallContext.Kernel,
                "task" => Model.CallContext.Task,
                _ => throw new InputException(given.Place, $"context \"{given.Text}\" is none of global, kernel, task"),
            };
        return new ManifestService(
            ServiceName(Member(service, "name", JsonValueKind.String)), ReadNames(service, "symbols"), context, service.Place);
    }

    private static ManifestHandle ReadHandle(KeyValuePair<string, LocatedJson> handle)
    {
        Members(handle.Value, $"handle \"{handle.Key}\"", "release", "creates", "frees", "name");
        LocatedJson release = Member(handle.Value, "release", JsonValueKind.String);
        LocatedJson? name = Optional(handle.Value, "name", JsonValueKind.String);
        return name == null || Identifiers.IsPlain(name.Text)
            ? new ManifestHandle(
                new ManifestName(handle.Key, handle.Value.Place),
                name == null ? null : new ManifestName(name.Text, name.Place),
                new ManifestName(release.Text, release.Place),
                ReadNames(handle.Value, "creates"),
                ReadNames(handle.Value, "frees"))
            : throw new InputException(name.Place, $"\"{name.Text}\" is no name of a class");
    }

    private static ManifestExports ReadExports(LocatedJson exports)
    {
        Members(exports, "\"exports\"", "service", "library", "versions");
        LocatedJson service = Member(exports, "service", JsonValueKind.String);
        LocatedJson? library = Optional(exports, "library", JsonValueKind.String);
        LocatedJson? versions = Optional(exports, "versions", JsonValueKind.Array);
        if ((library == null) == (versions == null))
        {
            throw new InputException(exports.Place, "\"exports\" takes either \"library\", the path of the library, or \"versions\", a list");
        }
        return new ManifestExports(
            new ManifestName(ServiceName(service), service.Place),
            library == null ? null : new ManifestName(library.Text, library.Place),
            [.. (versions?.Items ?? []).Select(ReadVersion)]);
    }

    private static ManifestVersion ReadVersion(LocatedJson version)
    {
        Members(version, "a version", "name", "after", "symbols");
        List<ManifestName> symbols = ReadNames(version, "symbols");
        ManifestName? wrong = symbols.Find(symbol => !Identifiers.IsPlain(symbol.Name));
        return wrong == null
            ? new ManifestVersion(
                Optional(version, "name", JsonValueKind.String)?.Text ?? "",
                [.. ReadNames(version, "after").Select(name => name.Name)],
                symbols)
            : throw new InputException(wrong.Place, $"\"{wrong.Name}\" is no name of a function");
    }

    private static ManifestUnit ReadUnit(LocatedJson unit)
    {
        Expect(unit, "a unit", JsonValueKind.Object);
        Members(unit, "a unit", "name", "services", "needs", "seams", "legacySeams");
        return new ManifestUnit(
            ServiceName(Member(unit, "name", JsonValueKind.String)),
            [.. Member(unit, "services", JsonValueKind.Array).Items.Select(item =>
            {
                Expect(item, "an entry of \"services\"", JsonValueKind.String);
                return new ManifestName(ServiceName(item), item.Place);
            })],
            [.. (Optional(unit, "needs", JsonValueKind.Array)?.Items ?? []).Select(ReadNeed)],
            ReadNames(unit, "seams"),
            ReadNames(unit, "legacySeams"),
            unit.Place);
    }

    private static ManifestNeed ReadNeed(LocatedJson need)
    {
        Expect(need, "an entry of \"needs\"", JsonValueKind.Object);
        Members(need, "an entry of \"needs\"", "unit", "reason");
        LocatedJson unit = Member(need, "unit", JsonValueKind.String);
        LocatedJson reason = Member(need, "reason", JsonValueKind.String);
        // It becomes a literal of C and of C#.
        return reason.Text.Length > 0 && reason.Text.All(letter => letter is >= ' ' and <= '~' and not ('"' or '\\'))
            ? new ManifestNeed(new ManifestName(unit.Text, unit.Place), reason.Text)
            : throw new InputException(reason.Place, "\"reason\" takes one line of ASCII without quotes and backslashes");
    }

    private static List<ManifestName> ReadNames(LocatedJson? owner, string member) =>
        [.. ((owner == null ? null : Optional(owner, member, JsonValueKind.Array))?.Items ?? []).Select(item =>
        {
            Expect(item, $"an entry of \"{member}\"", JsonValueKind.String);
            return new ManifestName(item.Text, item.Place);
        })];

    private static List<ManifestText> ReadTexts(LocatedJson owner, string member) =>
        [.. (Optional(owner, member, JsonValueKind.Object)?.Members ?? new Dictionary<string, LocatedJson>()).Select(pair =>
        {
            Expect(pair.Value, $"\"{pair.Key}\"", JsonValueKind.String);
            return new ManifestText(new ManifestName(pair.Key, pair.Value.Place), pair.Value.Text);
        })];

    private static bool? ReadBoolean(LocatedJson owner, string member) =>
        !owner.Members.TryGetValue(member, out LocatedJson? given) ? null
            : given.Kind is JsonValueKind.True or JsonValueKind.False ? given.Kind == JsonValueKind.True
            : throw new InputException(given.Place, $"\"{member}\" must be true or false");

    /// <summary>What becomes part of C#'s and C's names must be one.</summary>
    private static string? ReadIdentifier(LocatedJson root, string member, Func<string, bool> isValid)
    {
        LocatedJson? given = Optional(root, member, JsonValueKind.String);
        return given == null || isValid(given.Text)
            ? given?.Text
            : throw new InputException(given.Place, $"\"{member}\" is \"{given.Text}\", which is no name");
    }

    private static string ServiceName(LocatedJson name) => Identifiers.IsService(name.Text)
        ? name.Text
        : throw new InputException(name.Place, $"\"{name.Text}\": a name is words of letters and digits with hyphens between them");

    private static void CheckEdges(Manifest manifest, ManifestUnit unit, HashSet<string> units, List<Diagnostic> errors)
    {
        errors.AddRange(unit.Needs.Where(need => !units.Contains(need.Unit.Name) || need.Unit.Name == unit.Name).Select(need => new Diagnostic(
            need.Unit.Place, $"unit \"{unit.Name}\" can need only units before it, and \"{need.Unit.Name}\" is none")));
        errors.AddRange(unit.Seams.Concat(unit.LegacySeams).Where(seam => manifest.Units.All(other => other.Name != seam.Name)).Select(seam => new Diagnostic(
            seam.Place, $"seam \"{seam.Name}\": there is no unit of that name")));
    }

    private static void Check(Manifest manifest)
    {
        var errors = new List<Diagnostic>();
        var units = new HashSet<string>(StringComparer.Ordinal);
        var unitOfService = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ManifestUnit unit in manifest.Units)
        {
            if (!units.Add(unit.Name))
            {
                errors.Add(new Diagnostic(unit.Place, $"unit \"{unit.Name}\" is defined twice"));
            }
            CheckEdges(manifest, unit, units, errors);
            foreach (ManifestName service in unit.Services)
            {
                if (!unitOfService.TryAdd(service.Name, unit.Name))
                {
                    errors.Add(new Diagnostic(
                        service.Place,
                        $"service \"{service.Name}\" is in unit \"{unitOfService[service.Name]}\" already"));
                }
            }
        }
        if (manifest.Units.Count == 0)
        {
            // Every service is a unit of its own.
            foreach (ManifestService service in manifest.Services)
            {
                unitOfService.TryAdd(service.Name, service.Name);
            }
        }
        foreach (ManifestName service in manifest.NewServices.Concat(manifest.Services.Select(s => new ManifestName(s.Name, s.Place)))
            .Where(s => unitOfService.Count > 0 && !unitOfService.ContainsKey(s.Name)))
        {
            errors.Add(new Diagnostic(
                service.Place,
                $"unknown service \"{service.Name}\"; known: {string.Join(", ", unitOfService.Keys.Order(StringComparer.Ordinal))}"));
        }
        foreach (IReadOnlyList<ManifestName> names in
            new[] { manifest.Native, manifest.NewServices, manifest.NewSymbols })
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            errors.AddRange(names.Where(name => !seen.Add(name.Name))
                .Select(name => new Diagnostic(name.Place, $"\"{name.Name}\" is listed twice")));
        }
        if (errors.Count > 0)
        {
            throw new InputException(errors);
        }
    }

    private static LocatedJson? Optional(LocatedJson owner, string name, JsonValueKind kind)
    {
        if (owner.Members.TryGetValue(name, out LocatedJson? value))
        {
            Expect(value, $"\"{name}\"", kind);
        }
        return value;
    }

    private static LocatedJson Member(LocatedJson owner, string name, JsonValueKind kind)
    {
        if (!owner.Members.TryGetValue(name, out LocatedJson? value))
        {
            throw new InputException(owner.Place, $"\"{name}\" is missing");
        }
        Expect(value, $"\"{name}\"", kind);
        return value;
    }

    private static void Expect(LocatedJson value, string what, JsonValueKind kind)
    {
        if (value.Kind != kind)
        {
            throw new InputException(
                value.Place, $"{what} must be of type {kind.ToString().ToLowerInvariant()}, not {value.Kind.ToString().ToLowerInvariant()}");
        }
    }

    private static void Members(LocatedJson owner, string what, params string[] known)
    {
        Expect(owner, what, JsonValueKind.Object);
        foreach ((string name, LocatedJson value) in owner.Members)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new InputException(value.Place, $"{what} has no member \"{name}\"; known: {string.Join(", ", known)}");
            }
        }
    }
}
