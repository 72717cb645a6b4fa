using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Elf;
using Rustrt.Bindgen.Manifests;

namespace Rustrt.Bindgen.Model;

/// <summary>The second stage: declarations and manifest together make the model, or a list of what does not fit.</summary>
public sealed class ModelBuilder
{
    private const string TextKind = "function with a const char *, function.argument or function.return";

    private readonly CDeclarations _declarations;
    private readonly Manifest _manifest;
    private readonly LibraryNames _names;
    private readonly List<Diagnostic> _errors = [];
    private readonly List<Diagnostic> _leftOut;
    private readonly TypeSizes _sizes;
    private readonly Renames _renames;

    public ModelBuilder(CDeclarations declarations, Manifest manifest, LibraryNames names)
    {
        _manifest = manifest;
        _declarations = declarations with { Records = [.. declarations.Records.Select(WithoutSkipped)] };
        _names = names;
        _leftOut = [.. declarations.Warnings.Where(warning => warning.LeftOut == null || !IsSkipped(warning.LeftOut))];
        _sizes = new TypeSizes(_declarations.Records);
        _renames = new Renames(manifest.Renames);
    }

    public BindingModel Build(IReadOnlyList<string> includes, IReadOnlyList<string> defines, IReadOnlyList<InputFile> inputs)
    {
        CheckPatterns();
        List<CFunction> functions = BindableFunctions();
        var services = new ServiceMap(_manifest, _names.Prefix, LibraryNames.StemOf(_names.Library), functions, _errors);
        LibraryExports? exports = _manifest.Exports is { } given
            ? LibraryExportsReader.Read(given, _names.Library, services.UnitOf(given.Service))
            : null;
        List<ApiSymbol> symbols = exports == null ? BuildSymbols(functions, services) : AtTheirPlaces(BuildSymbols(functions, services), exports);
        var handles = new HandleMap(_manifest, [.. symbols.Select(symbol => symbol.Function)], _errors);
        var overloads = new Overloads(_manifest, handles);
        var model = new BindingModel(
            _names.Library,
            _names.Prefix,
            _names.Namespace,
            _names.BackendNamespace,
            services.Units,
            [.. symbols.Select(symbol => symbol with { Overload = overloads.Of(symbol.Function) })],
            handles.Handles,
            [.. _declarations.Records.OrderBy(record => record.Name, StringComparer.Ordinal)],
            [.. _declarations.Enums.Where(e => e.Name != null && !IsSkipped(e.Name))
                .Select(e => e with { IsFlags = _manifest.Flags.Any(pattern => pattern.Matches(e.Name!)) })
                .OrderBy(e => e.Name, StringComparer.Ordinal),
                .. _declarations.Enums.Where(e => e.Name == null)],
            [.. _declarations.Constants.Where(constant => !IsSkipped(constant.Name))],
            _declarations.OtherMacros,
            _leftOut,
            includes,
            defines,
            inputs,
            exports,
            _manifest.IsInternal)
        {
            TaskFacade = _manifest.TaskFacade is { } facade
                ? new TaskFacade([.. facade.OnTaskStack.Select(name => name.Name)], [.. facade.ByHand.Select(name => name.Name)])
                : null,
        };
        if (model.UnitEnum != null)
        {
            CheckUnitEnum(model.UnitEnum, services.Units);
        }
        _errors.AddRange(DeclarationSpaces.Clashes(model, _renames, handles));
        return _errors.Count == 0 ? _renames.Apply(model) : throw new InputException(_errors);
    }

    /// <summary>The constant that a unit has in the headers' enum.</summary>
    public static string UnitConstant(string prefix, string unit) =>
        $"{prefix}_UNIT_{unit.Replace('-', '_').ToUpperInvariant()}";

    /// <summary>Calls into C# come from tasks, and change stacks.</summary>
    private bool HasTasks => _declarations.Records.Any(record => record.Name == BindingModel.CallerRecordName(_names.Prefix));

    private bool IsSkipped(string name) => _manifest.Skip.Any(pattern => pattern.Matches(name));

    /// <summary>A skipped record stays known by name, since others may point to it or hold it; only its fields go.</summary>
    private CRecord WithoutSkipped(CRecord record) =>
        IsSkipped(record.Name) ? record with { Fields = [], IsComplete = record.Fields.Count == 0 } : record;

