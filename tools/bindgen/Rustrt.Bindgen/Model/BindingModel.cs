using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Catalogues;

namespace Rustrt.Bindgen.Model;

/// <summary>
/// Headers and catalogue put together: all that an emitter may look at. Every list is in the order in which emitters write it.
/// </summary>
/// <param name="Library">File name of the library, as callers link to it.</param>
/// <param name="Prefix">Prefix of the project's macros and variables, such as RUSTRT.</param>
/// <param name="Units">In the catalogue's order, which is also the order of the unit enum.</param>
/// <param name="Services">By name.</param>
/// <param name="Symbols">By name; a symbol's index is its place here.</param>
/// <param name="Records">By name.</param>
/// <param name="Enums">Named ones by name, then the others in the order of the headers.</param>
/// <param name="UnitEnum">The headers' enum of the units, or null if they have none.</param>
/// <param name="CallerRecord">The record that stands for a calling task, or null for a library without tasks.</param>
/// <param name="Inputs">What the output depends on.</param>
public sealed record BindingModel(
    string Library,
    string Prefix,
    IReadOnlyList<CatalogueUnit> Units,
    IReadOnlyList<ApiService> Services,
    IReadOnlyList<ApiSymbol> Symbols,
    IReadOnlyList<CRecord> Records,
    IReadOnlyList<CEnum> Enums,
    CEnum? UnitEnum,
    CRecord? CallerRecord,
    IReadOnlyList<InputFile> Inputs)
{
    /// <summary>The name that P/Invoke knows the library by: without "lib" and ".so".</summary>
    public string ImportName
    {
        get
        {
            string stem = Library.Split(".so", 2)[0];
            return stem.StartsWith("lib", StringComparison.Ordinal) ? stem[3..] : stem;
        }
    }
}

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
/// <param name="Index">Its place in every table.</param>
/// <param name="IsNative">The router itself implements its new side, in C or assembly.</param>
/// <param name="NewServes">The new backend has it.</param>
public sealed record ApiSymbol(
    int Index,
    CFunction Function,
    string Service,
    int UnitIndex,
    CallContext Context,
    bool Blocks,
    bool IsNative,
    bool NewServes,
    CallShape Shape)
{
    public string Name => Function.Name;

    /// <summary>Reached through an upcall into C#.</summary>
    public bool IsExported => NewServes && !IsNative;
}

/// <summary>An input by name and content, so that generated files can say what they were made from.</summary>
public sealed record InputFile(string Name, string Sha256);
