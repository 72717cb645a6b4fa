namespace Rustrt.Federation.Pipes;

/// <summary>For those who want to be told by an exception that a wait did not bring what it was for.</summary>
public static class WaitStatusExtensions
{
    /// <summary>Throws unless the wait was completed.</summary>
    /// <exception cref="TaskCancelledException">The task has been cancelled.</exception>
    /// <exception cref="TimeoutException">The time limit was over first.</exception>
    /// <exception cref="PipeClosedException">The other side is gone.</exception>
    public static void OrThrow(this WaitStatus status)
    {
        switch (status)
        {
            case WaitStatus.Cancelled:
                throw new TaskCancelledException();
            case WaitStatus.TimedOut:
                throw new TimeoutException("The time limit of the wait was over before it was completed.");
            case WaitStatus.Closed:
                throw new PipeClosedException();
        }
    }
}
