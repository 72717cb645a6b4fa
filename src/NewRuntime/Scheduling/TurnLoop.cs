// The loop over turns, compiled for the kind of task that a federation mostly runs.
//
// A native task leaves its stack by a jump, so that the processor mispredicts every return between one resume and the next: a
// frame less is 6 ns less per turn. A virtual call is such a frame. NativeAOT can do without it only while no other kind of
// task is part of the program at all; so whoever runs native tasks names them, and the loop asks for them first.
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>How to give a turn to tasks of one kind, without a virtual call. Tasks of any other kind may come by as well.</summary>
public interface ITaskKind
{
    /// <summary>As <see cref="TaskCell.RunTurn"/>, of that task. False: it is of another kind, and nothing has been done.</summary>
    /// <param name="task">Whose turn it is. Then: who left it, since tasks of a kind may hand their turns over.</param>
    /// <param name="scheduler">The scheduler that gives the turn.</param>
    /// <param name="turn">How the turn was left.</param>
    static abstract bool TryRunTurn(ref TaskCell task, Scheduler scheduler, out Turn turn);
}

/// <summary>The loop over turns.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class TurnLoop
{
    private TurnLoop()
    {
    }

    /// <summary>For tasks of any kind.</summary>
    public static TurnLoop ForAny { get; } = For<AnyKind>();

    /// <summary>For tasks that are mostly of one kind.</summary>
    /// <typeparam name="TKind">A struct, or the compiler would not make a loop of its own for it.</typeparam>
    public static TurnLoop For<TKind>()
        where TKind : struct, ITaskKind => new Compiled<TKind>();

    /// <summary>Gives a batch of turns. False: there is nothing more to run.</summary>
    internal abstract bool RunTurns(Scheduler scheduler);

    private sealed class Compiled<TKind> : TurnLoop
        where TKind : struct, ITaskKind
    {
        internal override bool RunTurns(Scheduler scheduler) => scheduler.RunTurns<TKind>();

        /// <inheritdoc/>
        public override string ToString() => $"turns for {typeof(TKind).Name}";
    }

    private readonly struct AnyKind : ITaskKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool TryRunTurn(ref TaskCell task, Scheduler scheduler, out Turn turn)
        {
            turn = task.RunTurn(scheduler);
            return true;
        }
    }
}
