using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The round of the tabulator key: each completion of a line in turn, then what the user had typed. For the process, without a lock, as
/// ever. The router asks (Router/Rustrt/lines.c), and calls the caller's function itself.
/// </summary>
internal static unsafe class LineCompletion
{
    /// <summary>The service's, for messages.</summary>
    public const string Name = "linenoise";

    private const int None = 0, One = 1, Typed = 2;

    private static readonly List<byte[]> s_round = [];
    private static byte[]? s_typed; // of a round that has begun and shows nothing yet
    private static int s_shown;
    private static byte* s_text;

    /// <summary>Whom to ask; 0: nobody.</summary>
    public static nint Callback { get; set; }

    /// <summary>A completion that the caller's function names.</summary>
    public static void Add(byte[] line) => s_round.Add(line);

    /// <summary>The key was pressed at this line: the function that is to be asked for its completions, or 0 when the round goes on.
    /// Null: another line begins.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static nint Round(byte* text) => NativeEntry.Run(Name, static (text, _, _) => Ask((byte*)text), (nint)text);

    /// <summary>What the line is to be now.</summary>
    /// <param name="text">Stays valid until the next call.</param>
    /// <returns>0: nothing, there are no completions; 1: a completion; 2: what the user had typed.</returns>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Candidate(byte** text) => (int)NativeEntry.Run(Name, static (text, _, _) => Next((byte**)text), (nint)text);

    private static nint Ask(byte* text)
    {
        if (text != null && s_round.Count > 0 && MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text).SequenceEqual(s_round[s_shown])) return 0;
        s_round.Clear();
        s_typed = text == null ? null : CText.Of(text).ToArray();
        return text == null ? 0 : Callback;
    }

    private static int Next(byte** text)
    {
        if (s_round.Count == 0) return None;
        if (s_typed != null)
        {
            s_round.Add(s_typed);
            s_typed = null;
            s_shown = 0;
        }
        else
        {
            s_shown = (s_shown + 1) % s_round.Count;
        }
        LibC.Free(s_text);
        s_text = CText.ToBlock(s_round[s_shown]);
        if (s_text == null) return None;
        *text = s_text;
        return s_shown == s_round.Count - 1 ? Typed : One;
    }
}