    private List<CFunction> BindableFunctions()
    {
        var byValue = new PassedByValue(_sizes);
        var functions = new List<CFunction>();
        var byLinkName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CFunction function in _declarations.Functions
            .Where(f => !IsSkipped(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (byValue.ObstacleTo(function) is { } obstacle)
            {
                _leftOut.Add(new Diagnostic(
                    function.Place,
                    $"function \"{function.Name}\" is left out: {obstacle}; add a C function that takes a pointer",
                    Severity.Warning));
                continue;
            }
            if (!byLinkName.TryAdd(function.LinkName, function.Name))
            {
                _leftOut.Add(new Diagnostic(
                    function.Place,
                    $"function \"{function.Name}\" is left out: libraries export it as \"{function.LinkName}\", as they do \"{byLinkName[function.LinkName]}\"; call that",
                    Severity.Warning));
                continue;
            }
            functions.Add(function);
        }
        return functions;
    }

    private List<ApiSymbol> BuildSymbols(List<CFunction> functions, ServiceMap services)
    {
        var native = Names(_manifest.Native);
        var newServices = Names(_manifest.NewServices);
        var newSymbols = Names(_manifest.NewSymbols);
        var abi = new SystemV(_sizes);
        var symbols = new List<ApiSymbol>();
        foreach (CFunction function in functions)
        {
            if (services.Of(function) is not { } place)
            {
                continue;
            }
            CallShape shape = abi.ShapeOf(function);
            var symbol = new ApiSymbol(
                symbols.Count,
                function,
                function.Name,
                place.Service,
                place.UnitIndex,
                place.Context,
                place.Blocks,
                native.Contains(function.Name),
                newServices.Contains(place.Service) || newSymbols.Contains(function.Name),
                string.Join(' ', _manifest.Ownership.Where(note => note.Symbol.Matches(function.Name)).Select(note => note.Text)),
                Overload: null,
                native.Contains(function.Name) ? "" : TraceFormat.Of(function, shape, _manifest.Trace),
                shape);
            if (symbol.IsNative && !symbol.NewServes)
            {
                _errors.Add(new Diagnostic(
                    _manifest.Native.First(name => name.Name == symbol.Name).Place,
                    $"\"{symbol.Name}\" is native to the new side, but \"newServes\" has neither it nor service \"{symbol.Service}\""));
            }
            if (symbol.IsExported && symbol.Shape.StackArguments && HasTasks)
            {
                // The C# side of an upcall runs on another stack and would look for them there.
                _errors.Add(new Diagnostic(
                    function.Place,
                    $"function \"{function.Name}\" has arguments on the stack, which an upcall cannot pass; "
                    + $"implement it in the router and list it under \"native\" in {Path.GetFileName(_manifest.Path)}"));
            }
            symbols.Add(symbol);
        }
        return symbols;
    }

    /// <summary>What the library exports decides the indices; a function that it does not export cannot be called.</summary>
    private List<ApiSymbol> AtTheirPlaces(List<ApiSymbol> symbols, LibraryExports exports)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < exports.Symbols.Count; i++)
        {
            if (exports.Symbols[i].IsDefault)
            {
                places.TryAdd(exports.Symbols[i].Name, i);
            }
        }
        _leftOut.AddRange(symbols.Where(symbol => !places.ContainsKey(symbol.Function.LinkName)).Select(symbol => new Diagnostic(
            symbol.Function.Place,
            $"function \"{symbol.Name}\" is left out: {exports.Soname} does not export it",
            Severity.Warning)));
        return [.. symbols.Where(symbol => places.ContainsKey(symbol.Function.LinkName))
            .Select(symbol => symbol with { Index = places[symbol.Function.LinkName] })];
    }

    private static HashSet<string> Names(IEnumerable<ManifestName> names) =>
        names.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>A name that stands for nothing is a misspelt one.</summary>
    private void CheckPatterns()
    {
        string[] functions = [.. _declarations.Functions.Select(f => f.Name)];
        string[] enums = [.. _declarations.Enums.Select(e => e.Name).OfType<string>()];
        string[] records = [.. _declarations.Records.Select(record => record.Name)];
        string[] all = [.. functions, .. enums, .. records, .. _declarations.Constants.Select(constant => constant.Name)];
        Check(_manifest.Native, "native", functions, "function");
        Check(_manifest.NewSymbols, "newServes.symbols", functions, "function");
        Check(_manifest.TaskFacade?.OnTaskStack ?? [], "taskFacade.onTaskStack", functions, "function");
        Check(_manifest.TaskFacade?.ByHand ?? [], "taskFacade.byHand", functions, "function");
        Check(_manifest.Services.SelectMany(service => service.Symbols), "services", functions, "function");
        Check(_manifest.Blocking, "blocking", functions, "function");
        Check(_manifest.Ownership.Select(note => note.Symbol), "ownership", functions, "function");
        Check(_manifest.Flags, "flags", enums, "enum");
        foreach (ManifestName part in _manifest.Parts.Where(part => !_declarations.Files.Any(part.MatchesPath)))
        {
            _errors.Add(new Diagnostic(part.Place, $"\"{part.Name}\" in \"parts\" is no file that the headers include"));
        }
        if (_manifest.Native.Count > 0 && !HasTasks)
        {
            _errors.Add(new Diagnostic(_manifest.Native[0].Place, "\"native\" is for libraries with tasks, whose router has functions of its own; "
                + $"the headers have no record \"{_names.Prefix.ToLowerInvariant()}_task_block\""));
        }
        Check(_manifest.Whole, "whole", records, "record");
        Check(_manifest.Skip, "skip", [.. all, .. _declarations.Warnings.Select(warning => warning.LeftOut).OfType<string>()], "declaration");
        string[] texts = [.. _declarations.Functions.SelectMany(Overloads.Texts)];
        Check(_manifest.Strings, "strings", texts, TextKind);
        Check(_manifest.Bytes, "bytes", texts, TextKind);
        Check(_manifest.Trace.Select(policy => policy.Symbol), "trace",
            [.. functions, .. _declarations.Functions.SelectMany(f => f.Parameters.Select(p => p.Name).Append(TraceFormat.Result).Select(name => $"{f.Name}.{name}"))],
            "function, function.argument or function.return");
        foreach (ManifestText policy in _manifest.Trace.Where(policy =>
            policy.Text is not (TraceFormat.Value or TraceFormat.Text or TraceFormat.Hidden or TraceFormat.Entry)))
        {
            _errors.Add(new Diagnostic(policy.Symbol.Place, $"\"{policy.Text}\" in \"trace\" is none of value, text, hidden, entry"));
        }
        CheckRenames([.. all, .. _declarations.Enums.SelectMany(e => e.Constants).Select(constant => constant.Name)]);
    }

    private void CheckRenames(string[] known)
    {
        foreach ((ManifestName symbol, string text) in _manifest.Renames)
        {
            string? error =
                !known.Contains(symbol.Name, StringComparer.Ordinal) ? $"\"{symbol.Name}\" in \"renames\" is no declaration of the headers"
                : symbol.Name == BindingModel.CallerRecordName(_names.Prefix) || symbol.Name == BindingModel.UnitEnumName(_names.Prefix)
                    ? $"\"{symbol.Name}\" in \"renames\" keeps its name, which says what it is"
                : !Identifiers.IsPlain(text) ? $"\"{text}\" in \"renames\" is no name"
                : null;
            if (error != null)
            {
                _errors.Add(new Diagnostic(symbol.Place, error));
            }
        }
    }

    private void Check(IEnumerable<ManifestName> patterns, string list, string[] known, string kind)
    {
        foreach (ManifestName pattern in patterns.Where(pattern => !known.Any(pattern.Matches)))
        {
            _errors.Add(new Diagnostic(pattern.Place, $"\"{pattern.Name}\" in \"{list}\" is no {kind} of the headers"));
        }
    }

    /// <summary>C code indexes tables by the enum, generated code by the manifest: they must be the same numbers.</summary>
    private void CheckUnitEnum(CEnum enumOfUnits, IReadOnlyList<ApiUnit> units)
    {
        var values = enumOfUnits.Constants.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);
        void Expect(string constant, long value)
        {
            if (!values.TryGetValue(constant, out Int128 actual))
            {
                _errors.Add(new Diagnostic(
                    enumOfUnits.Place, $"enum \"{enumOfUnits.Name}\" lacks {constant} = {value}, which the manifest asks for"));
            }
            else if (actual != value)
            {
                _errors.Add(new Diagnostic(
                    enumOfUnits.Place, $"{constant} is {actual} in enum \"{enumOfUnits.Name}\" but {value} in the manifest"));
            }
        }

        for (int unit = 0; unit < units.Count; unit++)
        {
            Expect(UnitConstant(_names.Prefix, units[unit].Name), unit);
        }
        Expect($"{_names.Prefix}_UNITS", units.Count);
    }
}
