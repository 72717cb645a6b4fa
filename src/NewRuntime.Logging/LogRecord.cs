using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Logging;

/// <summary>What was logged. Holds the message, not the state it was made of: callers use that again.</summary>
internal readonly struct LogRecord
{
    private readonly DateTime _time;
    private readonly LogLevel _level;
    private readonly int _event;
    private readonly string? _category; // null: the message is all there is
    private readonly string _message;
    private readonly string? _scopes;
    private readonly Exception? _exception;
    private readonly Scheduler? _scheduler;

    /// <summary>A record whose line is made when it is written.</summary>
    internal LogRecord(LogLevel level, string category, int eventId, string message, string? scopes, Exception? exception)
    {
        _time = DateTime.UtcNow;
        _level = level;
        _category = category;
        _event = eventId;
        _message = message;
        _scopes = scopes;
        _exception = exception;
        _scheduler = Scheduler.Current;
    }

    /// <summary>A record that somebody else has made a text of.</summary>
    internal LogRecord(string text) => _message = text;

    /// <summary>One line, and the exception below it.</summary>
    internal void WriteTo(TextWriter output)
    {
        if (_category is null)
        {
            output.Write(_message);
            return;
        }
        output.Write(_time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        output.Write(' ');
        output.Write(NameOf(_level));
        output.Write(' ');
        output.Write(_category);
        if (_event != 0) output.Write(string.Create(CultureInfo.InvariantCulture, $"[{_event}]"));
        if (_scheduler is not null)
        {
            output.Write(" [");
            output.Write(_scheduler);
            output.Write(']');
        }
        if (_scopes is not null) output.Write(_scopes);
        output.Write(": ");
        output.WriteLine(_message);
        if (_exception is not null) output.WriteLine(_exception);
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
