using System.Reflection;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>The facade is what the imports were: a program that knew those compiles, and runs, as it is.</summary>
public sealed class FacadeTests
{
    private const int Functions = 190;

    private static readonly Type s_imports = typeof(NativeMethods).Assembly.GetType("Rustrt.Compat.Interop.NativeImports", throwOnError: true)!;

    [Fact]
    public void It_has_every_function_with_the_signature_of_its_import()
    {
        string[] imports = [.. Signatures(s_imports)];

        Assert.Equal(Functions, imports.Length);
        Assert.Equal(imports, Signatures(typeof(NativeMethods)));
    }

    [Fact]
    public void Nobody_passes_it_by() => Assert.False(s_imports.IsVisible);

    private static IEnumerable<string> Signatures(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(method => $"{method.ReturnType} {method.Name}({string.Join(", ", method.GetParameters().Select(p => $"{p.ParameterType} {p.Name}"))})")
        .Order(StringComparer.Ordinal);
}
