namespace Rustrt.Bindgen;

/// <summary>The request itself is wrong: a file that is not there, a folder that cannot be written.</summary>
public sealed class UsageException(string message) : Exception(message);

/// <summary>The inputs cannot be turned into a model; every reason found is listed, not only the first.</summary>
public sealed class InputException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join('\n', diagnostics))
{
    public InputException(SourcePlace place, string message)
        : this([new Diagnostic(place, message)])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}

/// <summary>libclang, or a part of it, is not installed.</summary>
public sealed class ClangUnavailableException(string message) : Exception(message);
