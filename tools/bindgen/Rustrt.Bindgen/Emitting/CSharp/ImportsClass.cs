using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>The class that holds the imports. Callers know it by its name, so a facade takes that name over.</summary>
internal sealed record ImportsClass(bool IsHidden, string Name)
{
    /// <summary>What callers call: the imports themselves, or the facade.</summary>
    public const string CallersName = "NativeMethods";

    public static readonly ImportsClass Public = new(false, CallersName);

    /// <summary>For the legacy services alone: a call that went there would pass the switch by.</summary>
    public static readonly ImportsClass BehindFacade = new(true, "NativeImports");

    /// <summary>The access modifier of the class.</summary>
    public string AccessIn(BindingModel model) => IsHidden ? "internal" : model.Visibility;
}
