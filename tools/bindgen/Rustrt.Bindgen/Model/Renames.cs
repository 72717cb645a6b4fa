using Rustrt.Bindgen.Manifests;

namespace Rustrt.Bindgen.Model;

/// <summary>
/// The manifest's C# names of functions, records, enums and constants. Everything before the finished model goes by C's names,
/// so that the rest of the manifest does too.
/// </summary>
internal sealed class Renames
{
    private readonly Dictionary<string, ManifestText> _byCName;

    public Renames(IReadOnlyList<ManifestText> renames) =>
        _byCName = renames.ToDictionary(rename => rename.Symbol.Name, StringComparer.Ordinal);

    /// <summary>The C# name of what has this name in C.</summary>
    public string Of(string name) => _byCName.GetValueOrDefault(name)?.Text ?? name;

    /// <summary>Where the manifest gives the C# name; null if it does not.</summary>
    public SourcePlace? PlaceOf(string name) => _byCName.GetValueOrDefault(name)?.Symbol.Place;

    /// <summary>The model by its C# names.</summary>
    public BindingModel Apply(BindingModel model) => model with
    {
        Symbols = [.. model.Symbols.Select(symbol => symbol with { ManagedName = Of(symbol.Name), Function = Apply(symbol.Function) })],
        Handles = [.. model.Handles.Select(handle => handle with { Type = Apply(handle.Type) })],
        Records = [.. model.Records.Select(Apply).OrderBy(record => record.Name, StringComparer.Ordinal)],
        Enums = [.. model.Enums.Where(e => e.Name != null).Select(Apply).OrderBy(e => e.Name, StringComparer.Ordinal),
            .. model.Enums.Where(e => e.Name == null).Select(Apply)],
        Constants = [.. model.Constants.Select(constant => constant with { Name = Of(constant.Name), Type = Apply(constant.Type) })
            .OrderBy(constant => constant.Name, StringComparer.Ordinal)],
    };

    private CFunction Apply(CFunction function) => function with
    {
        Result = Apply(function.Result),
        Parameters = [.. function.Parameters.Select(parameter => parameter with { Type = Apply(parameter.Type) })],
    };

    private CRecord Apply(CRecord record) => record with
    {
        Name = RecordName(record.Name),
        Parent = record.Parent == null ? null : RecordName(record.Parent),
        Fields = [.. record.Fields.Select(field => field with { Type = Apply(field.Type) })],
    };

    private CEnum Apply(CEnum @enum) => @enum with
    {
        Name = @enum.Name == null ? null : Of(@enum.Name),
        Constants = [.. @enum.Constants.Select(constant => constant with { Name = Of(constant.Name) })],
    };

    private CType Apply(CType type) => type switch
    {
        CPointer pointer => pointer with { Pointee = Apply(pointer.Pointee) },
        CArray array => array with { Element = Apply(array.Element) },
        CFunctionType function => new CFunctionType(Apply(function.Result), [.. function.Parameters.Select(Apply)]),
        CRecordType record => new CRecordType(RecordName(record.Name)),
        CEnumType @enum => @enum with { Name = Of(@enum.Name) },
        CTypedefType alias => alias with { Underlying = Apply(alias.Underlying) },
        _ => type,
    };

    /// <summary>An unnamed record is called after the records around it, which have new names too.</summary>
    private string RecordName(string name)
    {
        string[] parts = name.Split('.');
        return string.Join('.', parts.Select((part, i) => _byCName.GetValueOrDefault(string.Join('.', parts[..(i + 1)]))?.Text ?? part));
    }
}
