using System.Reflection;
using Rustrt.Federation;
using Rustrt.Federation.Logging;
using Rustrt.Federation.Pipes;

namespace Rustrt.Services;

/// <summary>A member, or a type, that is marked as a service.</summary>
/// <param name="Service">What it belongs to.</param>
/// <param name="Needs">What it needs.</param>
/// <param name="Name">As the reader writes it.</param>
/// <param name="ByContext">Whether it is of one of the types that <see cref="RuntimeService"/> gives out.</param>
internal sealed record MarkedMember(string Service, ServiceNeeds Needs, string Name, bool ByContext)
{
    private static readonly Dictionary<Type, string> s_byContext = new()
    {
        [typeof(GlobalServices)] = "Global", [typeof(KernelServices)] = "Kernel", [typeof(TaskServices)] = "Task",
    };

    /// <summary>All, in the order of their declarations.</summary>
    internal static List<MarkedMember> All() =>
        [.. new[] { typeof(Pipe), typeof(Federation.Federation), typeof(FederationLoggerProvider) }.SelectMany(type => type.Assembly.GetTypes()).SelectMany(Of).Distinct()];

    private static IEnumerable<MarkedMember> Of(Type type)
    {
        bool byContext = s_byContext.TryGetValue(type, out var name);
        name ??= type.Name.Split('`')[0];
        if (type.GetCustomAttribute<ServiceAttribute>() is { } whole) yield return new(whole.Name, whole.Needs, name, byContext);
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (member.GetCustomAttribute<ServiceAttribute>() is { } mark) yield return new(mark.Name, mark.Needs, $"{name}.{member.Name}", byContext);
        }
    }
}
