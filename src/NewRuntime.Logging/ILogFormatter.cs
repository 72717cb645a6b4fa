using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Rustrt.Federation.Logging;

/// <summary>Makes the text of a record, in place of the provider's own line.</summary>
public interface ILogFormatter
{
    /// <summary>
    /// Writes a record with its line end. Called by whoever logs, on its thread, while the state is as it was logged; the text is
    /// what goes through the pipe. Several threads may call at the same time.
    /// </summary>
    /// <param name="entry">Level, category, event, state, exception.</param>
    /// <param name="scopes">The scopes around the call; null if they are not wanted, or not known where it is made
    /// (<see cref="FederationLoggerOptions.IncludeScopes"/>).</param>
    /// <param name="text">Where to.</param>
    /// <typeparam name="TState">Type of the state; often a list of names and values.</typeparam>
    void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter text);
}
