using System.Text.Json;

namespace Rustrt.Bindgen.Catalogues;

/// <summary>Reads and checks a catalogue. Unknown members are errors: a misspelt one would otherwise change nothing, silently.</summary>
public static class CatalogueReader
{
    public static Catalogue Read(string path, byte[] content)
    {
        LocatedJson root = LocatedJson.Parse(path, content);
        Members(root, "the catalogue", "library", "prefix", "units", "native", "newServes");
        LocatedJson newServes = Member(root, "newServes", JsonValueKind.Object);
        Members(newServes, "\"newServes\"", "services", "symbols");
        var catalogue = new Catalogue(
            path,
            Member(root, "library", JsonValueKind.String).Text,
            Member(root, "prefix", JsonValueKind.String).Text,
            [.. Member(root, "units", JsonValueKind.Array).Items.Select(ReadUnit)],
            ReadNames(root, "native"),
            ReadNames(newServes, "services"),
            ReadNames(newServes, "symbols"));
        Check(catalogue);
        return catalogue;
    }

    private static CatalogueUnit ReadUnit(LocatedJson unit)
    {
        Expect(unit, "a unit", JsonValueKind.Object);
        Members(unit, "a unit", "name", "services", "alone");
        LocatedJson alone = unit.Members.TryGetValue("alone", out LocatedJson? given)
            ? given
            : throw new InputException(unit.Place, "the unit lacks \"alone\" (true or false)");
        if (alone.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw new InputException(alone.Place, "\"alone\" must be true or false");
        }
        return new CatalogueUnit(
            Member(unit, "name", JsonValueKind.String).Text,
            ReadNames(unit, "services"),
            alone.Kind == JsonValueKind.True,
            unit.Place);
    }

    private static List<CatalogueName> ReadNames(LocatedJson owner, string member) =>
        [.. Member(owner, member, JsonValueKind.Array).Items.Select(item =>
        {
            Expect(item, $"an entry of \"{member}\"", JsonValueKind.String);
            return new CatalogueName(item.Text, item.Place);
        })];

    private static void Check(Catalogue catalogue)
    {
        var errors = new List<Diagnostic>();
        var units = new HashSet<string>(StringComparer.Ordinal);
        var unitOfService = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CatalogueUnit unit in catalogue.Units)
        {
            if (!units.Add(unit.Name))
            {
                errors.Add(new Diagnostic(unit.Place, $"unit \"{unit.Name}\" is defined twice"));
            }
            foreach (CatalogueName service in unit.Services)
            {
                if (!unitOfService.TryAdd(service.Name, unit.Name))
                {
                    errors.Add(new Diagnostic(
                        service.Place,
                        $"service \"{service.Name}\" is in unit \"{unitOfService[service.Name]}\" already"));
                }
            }
        }
        foreach (CatalogueName service in catalogue.NewServices.Where(s => !unitOfService.ContainsKey(s.Name)))
        {
            errors.Add(new Diagnostic(
                service.Place,
                $"unknown service \"{service.Name}\"; known: {string.Join(", ", unitOfService.Keys.Order(StringComparer.Ordinal))}"));
        }
        foreach (IReadOnlyList<CatalogueName> names in
            new[] { catalogue.Native, catalogue.NewServices, catalogue.NewSymbols })
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
