namespace Rustrt.Federation;

/// <summary>What belongs to one task or thread, which hands it over: an end of a pipe, memory of the exchange heap.</summary>
public abstract class Possession
{
    private protected Possession()
    {
    }

    /// <summary>Throws unless the calling task or thread may use it.</summary>
    internal abstract void CheckOwner();

    /// <summary>Passes it on to a task that is about to start.</summary>
    internal abstract void HandOver(Waiter task);

    /// <inheritdoc/>
    public abstract override string ToString();
}
