using System.Text.Json.Serialization;
using Rustrt.Bindgen.Abi;

namespace Rustrt.Bindgen.Model;

/// <summary>
/// Headers and manifest put together: all that an emitter may look at. Every list is in the order in which emitters write it.
/// </summary>
/// <param name="Library">File name of the library, as callers link to it.</param>
/// <param name="Prefix">Prefix of the project's macros and variables, such as RUSTRT.</param>
/// <param name="Namespace">Of the C# types, imports and service interfaces.</param>
/// <param name="BackendNamespace">Of the exports of the new backend.</param>
/// <param name="Units">In the manifest's order, which is also the order of the unit enum.</param>
/// <param name="Symbols">By name; a symbol's index is its place here.</param>
/// <param name="Handles">By C# name.</param>
/// <param name="Records">By name.</param>
/// <param name="Enums">Named ones by name, then the others in the order of the headers.</param>
/// <param name="Constants">Macros with values, by name.</param>
/// <param name="OtherMacros">Macros without one, by name.</param>
/// <param name="LeftOut">What was left out and why, in the order of the headers.</param>
/// <param name="Includes">How C code names the headers between angle brackets, in order.</param>
/// <param name="Defines">Macros that the headers were read with: NAME or NAME=VALUE.</param>
/// <param name="Inputs">What the output depends on.</param>
/// <param name="Exports">What the router exports if it stands in for an existing library; null: the functions of the headers.</param>
/// <param name="IsInternal">Whether the C# types are internal to their assembly.</param>
public sealed record BindingModel(
    string Library,
    string Prefix,
    string Namespace,
    string BackendNamespace,
    IReadOnlyList<ApiUnit> Units,
    IReadOnlyList<ApiSymbol> Symbols,
    IReadOnlyList<ApiHandle> Handles,
    IReadOnlyList<CRecord> Records,
    IReadOnlyList<CEnum> Enums,
    IReadOnlyList<CConstant> Constants,
    IReadOnlyList<string> OtherMacros,
    IReadOnlyList<Diagnostic> LeftOut,
    IReadOnlyList<string> Includes,
    IReadOnlyList<string> Defines,
    IReadOnlyList<InputFile> Inputs,
    LibraryExports? Exports,
    bool IsInternal)
{
    /// <summary>By this a dump of the model is known to be one.</summary>
    [JsonPropertyOrder(-1)]
    public string Generator { get; init; } = Emitting.Banner.Generator;

    /// <summary>How a facade for task bodies in C# calls functions; null if the manifest does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TaskFacade? TaskFacade { get; init; }

    /// <summary>
    /// The name that P/Invoke knows the library by: without "lib" and ".so". One with a version stays as it is: without the
    /// version, it is there only for those who have the library's headers installed.
    /// </summary>
    [JsonIgnore]
    public string ImportName => Library.EndsWith(".so", StringComparison.Ordinal) ? LibraryNames.StemOf(Library) : Library;

    /// <summary>How far the generated C# types are seen.</summary>
    [JsonIgnore]
    public string Visibility => IsInternal ? "internal" : "public";

    /// <summary>By name.</summary>
    [JsonIgnore]
    public IReadOnlyList<ApiService> Services =>
        [.. Symbols.GroupBy(symbol => symbol.Service)
            .OrderBy(service => service.Key, StringComparer.Ordinal)
            .Select(service => new ApiService(service.Key, service.First().UnitIndex, [.. service]))];

    /// <summary>All that the router exports, in the order of its tables.</summary>
    [JsonIgnore]
    public IReadOnlyList<RouterSymbol> RouterSymbols
    {
        get
        {
            if (Exports == null)
            {
                return [.. Symbols.Select(symbol => new RouterSymbol(
                    symbol.Index, new ExportedSymbol(symbol.Function.LinkName, "", IsDefault: true), symbol.Service, symbol.UnitIndex, symbol))];
            }
            var declared = Symbols.ToDictionary(symbol => symbol.Function.LinkName, StringComparer.Ordinal);
            return [.. Exports.Symbols.Select((export, index) =>
                declared.TryGetValue(export.Name, out ApiSymbol? api)
                    ? new RouterSymbol(index, export, api.Service, api.UnitIndex, export.IsDefault ? api : null)
                    : new RouterSymbol(index, export, Exports.Service, Exports.UnitIndex, null))];
        }
    }

    /// <summary>The headers' enum of the units, or null if they have none.</summary>
    [JsonIgnore]
    public CEnum? UnitEnum => Enums.SingleOrDefault(e => e.Name == UnitEnumName(Prefix));

    /// <summary>The record that stands for a calling task, or null for a library without tasks.</summary>
    [JsonIgnore]
    public CRecord? CallerRecord => Records.SingleOrDefault(record => record.Name == CallerRecordName(Prefix));

    internal static string UnitEnumName(string prefix) => $"{prefix.ToLowerInvariant()}_unit";

    internal static string CallerRecordName(string prefix) => $"{prefix.ToLowerInvariant()}_task_block";
}

