namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>What the generated router files and the hand-written ones call each other.</summary>
internal static class RouterNames
{
    public const string SymbolList = "router/router_symbols.g.h";
    public const string Stubs = "router/router_stubs.g.S";
    public const string Upcalls = "router/router_upcalls.g.S";
    public const string VersionScript = "router/router.g.map";

    /// <summary>Ends an assembly file: without it the linker would make stacks executable.</summary>
    public const string NoExecutableStack = "        .section .note.GNU-stack,\"\",@progbits";

    /// <summary>Native entries into C# that a unit may have: the functions of its seam and its hooks.</summary>
    public const int WrappersPerUnit = 16;

    /// <summary>One more is the core's own.</summary>
    public static int Wrappers(Model.BindingModel model) => (model.Units.Count * WrappersPerUnit) + 1;

    /// <summary>Through this a .NET host process hands its exports to the router.</summary>
    public static string HostBind(string prefix) => $"{prefix.ToLowerInvariant()}_router_host_bind";

    /// <summary>Through this the router of another library, whose functions tasks call too, lives by the decision of this one.</summary>
    public static string Join(string prefix) => $"{prefix.ToLowerInvariant()}_router_join";

    /// <summary>By this the router binds the library of the new backend.</summary>
    public static string NewBind(string prefix) => $"{prefix.ToLowerInvariant()}_new_bind";

    public static string Native(string symbol) => $"router_native_{symbol}";
}
