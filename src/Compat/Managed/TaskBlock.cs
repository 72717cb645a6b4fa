using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed;

/// <summary>What a task and the thread that runs its body share: <c>managed</c> of Native/managed.c.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TaskBlock
{
    public uint Turn;
    public BodyKind Kind;
    public uint Request;
    public uint OnTaskStack;
    public uint Failed;
    public uint OnC;
    public nint Function;
    public fixed ulong Arguments[6];
    public fixed ulong Result[2];
    public void* Data;
    public rust_task* Task;
    public nint Token;
    public TaskBlock* Next;
}

/// <summary>What a thread runs for a task: <c>enum kind</c>.</summary>
internal enum BodyKind : uint
{
    Body, Drop, Entry, Cleanup, Annihilate, Exit,
}
