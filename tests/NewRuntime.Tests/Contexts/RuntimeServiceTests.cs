using System.Reflection;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Contexts;

public sealed class RuntimeServiceTests
{
    public static TheoryData<int> Contexts => ServiceContextTests.Contexts;

    [Theory]
    [MemberData(nameof(Contexts))]
    public void It_says_in_which_context_code_runs_and_gives_what_is_there(int number)
    {
        var context = ProbedContext.All[number];
        RuntimeContext? told = null;
        bool kernel = false, task = false;
        void Ask()
        {
            var current = RuntimeService.Current;
            told = current.Context;
            kernel = current.TryKernel(out var kernelServices) && kernelServices.Federation is not null;
            task = current.TryTask(out var taskServices) && taskServices.Name.Length > 0;
        }
        context.Run(async GreenTask () =>
        {
            await GreenTask.Yield();
            Ask();
        }, Ask);
        Assert.Equal((context.Context, context.Context != RuntimeContext.Global, context.Context == RuntimeContext.Task), (told, kernel, task));
    }

    [Fact]
    public void A_thread_is_told_that_it_has_neither_a_federation_nor_a_task()
    {
        var kernel = Assert.Throws<OutsideException>(() => RuntimeService.Current.Kernel.Federation);
        Assert.Equal(
            "RuntimeService.Kernel needs a federation, and this is a thread that runs no scheduler. Elsewhere, ask the Federation object that you have: RuntimeService.Of.",
            kernel.Message);
        var task = Assert.Throws<OutsideException>(() => RuntimeService.Current.Task.Name);
        Assert.Equal(
            "RuntimeService.Task needs a green task, and this is a thread that runs no scheduler. A thread starts one by SchedulerGroup.Spawn or Federation.Run.",
            task.Message);
    }

    [Fact]
    public void Services_of_nothing_are_told()
    {
        Assert.Equal("default(KernelServices)", Assert.Throws<OutsideException>(() => default(KernelServices).MainGroup).Service);
        Assert.Equal("default(TaskServices)", Assert.Throws<OutsideException>(() => default(TaskServices).Group).Service);
    }

    [Fact]
    public void The_message_to_a_task_names_it_and_its_scheduler() => GreenRun.ToEnd(1, static async () =>
    {
        var (_, rx) = Pipe.Stream<int>();
        var e = Assert.Throws<OutsideException>(() => rx.ReceiveBlocking());
        Assert.Matches(@"^Receiver\.ReceiveBlocking needs a thread that may block, and this is task \S+.* on scheduler 2\.0\. It would stand still", e.Message);
        await GreenTask.Yield();
    });

    [Fact]
    public async Task A_cold_call_that_an_ordinary_method_awaits_does_not_begin_and_is_told_there()
    {
        bool began = false;
        async GreenTask Call()
        {
            began = true;
            await GreenTask.Yield();
        }
#pragma warning disable FED004 // what the compiler refuses is refused at run time, too
        var e = await Assert.ThrowsAsync<OutsideException>(async () => await Call());
#pragma warning restore FED004
        Assert.Contains("needs an async method that returns GreenTask", e.Message, StringComparison.Ordinal);
        Assert.False(began);
    }

    [Fact]
    public void The_compiler_keeps_task_services_in_their_turn_and_on_their_thread()
    {
        // No field, no lambda, no generic argument, nothing over an await.
        Assert.True(typeof(TaskServices).IsByRefLike);
        Assert.True(typeof(RuntimeService).IsByRefLike);
        Assert.False(typeof(KernelServices).IsByRefLike);
    }

    [Theory]
    [InlineData(typeof(GlobalServices), "Nothing")]
    [InlineData(typeof(KernelServices), "Federation")]
    [InlineData(typeof(TaskServices), "Task")]
    public void A_context_offers_what_it_has_and_nothing_else(Type type, string needs)
    {
        var marks = type.GetMembers().Select(member => member.GetCustomAttribute<ServiceAttribute>()).OfType<ServiceAttribute>().ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal(needs, mark.Needs.ToString()));
    }

    [Fact]
    public void Its_services_are_those_of_the_runtime() => GreenRun.ToEnd(2, static async () =>
    {
        var federation = RuntimeService.Current.Kernel.Federation;
        var local = new TaskLocal<int>();
        RuntimeService.Current.Task.Set(local, 5);
        Assert.Equal(5, local.Value);
        Assert.Equal(5, RuntimeService.Current.Task.Get(local));
        Assert.Same(Scheduler.Current!.Group, RuntimeService.Current.Task.Group);
        Assert.Equal(WaitStatus.Completed, await RuntimeService.Current.Task.Sleep(TimeSpan.FromMilliseconds(1)));
        await RuntimeService.Current.Task.Yield();
        Assert.Equal(7, await RuntimeService.Global.RunBlocking(() => RuntimeService.Current.Kernel.Federation == federation ? 7 : 0));

        RuntimeService.Global.Allocate<int>().Dispose();
        Assert.Same(Rustrt.Federation.Memory.LocalHeap.Current, RuntimeService.Current.Task.LocalHeap);

        var (tx, rx) = RuntimeService.Global.Bounded<RuntimeContext>(1);
        await RuntimeService.Current.Task.Spawn(Send(tx), tx);
        Assert.Equal(RuntimeContext.Task, (await rx.Receive()).Value);

        var kernel = RuntimeService.Of(federation);
        Assert.Same(federation.MainGroup, kernel.MainGroup);
        Assert.Same(kernel.GetOrMake(() => new object()), federation.Globals.GetOrMake(() => new object()));
        await kernel.Spawn(Quiet());
        kernel.SpawnWeak(GreenRun.UntilCancelled()).Detach(); // does not keep the federation
        var linked = RuntimeService.Current.Task.SpawnSupervised(GreenRun.UntilCancelled());
        linked.Cancel();
        Assert.Equal(OutcomeKind.Cancelled, (await linked.Try()).Kind);
    });

    private static async GreenTask Send(Sender<RuntimeContext> to)
    {
        await GreenTask.Yield();
        await to.Send(RuntimeService.Current.Context);
    }

    private static async GreenTask Quiet() => await GreenTask.Yield();
}
