using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed;

/// <summary>
/// An OS thread that runs C# for one task: its body and later the drop glue of its environment, or another function that the task was
/// given. While it runs the task waits, and holds its turn; while the task makes a call, the thread waits.
/// </summary>
internal sealed unsafe class TaskThread
{
    [ThreadStatic]
    private static TaskThread? s_current;

    private static readonly ConcurrentDictionary<string, nint> s_addresses = new(StringComparer.Ordinal);

    private readonly TaskBlock* _block;

    private TaskThread(TaskBlock* block) => _block = block;

    /// <summary>Of the calling thread; null on all threads that run no body.</summary>
    public static TaskThread? Current => s_current;

    /// <summary>Starts a thread for a task that waits for one.</summary>
    public static void Start(TaskBlock* block)
    {
        var thread = new TaskThread(block);
        new Thread(thread.Run) { IsBackground = true, Name = $"rustrt task {block->Kind}" }.Start();
    }

    /// <summary>Calls a function in the task.</summary>
    /// <param name="function">Its name in the API.</param>
    /// <param name="onTaskStack">Whether on the task's own stack; otherwise on the C stack that it borrows.</param>
    /// <param name="arguments">As words; at most six.</param>
    /// <returns>Its first result word.</returns>
    /// <exception cref="TaskFailedException">The call failed the task.</exception>
    public ulong Call(string function, bool onTaskStack, ReadOnlySpan<ulong> arguments) =>
        Call(s_addresses.GetOrAdd(function, RustrtLibrary.Find), function, onTaskStack, arguments);

    /// <summary>The same with a function's address.</summary>
    public ulong Call(nint address, string function, bool onTaskStack, ReadOnlySpan<ulong> arguments)
    {
        _block->Function = address;
        _block->OnTaskStack = onTaskStack ? 1u : 0;
        arguments.CopyTo(new Span<ulong>(_block->Arguments, 6));
        TaskHelper.Call(_block);
        if (_block->Failed == 0) return _block->Result[0];
        _block->Failed = 0;
        throw new TaskFailedException(function);
    }

    /// <summary>The second result word of the last call.</summary>
    public ulong SecondResult => _block->Result[1];

    private void Run()
    {
        s_current = this;
        BodyKind kind = _block->Kind;
        if (kind is BodyKind.Body or BodyKind.Entry) TaskThreads.TellCostOnce(this);
        if (kind == BodyKind.Body)
        {
            TaskBody body = TaskBody.Of(_block->Token);
            body.Run(this);
            TaskHelper.Finish(_block);
            // The environment is dropped once the body's frames are gone, whatever ended it.
            TaskHelper.Await(_block);
            body.Drop(this);
            GCHandle.FromIntPtr(_block->Token).Free();
        }
        else
        {
            GivenFunctions.Run(kind, _block->Task, _block->Data);
        }
        TaskHelper.Finish(_block);
    }
}
