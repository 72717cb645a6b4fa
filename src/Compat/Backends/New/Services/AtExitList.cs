using System.Diagnostics;

namespace Rustrt.Compat.Backends.New;

/// <summary>What became of a registration of an exit function.</summary>
internal enum AtExitRegistration
{
    /// <summary>It is on the list.</summary>
    Accepted,

    /// <summary>Refused: all registrations of a run name the same runner, and this one names another.</summary>
    AnotherRunner,

    /// <summary>Refused: the exit functions have been handed out already.</summary>
    TooLate,
}

/// <summary>
/// The exit functions of a run and the one runner that gets them all: addresses, with a meaning only to those who register.
/// </summary>
[DebuggerDisplay("{_functions.Count} functions, runner {_runner}")]
internal sealed class AtExitList
{
    private readonly Lock _lock = new();
    private readonly List<nint> _functions = [];
    private nint _runner;
    private bool _closed;

    /// <summary>Puts a function at the end of the list. A runner of 0 means none yet and gives way to the next one named.</summary>
    public AtExitRegistration Register(nint runner, nint function)
    {
        lock (_lock)
        {
            if (_closed) return AtExitRegistration.TooLate;
            if (_runner != 0 && runner != _runner) return AtExitRegistration.AnotherRunner;
            _runner = runner;
            _functions.Add(function);
            return AtExitRegistration.Accepted;
        }
    }

    /// <summary>The runner, or 0.</summary>
    public nint Runner
    {
        get { lock (_lock) return _runner; }
    }

    /// <summary>The functions in the order of registration.</summary>
    public nint[] Functions
    {
        get { lock (_lock) return [.. _functions]; }
    }

    /// <summary>Ends registration; true if there is something to run.</summary>
    public bool Close()
    {
        lock (_lock)
        {
            _closed = true;
            return _runner != 0;
        }
    }
}
