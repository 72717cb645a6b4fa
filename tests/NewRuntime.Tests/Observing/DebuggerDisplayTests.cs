using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Rustrt.Federation.Tests.Observing;

public sealed class DebuggerDisplayTests
{
    private static readonly Assembly[] s_assemblies = [typeof(Federation).Assembly, typeof(Rustrt.Federation.Pipes.Pipe).Assembly];

    // What lives for one await only is not looked at by anybody; what a debugger shows of these kinds by itself is enough.
    private static bool NeedsOne(Type type) =>
        !type.IsInterface && !type.IsEnum && !(type.IsAbstract && type.IsSealed)
        && !typeof(Exception).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type)
        && !type.GetInterfaces().Any(face => face.Name.EndsWith("NotifyCompletion", StringComparison.Ordinal))
        && !type.Name.Contains("Builder", StringComparison.Ordinal) && !type.Name.Contains("Enumerator", StringComparison.Ordinal);

    [Fact]
    public void Every_public_type_says_in_a_debugger_what_it_is()
    {
        string[] silent = [.. s_assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(NeedsOne)
            .Where(type => !type.IsDefined(typeof(DebuggerDisplayAttribute))
                && type.GetMethod("ToString", Type.EmptyTypes)!.DeclaringType is { } declarer
                && (declarer == typeof(object) || declarer == typeof(ValueType)))
            .Select(type => type.FullName!)];
        Assert.True(silent.Length == 0, string.Join(", ", silent));
    }

    [Fact]
    public void What_it_shows_is_there()
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var shown = s_assemblies.SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Type: type, Display: type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: false)))
            .Where(entry => entry.Display is not null)
            .SelectMany(entry => Regex.Matches(entry.Display!.Value, @"\{(\w+)").Select(match => (entry.Type, Name: match.Groups[1].Value)))
            .Where(entry => entry.Name != "typeof")
            .ToArray();
        Assert.NotEmpty(shown);
        Assert.All(shown, entry => Assert.True(entry.Type.GetMember(entry.Name, All).Length > 0, $"{entry.Type}.{entry.Name}"));
    }

    [Fact]
    public void Calls_and_handles_tell_their_state() => GreenRun.ToEnd(1, async () =>
    {
        var call = Nothing();
        Assert.Equal("call of Nothing, not begun", DisplayOf(call));
        var handle = GreenTask.Spawn(call);
        Assert.Equal("call, awaited or spawned already", DisplayOf(call));
        Assert.Equal("task Nothing, not ended", DisplayOf(handle));
        await handle.Wait(Timeout.InfiniteTimeSpan);
        Assert.Equal("task Nothing, ended", DisplayOf(handle));
        await handle;
        Assert.Equal("task, joined or detached already", DisplayOf(handle));
        Assert.Equal("no call", DisplayOf(default(GreenTask<int>)));
        Assert.Equal("no task", DisplayOf(default(JoinHandle<int>)));
    });

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private static object? DisplayOf(object value) =>
        value.GetType().GetProperty("Display", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(value);
}
