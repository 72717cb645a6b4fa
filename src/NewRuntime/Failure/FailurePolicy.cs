namespace Rustrt.Federation;

/// <summary>
/// What the failure of a task means for others. A task fails with others if it ends by an exception, be it its own or because it
/// was cancelled. Whatever the policy, whoever joins the task learns of it.
/// </summary>
public enum FailurePolicy
{
    /// <summary>Nothing, in either direction.</summary>
    Unlinked,

    /// <summary>
    /// It fails as one with its parent, and with all that the two are linked to: the first of them that fails cancels the others,
    /// and what they supervise, in the order in which they were spawned.
    /// </summary>
    Linked,

    /// <summary>Its failure does not touch the parent. The failure of the parent, or of whom that fails with, cancels it.</summary>
    Supervised,
}
