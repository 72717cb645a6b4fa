using System.Text;
using Bound.Zlib;
using static Bound.Zlib.NativeMethods;

/// <summary>Compresses in one call, and inflates as a stream with an output buffer that is too small for all at once.</summary>
internal static unsafe class ZlibCalls
{
    public static void Run()
    {
        byte[] text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("strangle it, one service at a time. ", 100)));
        byte[] packed = new byte[compressBound((ulong)text.Length)];
        ulong size = (ulong)packed.Length;
        fixed (byte* from = text, to = packed)
        {
            Expect.Equal(Z_OK, compress(to, &size, from, (ulong)text.Length));
        }
        Expect.Equal(true, size < (ulong)text.Length / 10);
        Expect.Equal(true, Inflate(packed, (uint)size).AsSpan().SequenceEqual(text));
        fixed (byte* check = "123456789"u8)
        {
            Expect.Equal(0xcbf43926UL, crc32(0, check, 9));
        }
    }

    private static byte[] Inflate(byte[] packed, uint size)
    {
        var all = new MemoryStream();
        byte* part = stackalloc byte[64];
        z_stream_s stream = default;
        fixed (byte* from = packed, version = ZLIB_VERSION)
        {
            Expect.Equal(Z_OK, inflateInit_(&stream, version, sizeof(z_stream_s)));
            stream.next_in = from;
            stream.avail_in = size;
            int result = Z_OK;
            while (result == Z_OK)
            {
                stream.next_out = part;
                stream.avail_out = 64;
                result = inflate(&stream, Z_NO_FLUSH);
                all.Write(new ReadOnlySpan<byte>(part, 64 - (int)stream.avail_out));
            }
            Expect.Equal(Z_STREAM_END, result);
            Expect.Equal((ulong)all.Length, stream.total_out);
            Expect.Equal(Z_OK, inflateEnd(&stream));
        }
        return all.ToArray();
    }
}
