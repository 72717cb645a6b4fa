// A turn that blocks its thread in a wait of .NET. Most waits are short, for a lock that somebody is about to release: so the
// first moments go by unnoticed. What lasts longer is looked at once, from inside, since no other thread could read this one's
// stack; the stall detector tells of it.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>Waits in a turn, and says meanwhile what it waits in.</summary>
internal static class BlockedTurn
{
    private const int ShortMilliseconds = 5;

    /// <summary>Waits.</summary>
    /// <param name="scheduler">The scheduler of the calling thread.</param>
    /// <param name="wait">The wait, by its limit in milliseconds.</param>
    /// <param name="limit">How long; <see cref="Timeout.Infinite"/> for ever.</param>
    internal static int Wait(Scheduler scheduler, Func<int, int> wait, int limit)
    {
        bool isShort = limit is >= 0 and <= ShortMilliseconds;
        int result = wait(isShort ? limit : ShortMilliseconds);
        if (isShort || result != WaitHandle.WaitTimeout) return result;
        string? outer = scheduler.BlockedIn;
        scheduler.BlockedIn = Where(new StackTrace(fNeedFileInfo: true));
        try
        {
            return wait(limit < 0 ? limit : limit - ShortMilliseconds);
        }
        finally
        {
            scheduler.BlockedIn = outer;
        }
    }

    // The last call into .NET, and who made it.
    private static string Where(StackTrace stack)
    {
        string called = "a wait";
        bool isOutside = false;
        foreach (var frame in stack.GetFrames())
        {
            if (DiagnosticMethodInfo.Create(frame) is not { } method) continue;
            if (method.DeclaringAssemblyName.StartsWith("System.", StringComparison.Ordinal))
            {
                called = NameOf(method);
                isOutside = true;
            }
            else if (isOutside)
            {
                return frame.GetFileName() is { } file ? $"{called} at {Path.GetFileName(file)}:{frame.GetFileLineNumber()}" : $"{called} called by {NameOf(method)}";
            }
        }
        return called;
    }

    private static string NameOf(DiagnosticMethodInfo method)
    {
        string type = method.DeclaringTypeName ?? "";
        type = type[(type.LastIndexOf('.') + 1)..].Split('`')[0];
        return $"{type}.{(method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name[4..] : method.Name)}";
    }
}
