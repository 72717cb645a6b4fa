using System.Runtime.InteropServices;
using System.Text;

namespace Rustrt.Bindgen.Runtime.Facade;

/// <summary>
/// Counts and tells the calls of one service. It stands before a service only if somebody wants that, so that calls of the others
/// cost nothing.
/// </summary>
public sealed class ServiceCalls
{
    private readonly string _name;
    private readonly int _output;
    private long _count;

    /// <param name="library">Name for the lines of the trace: "zlib".</param>
    /// <param name="traceOutput">File descriptor of the trace; -1: not traced.</param>
    internal ServiceCalls(string library, int traceOutput) => (_name, _output) = (library, traceOutput);

    /// <summary>Whether calls are told; if not, nobody needs to put their values into words.</summary>
    public bool IsTraced => _output >= 0;

    internal long Counted => Interlocked.Read(ref _count);

    /// <summary>One call more.</summary>
    public void Count() => Interlocked.Increment(ref _count);

    /// <summary>Tells a call or its result, as one line that does not mix with those of other threads.</summary>
    /// <remarks>errno stays: the caller may be about to read what the service left there.</remarks>
    public void Trace(string text)
    {
        int callerError = Marshal.GetLastSystemError();
        LibC.Write(_output, Encoding.UTF8.GetBytes($"{_name}-trace: [{LibC.ThreadId()}] {text}\n"));
        Marshal.SetLastSystemError(callerError);
    }
}
