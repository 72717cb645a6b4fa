using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>How a word of native storage stands for an object: the field <c>owned</c> of proxies, the data of libuv's
/// handles.</summary>
internal static class IoObject
{
    /// <summary>A word for the object, which lives until <see cref="Drop"/>.</summary>
    public static nint Keep(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    /// <summary>The object of a word. A closed handle has the word 0.</summary>
    public static T At<T>(nint word) where T : class
    {
        if (word == 0) Fatal.Die("rustrt: a handle is used after its close callback has begun, aborting");
        return (T)GCHandle.FromIntPtr(word).Target!;
    }

    public static void Drop(nint word) => GCHandle.FromIntPtr(word).Free();
}
