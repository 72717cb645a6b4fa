namespace Rustrt.Federation;

/// <summary>An event loop cannot be had on this machine; the message says what to install.</summary>
public sealed class EventLoopUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
