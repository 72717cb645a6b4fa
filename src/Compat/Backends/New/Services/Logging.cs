using System.Text;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>The log as the other services of the new backend use it: whichever backend the switch gave it.</summary>
internal static unsafe class Logging
{
    public const uint Error = 1;

    private static rustrt_logging_seam* s_legacy;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves the log.</summary>
    public static void Use(rustrt_logging_seam* legacy) => s_legacy = legacy;

    /// <summary>From rust_start: RUST_LOG (null when unset) and the crate map.</summary>
    public static void Start(byte* spec, crate_map* map)
    {
        if (s_legacy != null)
        {
            s_legacy->start(spec, map);
            return;
        }
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOGGING);
        LoggingService.Start(spec, map);
    }

    /// <summary>Does a runtime module print at that level?</summary>
    public static bool Enabled(rustrt_log_module module, uint level)
    {
        if (s_legacy != null) return s_legacy->enabled((int)module, level) != 0;
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOGGING);
        return LogLevels.Enabled((int)module, level);
    }

    /// <summary>Writes a line, if the console is on.</summary>
    public static void Write(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* p = bytes) Write(p, (nuint)bytes.Length);
    }

    /// <inheritdoc cref="Write(string)"/>
    public static void Write(byte* text, nuint length)
    {
        if (s_legacy != null)
        {
            s_legacy->write(text, length);
            return;
        }
        InternalCalls.Count(rustrt_unit.RUSTRT_UNIT_LOGGING);
        LoggingService.Write(text, length);
    }
}
