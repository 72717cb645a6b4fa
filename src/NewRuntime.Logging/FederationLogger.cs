using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Logging;

/// <summary>The logger of one category. There are no scopes: they hang on the execution context, which green tasks do not carry.</summary>
internal sealed class FederationLogger(FederationLoggerProvider provider, string category, LogLevel lowest) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        ArgumentNullException.ThrowIfNull(formatter);
        provider.Hand(new LogRecord(logLevel, category, formatter(state, exception), exception));
    }
}
