namespace Rustrt.Federation;

/// <summary>What a service needs of the place that it is asked for from.</summary>
internal enum ServiceNeeds
{
    /// <summary>Nothing: any thread, in a task or not.</summary>
    Nothing,

    /// <summary>A thread that runs no scheduler, since it blocks.</summary>
    OwnThread,

    /// <summary>A federation, known by an object or by the thread.</summary>
    Federation,

    /// <summary>A scheduler's thread, in a task or in ordinary code that a task has called.</summary>
    Scheduler,

    /// <summary>A task.</summary>
    Task,
}

/// <summary>
/// Marks an entry point of a service; on a type, all its public members. The table in docs/services.md is made of these marks, and a
/// test calls what they are on from every context.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method | AttributeTargets.Property)]
internal sealed class ServiceAttribute(string name, ServiceNeeds needs) : Attribute
{
    /// <summary>The service.</summary>
    internal string Name { get; } = name;

    /// <summary>What it needs.</summary>
    internal ServiceNeeds Needs { get; } = needs;
}
