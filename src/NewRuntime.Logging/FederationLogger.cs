using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Rustrt.Federation.Logging;

/// <summary>The logger of one category.</summary>
internal sealed class FederationLogger(FederationLoggerProvider provider, string category, LogLevel lowest) : ILogger
{
    // The levels that are on, as one range that begins with the lowest: so that off is one comparison. None is not in it.
    private readonly uint _levels = (uint)Math.Max(0, LogLevel.None - lowest);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => provider.Scopes.Begin(state);

    public bool IsEnabled(LogLevel logLevel) => (uint)(logLevel - lowest) < _levels;

    // What is off must cost next to nothing, and a method that has a record among its variables clears it when it begins.
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Hand(logLevel, eventId, state, exception, formatter);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Hand<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        provider.Hand(provider.RecordOf(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter)));
    }
}