/// <summary>What a facade for task bodies in C# must know beyond the headers; both are names of functions.</summary>
/// <param name="OnTaskStack">Those that a task calls on its own stack; the others it calls on the C stack that it borrows.</param>
/// <param name="ByHand">Those that the generated part leaves to the written one.</param>
public sealed record TaskFacade(IReadOnlyList<string> OnTaskStack, IReadOnlyList<string> ByHand);

/// <summary>Services that are switched together.</summary>
/// <param name="Needs">The units, all before it, whose value it must have.</param>
/// <param name="Seams">The units through whose seams it and the rest reach each other when it is on another side.</param>
/// <param name="LegacySeams">Those that its legacy side needs besides, when the rest is new.</param>
public sealed record ApiUnit(
    string Name, IReadOnlyList<string> Services, IReadOnlyList<ApiNeed> Needs, IReadOnlyList<string> Seams, IReadOnlyList<string> LegacySeams);

/// <summary>An edge between two units, which cannot be on different sides yet.</summary>
public sealed record ApiNeed(string Unit, string Reason);

/// <summary>A named set of functions and the state behind them.</summary>
public sealed record ApiService(string Name, int UnitIndex, IReadOnlyList<ApiSymbol> Symbols);

/// <summary>Where a function may be called.</summary>
public enum CallContext
{
    /// <summary>On any thread.</summary>
    Global,

    /// <summary>On any thread, with a task pointer.</summary>
    Kernel,

    /// <summary>On a task.</summary>
    Task,
}

/// <summary>A function of the API with all that is known of it.</summary>
/// <param name="Index">Its place in every table of the router.</param>
/// <param name="ManagedName">Its name in C#; <see cref="Name"/> is C's.</param>
/// <param name="Context">Null if nobody said.</param>
/// <param name="Blocks">Null if nobody said.</param>
/// <param name="IsNative">The router itself implements its new side, in C or assembly.</param>
/// <param name="NewServes">The new backend has it.</param>
/// <param name="Ownership">Who owns what it takes and returns; empty if nobody said.</param>
/// <param name="Overload">The overload with texts and handles; null if it would be no other than the function.</param>
/// <param name="Trace">How the router's trace shows a call: Abi/TraceFormat.cs.</param>
public sealed record ApiSymbol(
    int Index,
    CFunction Function,
    string ManagedName,
    string Service,
    int UnitIndex,
    CallContext? Context,
    bool? Blocks,
    bool IsNative,
    bool NewServes,
    string Ownership,
    ApiOverload? Overload,
    string Trace,
    CallShape Shape)
{
    [JsonIgnore]
    public string Name => Function.Name;

    /// <summary>Reached through an upcall into C#.</summary>
    [JsonIgnore]
    public bool IsExported => NewServes && !IsNative;
}

/// <summary>An input by name and content, so that generated files can say what they were made from.</summary>
public sealed record InputFile(string Name, string Sha256);
