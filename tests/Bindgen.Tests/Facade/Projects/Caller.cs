// A managed caller as it was written against the imports. It knows nothing of services, and is never changed.
using System.Text;
using Zlib;
using static Zlib.NativeMethods;

internal static unsafe class Caller
{
    private static readonly byte[] s_text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("one service at a time. ", 100)));

    private static void Main(string[] words)
    {
        delegate*<ulong, byte*, uint, ulong> byPointer = &crc32;
        fixed (byte* text = s_text)
        {
            uint length = (uint)s_text.Length;
            Console.WriteLine($"checksums {NativeMethods.crc32(0, text, length)} {adler32(1, text, length)} {byPointer(0, text, 3)}");
        }
        // An import loads its library when it is first called.
        Console.WriteLine($"libz loaded: {File.ReadAllText("/proc/self/maps").Contains("/libz.so", StringComparison.Ordinal)}");
        if (!words.Contains("checksums-only"))
        {
            Compress();
        }
    }

    private static void Compress()
    {
        byte[] packed = new byte[compressBound((ulong)s_text.Length)];
        ulong size = (ulong)packed.Length;
        fixed (byte* from = s_text, to = packed)
        {
            Console.WriteLine($"streams {compress(to, &size, from, (ulong)s_text.Length) == Z_OK} {size < 100} {Encoding.ASCII.GetString(ZLIB_VERSION)[..2]}");
        }
        Console.WriteLine(new string((sbyte*)zError(Z_DATA_ERROR)));
    }
}
