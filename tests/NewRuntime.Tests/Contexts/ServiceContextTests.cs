using System.Reflection;
using Rustrt.Federation.Logging;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Contexts;

/// <summary>Every service, from every context: it works where its mark says so, and is refused by one clear exception elsewhere.</summary>
public sealed class ServiceContextTests
{
    // What no table can call.
    private static readonly string[] s_testedElsewhere =
    [
        "Federation.ShutdownAsync", // ShutdownTests: it ends the federation that the others need
        "ForeignScheduler.Turn", // ForeignSchedulerTests: it is of one thread, where only a turn of its own can be in the way
    ];

    private static readonly Assembly[] s_assemblies = [typeof(Pipe).Assembly, typeof(Federation).Assembly, typeof(FederationLoggerProvider).Assembly];

    // The types that offer services by context only pass calls on; RuntimeServiceTests is about them.
    private static readonly Type[] s_byContext = [typeof(GlobalServices), typeof(KernelServices), typeof(TaskServices)];

    public static TheoryData<int> Contexts => [.. Enumerable.Range(0, ProbedContext.All.Length)];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_service_is_there_or_says_what_it_needs(int number)
    {
        var context = ProbedContext.All[number];
        var needs = Marks().ToLookup(mark => mark.Member, mark => mark.Needs);
        var (stop, stopped) = Pipe.OneShot<int>();
        stop.Release();
        stopped.Release();
        var beside = new Federation(new FederationOptions { MainSchedulers = 1 });
        beside.MainGroup.Spawn(WaitFor(stopped)).Detach();
        var thread = new Thread(() => beside.Run());
        thread.Start();
        var wrong = new List<string>();
        foreach (var service in ServiceProbes.All(beside))
        {
            bool refuses = needs[service.Member].Any(context.Lacks.Contains);
            var told = Record.Exception(() => context.Run(service.Inside, () => service.Outside().GetAwaiter().GetResult()));
            if (refuses ? !IsClear(told) : told is not null) wrong.Add($"{service.Member}: {(refuses ? "not refused" : "refused")}, but {told?.ToString() ?? "done"}");
        }
        stop.Send(0);
        thread.Join();
        Assert.True(wrong.Count == 0, $"In {context}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_service_has_a_probe()
    {
        Assert.Equal([], Marks().Select(mark => mark.Member).Except(Probed()).Except(s_testedElsewhere));
        Assert.Equal([], Probed().Except(Marks().Select(mark => mark.Member)));
    }

    [Fact]
    public void Every_entry_point_of_tasks_and_pipes_is_a_service()
    {
        Type[] types = [typeof(GreenTask), typeof(GreenTask<>), typeof(JoinHandle), typeof(JoinHandle<>), typeof(Pipe), typeof(PipeWaits), typeof(PipeStreams), typeof(Descriptor), typeof(TaskLocal<>), .. s_byContext];
        string[] values = ["TaskServices.Name", "TaskServices.Kernel", "KernelServices.Federation", "JoinHandle.Id"]; // who it is, not what it does
        var all = types.SelectMany(type => Members(type).Where(member => Mark(type) is null && Mark(member) is null).Select(member => $"{NameOf(type)}.{member.Name}"));
        Assert.Equal([], all.Distinct().Except(values));
    }

    private static bool IsClear(Exception? told) =>
        told is OutsideException outside
        && outside.Message.StartsWith($"{outside.Service} needs {outside.Needs}, and this is ", StringComparison.Ordinal)
        && outside.Service.Length > 0 && outside.Needs.Length > 0;

    private static async GreenTask WaitFor(OneShotReceiver<int> stopped) => await stopped.Receive();

    private static IEnumerable<string> Probed() => ServiceProbes.All(s_none).Select(service => service.Member);

    // Not run: the probes only hold on to it.
    private static readonly Federation s_none = new(new FederationOptions { MainOnCallersThread = true, MainSchedulers = 1 });

    private static IEnumerable<(string Member, ServiceNeeds Needs)> Marks() => s_assemblies.SelectMany(assembly => assembly.GetTypes()).Except(s_byContext)
        .SelectMany(type => Members(type).Select(member => (Type: type, Member: member, Mark: Mark(member))).Where(found => found.Mark is not null)
            .Select(found => ($"{NameOf(found.Type)}.{found.Member.Name}", found.Mark!.Needs))
            .Concat(Mark(type) is { } whole ? MembersOf(type, whole) : []))
        .Distinct();

    // A type whose services need nothing, or that asks for its context in one place, is one; the members of PipeWaits are services each.
    private static IEnumerable<(string Member, ServiceNeeds Needs)> MembersOf(Type type, ServiceAttribute mark) =>
        type == typeof(PipeWaits) ? Members(type).Select(member => ($"PipeWaits.{member.Name}", mark.Needs)) : [(NameOf(type), mark.Needs)];

    private static IEnumerable<MemberInfo> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false });

    private static ServiceAttribute? Mark(MemberInfo member) => member.GetCustomAttribute<ServiceAttribute>();

    private static string NameOf(Type type) => type.Name.Split('`')[0];
}
