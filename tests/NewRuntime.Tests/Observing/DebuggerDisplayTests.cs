using System.Diagnostics;
using System.Reflection;

namespace Rustrt.Federation.Tests.Observing;

public sealed class DebuggerDisplayTests
{
    // What lives for one await only is not looked at by anybody; what a debugger shows of these kinds by itself is enough.
    private static bool NeedsOne(Type type) =>
        !type.IsInterface && !type.IsEnum && !(type.IsAbstract && type.IsSealed)
        && !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type)
        && !type.GetInterfaces().Any(face => face.Name.EndsWith("NotifyCompletion", StringComparison.Ordinal))
        && !type.Name.Contains("Builder", StringComparison.Ordinal) && !type.Name.Contains("Enumerator", StringComparison.Ordinal)
        && !type.FullName!.Contains("EventLoops", StringComparison.Ordinal);

    [Fact]
    public void Every_public_type_says_in_a_debugger_what_it_is()
    {
        string[] silent = [.. typeof(Federation).Assembly.GetExportedTypes()
            .Where(NeedsOne)
            .Where(type => type.GetCustomAttribute<DebuggerDisplayAttribute>() is null
                && type.GetMethod("ToString", Type.EmptyTypes)!.DeclaringType is { } declarer
                && (declarer == typeof(object) || declarer == typeof(ValueType)))
            .Select(type => type.FullName!)];
        Assert.Equal("", string.Join(", ", silent));
    }
}
