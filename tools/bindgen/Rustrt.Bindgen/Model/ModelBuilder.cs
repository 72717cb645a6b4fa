using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Catalogues;

namespace Rustrt.Bindgen.Model;

/// <summary>The second stage: declarations and catalogue together make the model, or a list of what does not fit.</summary>
public sealed class ModelBuilder
{
    private readonly CDeclarations _declarations;
    private readonly Catalogue _catalogue;
    private readonly List<Diagnostic> _errors = [];
    private readonly TypeSizes _sizes;
    private readonly Dictionary<string, int> _unitOfService = new(StringComparer.Ordinal);

    public ModelBuilder(CDeclarations declarations, Catalogue catalogue)
    {
        _declarations = declarations;
        _catalogue = catalogue;
        _sizes = new TypeSizes(declarations.Records);
        for (int unit = 0; unit < catalogue.Units.Count; unit++)
        {
            foreach (CatalogueName service in catalogue.Units[unit].Services)
            {
                _unitOfService.Add(service.Name, unit);
            }
        }
    }

    public BindingModel Build(IReadOnlyList<InputFile> inputs)
    {
        CheckSymbolNames(_catalogue.Native, "native");
        CheckSymbolNames(_catalogue.NewSymbols, "newServes.symbols");
        CheckLayouts();
        List<ApiSymbol> symbols = BuildSymbols();
        string prefix = _catalogue.Prefix.ToLowerInvariant();
        CEnum? unitEnum = _declarations.Enums.SingleOrDefault(e => e.Name == $"{prefix}_unit");
        if (unitEnum != null)
        {
            CheckUnitEnum(unitEnum);
        }
        if (_errors.Count > 0)
        {
            throw new InputException(_errors);
        }
        return new BindingModel(
            _catalogue.Library,
            _catalogue.Prefix,
            _catalogue.Units,
            [.. symbols.GroupBy(symbol => symbol.Service)
                .OrderBy(service => service.Key, StringComparer.Ordinal)
                .Select(service => new ApiService(service.Key, _unitOfService[service.Key], [.. service]))],
            symbols,
            [.. _declarations.Records.OrderBy(record => record.Name, StringComparer.Ordinal)],
            [.. _declarations.Enums.Where(e => e.Name != null).OrderBy(e => e.Name, StringComparer.Ordinal),
                .. _declarations.Enums.Where(e => e.Name == null)],
            unitEnum,
            _declarations.Records.SingleOrDefault(record => record.Name == $"{prefix}_task_block"),
            inputs);
    }

    /// <summary>The constant that a unit has in the headers' enum.</summary>
    public static string UnitConstant(string prefix, string unit) =>
        $"{prefix}_UNIT_{unit.Replace('-', '_').ToUpperInvariant()}";

    private List<ApiSymbol> BuildSymbols()
    {
        string marker = $"{_catalogue.Prefix.ToLowerInvariant()}:";
        var native = Names(_catalogue.Native);
        var newServices = Names(_catalogue.NewServices);
        var newSymbols = Names(_catalogue.NewSymbols);
        var abi = new SystemV(_sizes);
        var symbols = new List<ApiSymbol>();
        int index = 0;
        foreach (CFunction function in _declarations.Functions.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (Annotation.Of(function, marker, _errors) is not { } annotation)
            {
                continue;
            }
            if (!_unitOfService.TryGetValue(annotation.Service, out int unit))
            {
                _errors.Add(new Diagnostic(
                    annotation.Place,
                    $"function \"{function.Name}\": unknown service \"{annotation.Service}\"; known: "
                    + string.Join(", ", _unitOfService.Keys.Order(StringComparer.Ordinal))));
                continue;
            }
            var symbol = new ApiSymbol(
                index++,
                function,
                annotation.Service,
                unit,
                annotation.Context,
                annotation.Blocks,
                native.Contains(function.Name),
                newServices.Contains(annotation.Service) || newSymbols.Contains(function.Name),
                abi.ShapeOf(function));
            if (symbol.IsNative && !symbol.NewServes)
            {
                _errors.Add(new Diagnostic(
                    _catalogue.Native.First(name => name.Name == symbol.Name).Place,
                    $"\"{symbol.Name}\" is native to the new side, but \"newServes\" has neither it nor service \"{symbol.Service}\""));
            }
            if (symbol.IsExported && symbol.Shape.StackArguments)
            {
                // The C# side of an upcall runs on another stack and would look for them there.
                _errors.Add(new Diagnostic(
                    function.Place,
                    $"function \"{function.Name}\" has arguments on the stack, which an upcall cannot pass; "
                    + $"implement it in the router and list it under \"native\" in {Path.GetFileName(_catalogue.Path)}"));
            }
            symbols.Add(symbol);
        }
        return symbols;
    }

    private void CheckLayouts()
    {
        var natural = new NaturalLayout(_sizes);
        foreach (CRecord record in _declarations.Records.Where(r => r.Kind == CRecordKind.Defined && !natural.IsOf(r)))
        {
            _errors.Add(new Diagnostic(record.Place, $"record \"{record.Name}\" is packed or over-aligned, which cannot be bound"));
        }
    }

    private static HashSet<string> Names(IEnumerable<CatalogueName> names) =>
        names.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);

    private void CheckSymbolNames(IEnumerable<CatalogueName> names, string list)
    {
        var known = _declarations.Functions.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (CatalogueName name in names.Where(name => !known.Contains(name.Name)))
        {
            _errors.Add(new Diagnostic(name.Place, $"\"{name.Name}\" in \"{list}\" is no function of the headers"));
        }
    }

    /// <summary>C code indexes tables by the enum, generated code by the catalogue: they must be the same numbers.</summary>
    private void CheckUnitEnum(CEnum units)
    {
        var values = units.Constants.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);
        void Expect(string constant, long value)
        {
            if (!values.TryGetValue(constant, out Int128 actual))
            {
                _errors.Add(new Diagnostic(units.Place, $"enum \"{units.Name}\" lacks {constant} = {value}, which the catalogue asks for"));
            }
            else if (actual != value)
            {
                _errors.Add(new Diagnostic(units.Place, $"{constant} is {actual} in enum \"{units.Name}\" but {value} in the catalogue"));
            }
        }

        for (int unit = 0; unit < _catalogue.Units.Count; unit++)
        {
            Expect(UnitConstant(_catalogue.Prefix, _catalogue.Units[unit].Name), unit);
        }
        Expect($"{_catalogue.Prefix}_UNITS", _catalogue.Units.Count);
    }
}
