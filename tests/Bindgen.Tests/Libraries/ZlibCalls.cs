using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Bound.Zlib;
using static Bound.Zlib.NativeMethods;

/// <summary>Compresses in one call, inflates as a stream with an output buffer that is too small for all at once, and writes and reads a file.</summary>
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
        Files(Path.GetTempFileName());
    }

    private static void Files(string path)
    {
        try
        {
            GzFileHandle file = gzopen(path, "wb");
            Expect.Equal(5, gzputs(file, "caf\u00e9"));
            file.Dispose();
            Expect.Equal((Z_OK, true), (file.ReleaseResult, file.IsClosed));
            using var unzipped = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            Expect.Equal("caf\u00e9", unzipped.ReadToEnd());

            using GzFileHandle again = gzopen(path, "rb");
            byte* text = stackalloc byte[6];
            Expect.Equal(true, gzgets(again, text, 6) == text);
            Expect.Equal("caf\u00e9", Marshal.PtrToStringUTF8((nint)text));
            using GzFileHandle nowhere = gzopen(path + "/nowhere", "rb");
            Expect.Equal((false, true), (again.IsInvalid, nowhere.IsInvalid));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Inflate(byte[] packed, uint size)
    {
        var all = new MemoryStream();
        byte* part = stackalloc byte[64];
        z_stream_s stream = default;
        fixed (byte* from = packed)
        {
            Expect.Equal(Z_OK, inflateInit_(&stream, ZLIB_VERSION, sizeof(z_stream_s)));
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
