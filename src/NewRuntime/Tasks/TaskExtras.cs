namespace Rustrt.Federation;

/// <summary>What few tasks have: kept apart, so that a parked task stays small.</summary>
internal sealed class TaskExtras
{
    /// <summary>What ended the task or the method.</summary>
    internal Exception? Failure;

    /// <summary>Its name for diagnostics.</summary>
    internal string? Name;
}
