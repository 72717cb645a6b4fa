using Rustrt.Bindgen.Manifests;

namespace Rustrt.Bindgen.Model;

/// <summary>
/// Which service a function belongs to. The manifest has the last word, then comes the header's annotation; if neither the
/// manifest nor any header speaks of services, all functions are one, named after the library.
/// </summary>
internal sealed class ServiceMap
{
    private readonly Manifest _manifest;
    private readonly string _marker;
    private readonly List<Diagnostic> _errors;
    private readonly string? _only;
    private readonly Dictionary<string, int> _unitOfService = new(StringComparer.Ordinal);

    internal sealed record Place(string Service, int UnitIndex, CallContext? Context, bool? Blocks);

    public ServiceMap(Manifest manifest, string prefix, string importName, IReadOnlyList<CFunction> functions, List<Diagnostic> errors)
    {
        _manifest = manifest;
        _errors = errors;
        _marker = $"{prefix.ToLowerInvariant()}:";
        bool isAnnotated = functions.Any(f => f.Annotations.Any(a => a.Text.StartsWith(_marker, StringComparison.Ordinal)));
        _only = manifest.Exports == null && manifest.Units.Count == 0 && manifest.Services.Count == 0 && !isAnnotated
            ? DefaultService(importName) : manifest.Exports?.Service.Name;
        Units = manifest.Units.Count > 0
            ? [.. manifest.Units.Select(unit => new ApiUnit(unit.Name, [.. unit.Services.Select(service => service.Name)],
                [.. unit.Needs.Select(need => new ApiNeed(need.Unit.Name, need.Reason))], [.. unit.Seams.Select(seam => seam.Name)], [.. unit.LegacySeams.Select(seam => seam.Name)]))]
            : [.. NamedServices(functions).Order(StringComparer.Ordinal).Select(name => new ApiUnit(name, [name], [], [], []))];
        for (int unit = 0; unit < Units.Count; unit++)
        {
            foreach (string service in Units[unit].Services)
            {
                _unitOfService.Add(service, unit);
            }
        }
    }

    public IReadOnlyList<ApiUnit> Units { get; }

    /// <returns>Null, with an error added, if nothing says where the function belongs.</returns>
    public Place? Of(CFunction function)
    {
        int errorsBefore = _errors.Count;
        Annotation? annotation = Annotation.Of(function, _marker, _errors);
        ManifestService[] named = [.. _manifest.Services.Where(service => service.Symbols.Any(symbol => symbol.Matches(function.Name)))];
        if (named.Length > 1)
        {
            _errors.Add(new Diagnostic(
                named[1].Place, $"function \"{function.Name}\" is in service \"{named[0].Name}\" and in service \"{named[1].Name}\""));
        }
        string? service = named.FirstOrDefault()?.Name ?? annotation?.Service ?? _only;
        if (service == null)
        {
            if (_errors.Count == errorsBefore)
            {
                _errors.Add(new Diagnostic(
                    function.Place,
                    $"function \"{function.Name}\" has no annotation \"{_marker}service=...;context=...;blocks=...\""
                    + " and is in no service of the manifest"));
            }
            return null;
        }
        if (!_unitOfService.TryGetValue(service, out int unit))
        {
            _errors.Add(new Diagnostic(
                annotation?.Place ?? function.Place,
                $"function \"{function.Name}\": unknown service \"{service}\"; known: "
                + string.Join(", ", _unitOfService.Keys.Order(StringComparer.Ordinal))));
            return null;
        }
        bool? blocks = _manifest.Blocking.Any(pattern => pattern.Matches(function.Name)) ? true
            : annotation?.Blocks ?? (_manifest.Blocking.Count > 0 ? false : null);
        return _errors.Count > errorsBefore
            ? null
            : new Place(service, unit, named.FirstOrDefault()?.Context ?? annotation?.Context, blocks);
    }

    /// <summary>The unit of what the headers do not declare; with an error added if that service is in none.</summary>
    public int UnitOf(ManifestName service)
    {
        if (!_unitOfService.TryGetValue(service.Name, out int unit))
        {
            _errors.Add(new Diagnostic(service.Place, $"unknown service \"{service.Name}\"; known: "
                + string.Join(", ", _unitOfService.Keys.Order(StringComparer.Ordinal))));
        }
        return unit;
    }

    private HashSet<string> NamedServices(IReadOnlyList<CFunction> functions)
    {
        var ignored = new List<Diagnostic>(); // reported when each function is placed
        IEnumerable<string> annotated = functions.Select(f => Annotation.Of(f, _marker, ignored)?.Service).OfType<string>();
        return [.. _manifest.Services.Select(s => s.Name).Concat(annotated).Concat(_only == null ? [] : [_only])];
    }

    /// <summary>A library's name as a service's: letters, digits and hyphens.</summary>
    private static string DefaultService(string importName)
    {
        string name = string.Join('-', importName.Split([.. importName.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()],
            StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "library" + name;
    }
}
