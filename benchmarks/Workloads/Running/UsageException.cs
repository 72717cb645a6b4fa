namespace Rustrt.Federation.Workloads.Running;

/// <summary>The command line is wrong; the message says where and what would be valid.</summary>
internal sealed class UsageException(string message) : Exception(message);
