using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Analyzers.Tests;

/// <summary>The rules are complete, and described.</summary>
public sealed class RuleTests
{
    private static readonly DiagnosticDescriptor[] s_rules =
    [
        .. typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>(),
    ];

    [Fact]
    public void Everything_that_can_be_awaited_has_a_meaning()
    {
        var types = new[] { typeof(GreenTask).Assembly, typeof(Pipe).Assembly }.SelectMany(assembly => assembly.GetTypes()).ToList();
        var own = types.Where(type => type.GetMethod("GetAwaiter", BindingFlags.Instance | BindingFlags.Public) is not null && type.IsVisible);
        var extended = types.SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.Name == "GetAwaiter" && method.IsDefined(typeof(ExtensionAttribute))).Select(method => method.GetParameters()[0].ParameterType);
        Assert.Equal(own.Concat(extended).Select(type => type.FullName).Order(StringComparer.Ordinal), FederationTypes.Meanings.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_has_every_rule_with_its_severity()
    {
        string root = typeof(RuleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;
        string page = File.ReadAllText(Path.Combine(root, "docs/analyzers.md"));
        Assert.Equal(4, s_rules.Length);
        Assert.All(s_rules, rule => Assert.Contains($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |", page, StringComparison.Ordinal));
        Assert.All(s_rules, rule => Assert.Contains($"\n## {rule.Id}\n", page, StringComparison.Ordinal));
    }
}
