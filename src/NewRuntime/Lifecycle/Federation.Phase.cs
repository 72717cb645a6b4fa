namespace Rustrt.Federation;

public sealed partial class Federation
{
    private int _phase;

    /// <summary>How far it is on its way to its end. It only goes forward.</summary>
    [Service("shutdown", ServiceNeeds.Federation)]
    public FederationPhase Phase => (FederationPhase)Volatile.Read(ref _phase);

    /// <summary>A phase begins, unless a later one has: what begins a phase may come twice, and when another has passed it.</summary>
    internal void Begins(FederationPhase phase)
    {
        int before = _phase;
        while (before < (int)phase)
        {
            int seen = Interlocked.CompareExchange(ref _phase, (int)phase, before);
            if (seen == before)
            {
                if (FederationEvents.Log.IsEnabled()) FederationEvents.Log.PhaseBegins(Tasks.Id, phase.ToString());
                Options.PhaseBegan?.Invoke(this, phase);
                return;
            }
            before = seen;
        }
    }
}
