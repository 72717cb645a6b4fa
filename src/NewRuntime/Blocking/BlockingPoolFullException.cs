namespace Rustrt.Federation;

/// <summary>More calls block at the same time than the federation has threads for, and too many more wait for one.</summary>
public sealed class BlockingPoolFullException : InvalidOperationException
{
    internal BlockingPoolFullException(int threads, int queued)
        : base($"All {threads} threads for blocking calls are busy and {queued} more calls wait for one. Either the calls take too long, "
            + $"or there are too many: wait for some before making others, or raise {nameof(FederationOptions)}."
            + $"{nameof(FederationOptions.BlockingThreads)} or {nameof(FederationOptions.BlockingQueueLength)}.")
    {
    }
}
