// The two queues of one io_uring, shared with the kernel.
//
//   submissions   we fill an entry, then move the tail (release); the kernel moves the head when it is told to (Enter)
//   completions   the kernel fills an entry and moves the tail; we read the tail (acquire), the entries, then move the head (release)
//
// Deferred task work (IORING_SETUP_DEFER_TASKRUN) would spare the thread some interruptions, but then a ring does not become readable
// for whoever polls its descriptor (Linux 6.18), and a poll that is taken back keeps its file open until the next wait.
using System.Runtime.InteropServices;
using static Rustrt.Federation.UringCalls;

namespace Rustrt.Federation;

/// <summary>The queues of an io_uring.</summary>
internal sealed unsafe class UringQueues
{
    private const uint Entries = 256;

    private readonly byte* _rings;
    private readonly nuint _ringsSize;
    private readonly Submission* _submissions;
    private readonly nuint _submissionsSize;
    private readonly uint* _submissionTail;
    private readonly uint* _completionHead;
    private readonly uint* _completionTail;
    private readonly Completion* _completions;
    private readonly uint _submissionMask, _completionMask;
    private uint _unsubmitted;

    private UringQueues(int descriptor, in Parameters p)
    {
        Descriptor = descriptor;
        _ringsSize = Math.Max(p.SubmissionArray + p.SubmissionEntries * sizeof(uint), p.Completions + p.CompletionEntries * (uint)sizeof(Completion));
        _submissionsSize = p.SubmissionEntries * (uint)sizeof(Submission);
        _rings = Map(descriptor, _ringsSize, OffsetOfRings);
        _submissions = (Submission*)Map(descriptor, _submissionsSize, OffsetOfEntries);
        _submissionTail = (uint*)(_rings + p.SubmissionTail);
        _completionHead = (uint*)(_rings + p.CompletionHead);
        _completionTail = (uint*)(_rings + p.CompletionTail);
        _completions = (Completion*)(_rings + p.Completions);
        _submissionMask = *(uint*)(_rings + p.SubmissionMask);
        _completionMask = *(uint*)(_rings + p.CompletionMask);

        // The kernel can be given entries in any order; they are used in that of the ring.
        var order = (uint*)(_rings + p.SubmissionArray);
        for (uint i = 0; i < p.SubmissionEntries; i++) order[i] = i;
    }

    /// <summary>The ring itself: readable while there are completions.</summary>
    internal int Descriptor { get; }

    /// <summary>Sets a ring up.</summary>
    /// <exception cref="EventLoopUnavailableException">The kernel, or the sandbox around the process, has none.</exception>
    internal static UringQueues Open()
    {
        var parameters = new Parameters { Flags = SetupClamp };
        int descriptor = Setup(Entries, &parameters);
        if (descriptor < 0) throw new EventLoopUnavailableException(Explain(-descriptor));
        const uint needed = FeatureSingleMap | FeatureExtendedArgument;
        if ((parameters.Features & needed) != needed)
        {
            _ = Close(descriptor);
            throw new EventLoopUnavailableException("io_uring of this kernel cannot limit a wait; Linux 5.11 or newer is needed.");
        }
        return new UringQueues(descriptor, parameters);
    }

    /// <summary>What an error of the set-up means.</summary>
    internal static string Explain(int error) => error switch
    {
        NoSuchCall => "This kernel has no io_uring (ENOSYS); Linux 5.11 or newer is needed.",
        NotPermitted => "io_uring is forbidden here (EPERM): by the sandbox of a container, or by the setting kernel.io_uring_disabled.",
        Invalid => "io_uring of this kernel is too old (EINVAL); Linux 5.11 or newer is needed.",
        _ => $"io_uring cannot be set up: {Marshal.GetPInvokeErrorMessage(error)}.",
    };

    /// <summary>Has the kernel say once when a descriptor is ready; an error counts as ready.</summary>
    internal void Poll(int descriptor, Readiness what, ulong id)
    {
        ref var entry = ref Next();
        entry.Operation = OpPollAdd;
        entry.Descriptor = descriptor;
        entry.PollEvents = UringEvents.Of(what);
        entry.UserData = id;
    }

    /// <summary>Takes a poll back. It completes in any case.</summary>
    internal void RemovePoll(ulong id, ulong ownId)
    {
        ref var entry = ref Next();
        entry.Operation = OpPollRemove;
        entry.Descriptor = -1;
        entry.Address = id;
        entry.UserData = ownId;
    }

    /// <summary>Tells the kernel what has been asked for so far.</summary>
    internal void Submit()
    {
        while (_unsubmitted > 0)
        {
            int submitted = Enter(Descriptor, _unsubmitted, 0, 0, null);
            if (submitted < 0 && !IsPassing(-submitted)) throw Failed(-submitted);
            if (submitted > 0) _unsubmitted -= (uint)submitted;
        }
    }

    /// <summary>As <see cref="Submit"/>; then waits for a completion. May return early.</summary>
    internal void SubmitAndWait(TimeSpan limit)
    {
        var time = new TimeSpec(limit);
        var argument = new WaitArgument { Time = limit == Timeout.InfiniteTimeSpan ? null : &time };
        int submitted = Enter(Descriptor, _unsubmitted, limit == TimeSpan.Zero ? 0u : 1, EnterGetEvents | EnterExtendedArgument, &argument);
        if (submitted < 0 && !IsPassing(-submitted)) throw Failed(-submitted);
        if (submitted > 0) _unsubmitted -= (uint)submitted;
    }

    /// <summary>Takes a completion.</summary>
    internal bool TryTake(out ulong id, out int result)
    {
        uint head = *_completionHead;
        bool any = head != Volatile.Read(ref *_completionTail);
        var completion = any ? _completions[head & _completionMask] : default;
        if (any) Volatile.Write(ref *_completionHead, head + 1);
        id = completion.UserData;
        result = completion.Result;
        return any;
    }

    /// <summary>Gives everything back; what the kernel still watches is forgotten.</summary>
    internal void Dispose()
    {
        _ = Unmap((byte*)_submissions, _submissionsSize);
        _ = Unmap(_rings, _ringsSize);
        _ = Close(Descriptor);
    }

    private ref Submission Next()
    {
        if (_unsubmitted > _submissionMask) Submit();
        uint tail = *_submissionTail;
        ref var entry = ref _submissions[tail & _submissionMask];
        entry = default;
        Volatile.Write(ref *_submissionTail, tail + 1); // filled in later, but the kernel looks only when it is told to
        _unsubmitted++;
        return ref entry;
    }

    // A wait that ended by its time or a signal, or completions that have to be taken first.
    private static bool IsPassing(int error) => error is TimeIsUp or Interrupted or Again or Busy;

    private static InvalidOperationException Failed(int error) =>
        new($"io_uring_enter failed: {Marshal.GetPInvokeErrorMessage(error)}");
}
