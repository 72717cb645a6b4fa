using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Logging;

/// <summary>What was logged. Holds the message, not the state it was made of: callers use that again.</summary>
internal readonly struct LogRecord(LogLevel level, string category, string message, Exception? exception)
{
    private readonly DateTime _time = DateTime.UtcNow;
    private readonly Scheduler? _scheduler = Scheduler.Current;

    /// <summary>One line, and the exception below it.</summary>
    internal void WriteTo(TextWriter output)
    {
        output.Write(_time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        output.Write(' ');
        output.Write(NameOf(level));
        output.Write(' ');
        output.Write(category);
        if (_scheduler is not null)
        {
            output.Write(" [");
            output.Write(_scheduler);
            output.Write(']');
        }
        output.Write(": ");
        output.WriteLine(message);
        if (exception is not null) output.WriteLine(exception);
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        LogLevel.Debug => "debug",
        _ => "trace",
    };
}
