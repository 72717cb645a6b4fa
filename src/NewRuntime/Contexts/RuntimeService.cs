// What code can ask of the runtime, by the context that it runs in. Each context has a type, which offers what is valid there and
// nothing else; whoever has a value of that type need not ask again:
//
//   GlobalServices    everywhere, always
//   KernelServices    needs a federation; may be kept and handed to any thread, as the federation may
//   TaskServices      needs a task; a ref struct, so that the compiler keeps it from outliving the turn or changing the thread
//
// The services themselves are where they have always been (GreenTask, Federation, Pipe); these types only pass calls on. Code
// that works in more than one context asks RuntimeService.Current and takes the best that it gets.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>The services of the runtime that the calling code can reach.</summary>
[DebuggerDisplay("{Context}")]
public readonly ref struct RuntimeService
{
    private readonly Federation? _federation;
    private readonly Frame? _task;

    private RuntimeService(Federation? federation, Frame? task) => (_federation, _task) = (federation, task);

    /// <summary>What is there in every context.</summary>
    public static GlobalServices Global => default;

    /// <summary>What the calling code can reach. It is true of this turn of this thread, and cannot be kept longer.</summary>
    public static RuntimeService Current =>
        Scheduler.Current is { } scheduler ? new(scheduler.Group.Federation, scheduler.CurrentTask) : new(Federation.OfBlockingThread, null);

    /// <summary>The services of a federation, for code that knows it though it runs elsewhere.</summary>
    public static KernelServices Of(Federation federation)
    {
        ArgumentNullException.ThrowIfNull(federation);
        return new KernelServices(federation);
    }

    /// <summary>The context that the code runs in.</summary>
    public RuntimeContext Context =>
        _task is not null ? RuntimeContext.Task : _federation is not null ? RuntimeContext.Kernel : RuntimeContext.Global;

    /// <summary>The services of the federation that the calling thread belongs to.</summary>
    /// <exception cref="OutsideException">It belongs to none.</exception>
    public KernelServices Kernel => TryKernel(out var services) ? services : throw OutsideException.NeedsFederation("RuntimeService.Kernel");

    /// <summary>The services of the running task.</summary>
    /// <exception cref="OutsideException">No task runs here.</exception>
    public TaskServices Task => TryTask(out var services) ? services : throw OutsideException.NeedsTask("RuntimeService.Task");

    /// <summary>The services of the federation that the calling thread belongs to, if it belongs to one.</summary>
    public bool TryKernel(out KernelServices services)
    {
        services = _federation is not null ? new KernelServices(_federation) : default;
        return _federation is not null;
    }

    /// <summary>The services of the running task, if one runs.</summary>
    public bool TryTask(out TaskServices services)
    {
        services = _task is not null ? new TaskServices(_task) : default;
        return _task is not null;
    }
}
