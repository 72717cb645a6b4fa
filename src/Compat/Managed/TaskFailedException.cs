namespace Rustrt.Compat.Managed;

/// <summary>
/// The task whose body this thread runs is failing: thrown out of the API call that failed it. The task fails whatever the body
/// does with the exception; until the body returns, it may still call the API, as destructors did.
/// </summary>
/// <param name="function">The API function whose call failed the task.</param>
public sealed class TaskFailedException(string function)
    : Exception($"the task failed in {function}; a body that is a function pointer must catch this and return, since no exception can leave it")
{
    /// <summary>The API function whose call failed the task.</summary>
    public string Function { get; } = function;
}
