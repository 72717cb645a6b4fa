namespace Zlib.Backend;

internal static class NewServices
{
    public static readonly IChecksums Checksums = new Checksums();
}

/// <summary>Adler-32 and CRC-32 as RFC 1950 and RFC 1952 define them, with zlib's rules for null buffers and for joining parts.</summary>
internal sealed unsafe class Checksums : IChecksums
{
    private const uint AdlerBase = 65521, CrcPolynomial = 0xedb88320, CrcOne = 0x80000000;
    private const int BytesUntilOverflow = 5552;
    private static readonly uint[] s_crcOfByte = [.. Enumerable.Range(0, 256).Select(i =>
        Enumerable.Range(0, 8).Aggregate((uint)i, (crc, _) => (crc >> 1) ^ ((crc & 1) * CrcPolynomial)))];

    public ulong adler32(ulong adler, byte* buf, uint len) => adler32_z(adler, buf, len);
    public ulong adler32_combine(ulong arg0, ulong arg1, long arg2) => adler32_combine64(arg0, arg1, arg2);
    public ulong crc32(ulong crc, byte* buf, uint len) => crc32_z(crc, buf, len);
    public ulong crc32_combine(ulong arg0, ulong arg1, long arg2) => crc32_combine64(arg0, arg1, arg2);
    public ulong crc32_combine_gen(long arg0) => crc32_combine_gen64(arg0);

    public ulong adler32_z(ulong adler, byte* buf, nuint len)
    {
        if (buf == null) return 1;
        uint low = (uint)adler & 0xffff, high = (uint)(adler >> 16) & 0xffff;
        while (len > 0)
        {
            nuint step = Math.Min(len, BytesUntilOverflow);
            for (byte* end = buf + step; buf < end; buf++) high += low += *buf;
            low %= AdlerBase;
            high %= AdlerBase;
            len -= step;
        }
        return (high << 16) | low;
    }

    public ulong adler32_combine64(ulong arg0, ulong arg1, long arg2)
    {
        if (arg2 < 0) return 0xffffffff;
        ulong low = (arg0 & 0xffff) + (arg1 & 0xffff) + AdlerBase - 1, length = (ulong)arg2 % AdlerBase;
        ulong high = (arg0 >> 16 & 0xffff) + (arg1 >> 16 & 0xffff) + length * (arg0 & 0xffff) + AdlerBase - length;
        return (high % AdlerBase << 16) | (low % AdlerBase);
    }

    public ulong crc32_z(ulong crc, byte* buf, nuint len)
    {
        if (buf == null) return 0;
        uint rest = ~(uint)crc;
        for (byte* end = buf + len; buf < end; buf++) rest = s_crcOfByte[(byte)(rest ^ *buf)] ^ (rest >> 8);
        return ~rest;
    }

    public ulong crc32_combine64(ulong arg0, ulong arg1, long arg2) => crc32_combine_op(arg0, arg1, crc32_combine_gen64(arg2));

    /// <summary>x to the power of the bits in that many bytes; C's loops for ever on a negative count, this takes it for none.</summary>
    public ulong crc32_combine_gen64(long arg0)
    {
        uint power = CrcOne, square = CrcOne >> 8;
        for (long n = Math.Max(arg0, 0); n != 0; n >>= 1, square = Product(square, square))
            if ((n & 1) != 0) power = Product(square, power);
        return power;
    }

    public ulong crc32_combine_op(ulong crc1, ulong crc2, ulong op) => Product((uint)op, (uint)crc1) ^ (uint)crc2;

    /// <summary>The product of two polynomials modulo CRC-32's, coefficients from the highest bit on.</summary>
    private static uint Product(uint a, uint b)
    {
        uint product = 0;
        for (; a != 0; a <<= 1, b = (b >> 1) ^ ((b & 1) * CrcPolynomial)) product ^= (uint)((int)a >> 31) & b;
        return product;
    }
}
