using System.Runtime.InteropServices;
using System.Text;

namespace Rustrt.Compat.Backends.New;

/// <summary>This project's own variables, as text.</summary>
internal static unsafe class EnvironmentText
{
    private const nuint SecureEntry = 23; // AT_SECURE

    /// <summary>The value; null when unset, or in a program with more rights than its user, who is not to be trusted.</summary>
    public static string? Get(string name)
    {
        if (LibC.AuxiliaryValue(SecureEntry) != 0) return null;
        fixed (byte* p = Encoding.UTF8.GetBytes(name + "\0"))
        {
            byte* text = LibC.GetEnvironment(p);
            return text == null ? null : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
        }
    }
}
