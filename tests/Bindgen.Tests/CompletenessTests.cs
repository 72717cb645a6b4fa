using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Model;

namespace Bindgen.Tests;

/// <summary>Every function of the old API is everywhere it must be. The list compared with is the specification's, not bindgen's.</summary>
public sealed partial class CompletenessTests
{
    private static readonly Assembly Generated = Assembly.Load("Bindgen.GeneratedCode");

    private static readonly string[] Specified =
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs/legacy/legacy-api.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t')[0])
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void The_model_has_the_functions_of_the_specification()
    {
        Assert.Equal(190, Specified.Length);
        Assert.Equal(Specified, Models.Rustrt.Symbols.Select(symbol => symbol.Name));
        Assert.Equal(Enumerable.Range(0, 190), Models.Rustrt.Symbols.Select(symbol => symbol.Index));
    }

    [Fact]
    public void Annotations_say_what_the_specification_says()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs/legacy/legacy-api.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(row => $"{row[0]} {row[2]} {row[3]} {row[4]}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(rows, Models.Rustrt.Symbols.Select(s =>
            $"{s.Name} {s.Service} {s.Context?.ToString().ToLowerInvariant()} {(s.Blocks == true ? "yes" : "no")}")
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NativeMethods_imports_each()
    {
        Type type = Generated.GetType("Rustrt.Compat.Interop.NativeImports", throwOnError: true)!;

        Assert.Equal(Specified, Names(type.GetMethods(BindingFlags.Public | BindingFlags.Static)));
    }

    [Fact]
    public void Each_is_in_one_interface_and_in_the_legacy_class_that_implements_it()
    {
        Type[] types = Generated.GetTypes();
        Type[] interfaces = [.. types.Where(type => type.IsInterface)];

        Assert.Equal(Models.Rustrt.Services.Count, interfaces.Length);
        Assert.Equal(Specified, Names(interfaces.SelectMany(type => type.GetMethods())));
        Assert.All(interfaces, type => Assert.Single(types, candidate =>
            candidate.Name == "Legacy" + type.Name[1..] && candidate.IsSealed && type.IsAssignableFrom(candidate)));
    }

    [Fact]
    public void Every_interface_method_ends_with_the_caller()
    {
        IEnumerable<MethodInfo> methods =
            Generated.GetTypes().Where(type => type.IsInterface).SelectMany(type => type.GetMethods());

        Assert.All(methods, method =>
        {
            ParameterInfo last = method.GetParameters()[^1];
            Assert.Equal("caller", last.Name);
            Assert.Equal("rustrt_task_block*", last.ParameterType.Name);
        });
    }

    [Fact]
    public unsafe void What_the_new_backend_serves_in_managed_code_is_exported_at_its_index()
    {
        Type exports = Generated.GetType("Rustrt.Compat.Backends.New.Exports", throwOnError: true)!;
        Type exportTable = Generated.GetType("Rustrt.Compat.Backends.New.ExportTable", throwOnError: true)!;
        nint[] table = new nint[190];
        fixed (nint* entries = table)
        {
            exportTable.GetMethod("Fill", BindingFlags.Static | BindingFlags.NonPublic)!
                .Invoke(null, [Pointer.Box(entries, typeof(nint*))]);
        }
        ApiSymbol[] exported = [.. Models.Rustrt.Symbols.Where(symbol => symbol.NewServes && !symbol.IsNative)];

        Assert.Equal(
            exported.Select(symbol => symbol.Name), Names(exports.GetMethods(BindingFlags.Static | BindingFlags.NonPublic)));
        Assert.Equal(
            exported.Select(symbol => symbol.Index), Enumerable.Range(0, 190).Where(index => table[index] != 0));
        Assert.Equal(exported.Length, table.Where(entry => entry != 0).Distinct().Count());
    }

    [Fact]
    public void The_router_s_list_and_version_script_have_each()
    {
        Assert.Equal(Specified, ListEntry().Matches(Read("router/router_symbols.g.h")).Select(match => match.Groups[1].Value));
        Assert.Equal(
            [.. Specified, "rustrt_router_host_bind", "rustrt_router_join"],
            ScriptEntry().Matches(Read("router/router.g.map")).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Coverage_lists_each()
    {
        using var coverage = JsonDocument.Parse(Read("coverage.g.json"));

        Assert.Equal(Specified, coverage.RootElement.GetProperty("symbols").EnumerateArray()
            .Select(symbol => symbol.GetProperty("name").GetString()));
    }

    private static IEnumerable<string> Names(IEnumerable<MethodInfo> methods) =>
        methods.Select(method => method.Name).Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Generated, file));

    [GeneratedRegex(@"^    X\(\d+, (\w+),", RegexOptions.Multiline)]
    private static partial Regex ListEntry();

    [GeneratedRegex(@"^    (\w+);", RegexOptions.Multiline)]
    private static partial Regex ScriptEntry();
}
