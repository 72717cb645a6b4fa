namespace Rustrt.Federation;

/// <summary>
/// Batches of free frames of one async method that any thread may take. What has not been needed between two full collections
/// is given to the collector, half at a time: a burst of tasks does not take its memory for ever.
/// </summary>
internal static class FrameShelf<TFrame>
    where TFrame : TaskCell
{
    private static readonly Lock s_lock = new();
    private static TaskCell?[] s_batches = new TaskCell?[8];
    private static int s_count;
    private static int s_fewest; // since the last full collection
    private static bool s_watching;

    internal static TaskCell? Take()
    {
        lock (s_lock)
        {
            if (s_count == 0) return null;
            var batch = s_batches[--s_count];
            s_batches[s_count] = null;
            s_fewest = Math.Min(s_fewest, s_count);
            return batch;
        }
    }

    internal static void Put(TaskCell batch)
    {
        lock (s_lock)
        {
            if (s_count == s_batches.Length) Array.Resize(ref s_batches, s_count * 2);
            s_batches[s_count++] = batch;
            if (s_watching) return;
            s_watching = true;
        }
        FullCollections.AfterEach(Trim);
    }

    private static void Trim()
    {
        lock (s_lock)
        {
            int kept = s_count - (s_fewest + 1) / 2;
            Array.Clear(s_batches, kept, s_count - kept);
            s_count = s_fewest = kept;
        }
    }
}
