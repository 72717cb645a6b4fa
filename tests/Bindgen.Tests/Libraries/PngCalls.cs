using System.Buffers.Binary;
using System.IO.Compression;
using Bound.Png;
using static Bound.Png.NativeMethods;

/// <summary>Decodes a picture of two pixels that was put together by hand.</summary>
internal static unsafe class PngCalls
{
    public static void Run()
    {
        byte[] picture =
        [
            0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n',
            .. Chunk("IHDR"u8, [0, 0, 0, 2, 0, 0, 0, 1, 8, 2, 0, 0, 0]), // two pixels wide, one high, eight bits of RGB
            .. Chunk("IDAT"u8, Packed([0, 255, 0, 10, 0, 128, 20])), // a row without filter
            .. Chunk("IEND"u8, []),
        ];
        png_image image = default;
        image.version = PNG_IMAGE_VERSION;
        fixed (byte* data = picture)
        {
            Expect.Equal(1, png_image_begin_read_from_memory(&image, data, (nuint)picture.Length));
            Expect.Equal((2u, 1u), (image.width, image.height));
            image.format = PNG_FORMAT_RGBA;
            byte* pixels = stackalloc byte[8];
            Expect.Equal(1, png_image_finish_read(&image, null, pixels, 0, null));
            Expect.Equal("ff000aff008014ff", Convert.ToHexStringLower(new ReadOnlySpan<byte>(pixels, 8)));
        }
        png_image_free(&image);
    }

    private static byte[] Packed(byte[] rows)
    {
        var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(rows);
        }
        return packed.ToArray();
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. name, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        fixed (byte* start = chunk)
        {
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), (uint)Bound.Zlib.NativeMethods.crc32(0, start + 4, (uint)data.Length + 4));
        }
        return chunk;
    }
}
