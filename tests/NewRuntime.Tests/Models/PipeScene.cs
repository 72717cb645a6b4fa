using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>
/// The steps of PipeCore.cs and PipeCore.Values.cs for a shared pipe, written down again around the real gate: values are counted, of a
/// receiver the number of its wait is kept. Whoever changes those steps changes them here, too.
/// </summary>
internal sealed class PipeScene(string name, TaskScene receiver)
{
    private Gate<ModelAtomics> _gate;
    private int _count;
    private uint _receiverNumber;

    public IEnumerable<Location> Locations =>
    [
        Location.Of($"{name} gate", () => ref _gate.Word),
        Location.Of($"{name} count", () => ref _count),
        Location.Of($"{name} receiver", () => ref _receiverNumber),
    ];

    public void Send()
    {
        _gate.Enter();
        ModelAtomics.Write(ref _count, ModelAtomics.Acquire(ref _count) + 1);
        uint number = ModelAtomics.Acquire(ref _receiverNumber);
        if (number != 0) ModelAtomics.Write(ref _receiverNumber, 0);
        _gate.Exit();
        if (number != 0) receiver.Wake(number, WaitStatus.Completed);
    }

    /// <summary>Has the receiver woken when there is something. False: there is already.</summary>
    public bool AddReceiver(uint number)
    {
        _gate.Enter();
        bool waits = ModelAtomics.Acquire(ref _count) == 0;
        if (waits) ModelAtomics.Write(ref _receiverNumber, number);
        _gate.Exit();
        return waits;
    }

    public void RemoveReceiver()
    {
        _gate.Enter();
        ModelAtomics.Write(ref _receiverNumber, 0);
        _gate.Exit();
    }

    public bool IsReady()
    {
        _gate.Enter();
        bool ready = ModelAtomics.Acquire(ref _count) > 0;
        _gate.Exit();
        return ready;
    }

    /// <summary>Waits for a value, of a task that has nothing else to do.</summary>
    public void UntilSomething() => ModelAtomics.WaitWhile(ref _count, 0);

    public bool TryReceive()
    {
        _gate.Enter();
        int count = ModelAtomics.Acquire(ref _count);
        if (count > 0) ModelAtomics.Write(ref _count, count - 1);
        _gate.Exit();
        return count > 0;
    }
}
