using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What the compiler makes async methods that return <see cref="GreenTask{TResult}"/> with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1000", Justification = Compiler)]
[SuppressMessage("Performance", "CA1822", Justification = Compiler)]
public struct GreenTaskMethodBuilder<TResult>
{
    private const string Compiler = "The compiler calls these members and prescribes their form.";

    private Frame<TResult>? _frame;

    /// <summary>The cold task.</summary>
    public readonly GreenTask<TResult> Task => new(_frame!);

    /// <summary>Makes a builder.</summary>
    public static GreenTaskMethodBuilder<TResult> Create() => default;

    /// <summary>The method has been called: nothing of it runs until it is awaited or spawned.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var frame = Frame<TStateMachine, TResult>.Rent();
        _frame = frame;
        frame.Begin(ref stateMachine);
    }

    /// <summary>The method has ended with a result.</summary>
    public readonly void SetResult(TResult result) => _frame!.Complete(result);

    /// <summary>The method has ended by an exception.</summary>
    public readonly void SetException(Exception exception) => _frame!.Fail(exception);

    /// <summary>Of no use: the frame holds the state machine.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => _ = stateMachine;

    /// <summary>The method awaits.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine =>
        FrameSuspension.Suspend(_frame!, ref awaiter);

    /// <summary>The method awaits.</summary>
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine =>
        FrameSuspension.SuspendUnsafe(_frame!, ref awaiter);
}
