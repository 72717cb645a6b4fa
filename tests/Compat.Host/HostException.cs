namespace Rustrt.Compat.Host;

/// <summary>Why nothing could be run, in one line.</summary>
internal sealed class HostException(string message) : Exception(message);
