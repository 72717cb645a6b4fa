using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Port sets: select over all ports, receive from the one that is ready, put the last one in the place of one that is closed.</summary>
internal sealed unsafe partial class PipesService
{
    private const nuint FirstCapacity = 4;

    private struct SetStep
    {
        public rustcore_port_set* Set;
        public void* Out;
        public nuint Index;
        public bool FailsWhenClosed, Fails;
    }

    public rustcore_port_set* rustcore_port_set_new(type_desc* type, rustrt_task_block* caller)
    {
        rustcore_port_set* made = Blocks.Make<rustcore_port_set>();
        made->type = type;
        return made;
    }

    public void rustcore_port_set_add(rustcore_port_set* set, rustcore_port* port, rustrt_task_block* caller) => Add(set, port);

    public rustcore_chan* rustcore_port_set_chan(rustcore_port_set* set, rustrt_task_block* caller)
    {
        rustcore_port* port;
        rustcore_chan* chan;
        rustcore_stream(set->type, &port, &chan, caller);
        Add(set, port);
        return chan;
    }

    public void rustcore_port_set_recv(rustcore_port_set* set, void* @out, rustrt_task_block* caller) =>
        ReceiveFromSet(caller, NewStep(new SetStep { Set = set, Out = @out, FailsWhenClosed = true }));

    public byte rustcore_port_set_try_recv(rustcore_port_set* set, void* @out, rustrt_task_block* caller) =>
        (byte)ReceiveFromSet(caller, NewStep(new SetStep { Set = set, Out = @out }));

    public byte rustcore_port_set_peek(rustcore_port_set* set, rustrt_task_block* caller)
    {
        for (nuint i = 0; i < set->count; i++)
        {
            ulong found = Peek(caller, set->ports[i]); // or the answer of a failure
            if (found != 0 || (caller != null && caller->action != 0)) return (byte)found;
        }
        return 0;
    }

    /// <summary>In order; the glue of an unread value may fail, and the other ports still go.</summary>
    public void rustcore_port_set_drop(rustcore_port_set* set, rustrt_task_block* caller) => DropNext(caller, NewStep(new SetStep { Set = set }));

    private static void Add(rustcore_port_set* set, rustcore_port* port)
    {
        if (set->count == set->capacity)
        {
            set->capacity = nuint.Max(FirstCapacity, 2 * set->capacity);
            set->ports = (rustcore_port**)NativeMemory.Realloc(set->ports, set->capacity * (nuint)sizeof(rustcore_port*));
        }
        set->ports[set->count++] = port;
    }

    private static SetStep* NewStep(in SetStep first)
    {
        SetStep* step = (SetStep*)NativeMemory.Alloc((nuint)sizeof(SetStep));
        *step = first;
        return step;
    }

    private static ulong Ended(SetStep* step, ulong answer)
    {
        NativeMemory.Free(step);
        return answer;
    }

    private static ulong ReceiveFromSet(rustrt_task_block* task, SetStep* step)
    {
        rustcore_port_set* set = step->Set;
        if (set->count == 0) return Ended(step, step->FailsWhenClosed ? Failure.ConnectionClosedSet(task) : 0);
        return Answer.Call(Failure.Needed(task), 0, LibraryBinding.Api->Select, [(ulong)set->ports, set->count], &Selected, (ulong)step);
    }

    [UnmanagedCallersOnly]
    private static ulong Selected(rustrt_task_block* task, ulong word, ulong index, ulong failed)
    {
        SetStep* step = (SetStep*)word;
        if (failed != 0) return Ended(step, 0);
        step->Index = (nuint)index;
        return Answer.Call(task, 0, LibraryBinding.Api->TryReceive, [(ulong)step->Set->ports[index], (ulong)step->Out], &Received, word);
    }

    [UnmanagedCallersOnly]
    private static ulong Received(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        SetStep* step = (SetStep*)word;
        ulong received = result & 0xff;
        if (failed != 0 || received != 0) return Ended(step, received);
        rustcore_port_set* set = step->Set;
        rustcore_port* closed = set->ports[step->Index];
        set->ports[step->Index] = set->ports[--set->count];
        return Answer.Call(task, 0, LibraryBinding.Api->PortDrop, [(ulong)closed], &ClosedDropped, word);
    }

    [UnmanagedCallersOnly]
    private static ulong ClosedDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? Ended((SetStep*)word, 0) : ReceiveFromSet(task, (SetStep*)word);

    private static ulong DropNext(rustrt_task_block* task, SetStep* step)
    {
        rustcore_port_set* set = step->Set;
        if (step->Index < set->count)
            return Answer.Call(Failure.Needed(task), Answer.Catch, LibraryBinding.Api->PortDrop, [(ulong)set->ports[step->Index++]], &PortDropped, (ulong)step);
        NativeMemory.Free(set->ports);
        Blocks.Free(set);
        return Ended(step, step->Fails ? Answer.Fail(task) : 0);
    }

    [UnmanagedCallersOnly]
    private static ulong PortDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        SetStep* step = (SetStep*)word;
        if (failed != 0)
        {
            if (step->Fails) Failure.Twice();
            step->Fails = true;
        }
        return DropNext(task, step);
    }
}
