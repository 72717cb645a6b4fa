namespace Rustrt.Federation;

/// <summary>
/// Batches of free frames of one async method that any thread may take. What has not been needed between two full collections
/// is given to the collector, half at a time: a burst of tasks does not take its memory for ever.
/// </summary>
internal sealed class FrameShelf
{
    private readonly Lock _lock = new();
    private TaskCell?[] _batches = new TaskCell?[8];
    private int _count;
    private int _fewest; // since the last full collection
    private bool _watching;

    internal TaskCell? Take()
    {
        lock (_lock)
        {
            if (_count == 0) return null;
            var batch = _batches[--_count];
            _batches[_count] = null;
            _fewest = Math.Min(_fewest, _count);
            return batch;
        }
    }

    internal void Put(TaskCell batch)
    {
        lock (_lock)
        {
            if (_count == _batches.Length) Array.Resize(ref _batches, _count * 2);
            _batches[_count++] = batch;
            if (_watching) return;
            _watching = true;
        }
        FullCollections.AfterEach(Trim);
    }

    private void Trim()
    {
        lock (_lock)
        {
            int kept = _count - (_fewest + 1) / 2;
            for (int i = kept; i < _count; i++) GiveUp(_batches[i]);
            Array.Clear(_batches, kept, _count - kept);
            _count = _fewest = kept;
        }
    }

    /// <summary>Free frames that nobody will take again, linked: lists may let go of them.</summary>
    internal static void GiveUp(TaskCell? first)
    {
        int count = 0;
        for (; first is not null; first = first.Next, count++) first.ListedIn = 0;
        FrameList.GivenUp(count);
    }
}
