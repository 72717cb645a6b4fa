// Scopes hang on the execution context. A task that has not got one of its own leaves what it sets there on its thread, where the next
// task finds it: so what is there is believed only in a task with a context of its own, and where no task runs.
using System.Text;
using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Logging;

/// <summary>The scopes around a call of the logger.</summary>
internal sealed class LogScopes(bool wanted)
{
    private IExternalScopeProvider _provider = new LoggerExternalScopeProvider();

    /// <summary>Who keeps them: a logger factory has one for all its providers.</summary>
    internal void KeptBy(IExternalScopeProvider provider) => _provider = provider;

    internal IDisposable? Begin<TState>(TState state)
        where TState : notnull => wanted ? _provider.Push(state) : null;

    /// <summary>Those that the calling code has; null if nobody wants to know, or they may be somebody else's.</summary>
    internal IExternalScopeProvider? Here => wanted && Scheduler.Current?.CurrentTask is null or { HasExecutionContext: true } ? _provider : null;

    /// <summary>As a part of a line; null if there are none.</summary>
    internal string? Text()
    {
        if (Here is not { } provider) return null;
        var text = new StringBuilder();
        provider.ForEachScope(static (scope, text) => text.Append(" => ").Append(scope), text);
        return text.Length == 0 ? null : text.ToString();
    }
}
