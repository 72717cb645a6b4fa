using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Descriptors of what C# gives to native code, which lets go of it by C#'s glue.</summary>
internal static unsafe class Descriptors
{
    /// <summary>Of a type without glue.</summary>
    public static type_desc* Make<T>() where T : unmanaged => Make<T>(null);

    public static type_desc* Make<T>(delegate* unmanaged<void*, void*, type_desc**, void*, void> drop) where T : unmanaged
    {
        type_desc* made = (type_desc*)NativeMemory.AllocZeroed((nuint)sizeof(type_desc));
        made->size = (nuint)sizeof(T);
        made->align = (nuint)sizeof(nint);
        if (drop != null) made->drop = (delegate* unmanaged[Cdecl]<void*, void*, type_desc**, void*, void>)Native((nint)drop);
        return made;
    }

    /// <summary>A C# function as one that runs on a task's stack, from where it makes an upcall.</summary>
    public static nint Native(nint function) => Binding.Api->Wrap(function);

    /// <summary>The task whose upcall this is.</summary>
    public static rustrt_task_block* Caller => Failure.Needed(Binding.Api->Host()->Current);
}
