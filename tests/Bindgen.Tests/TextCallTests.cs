using System.Runtime.InteropServices;
using Bindgen.Tests.Support;
using Boxes;
using static Boxes.NativeMethods;

namespace Bindgen.Tests;

/// <summary>Texts arrive in C as UTF-8 with a NUL, from strings and from spans; calls with pointers mean what they did.</summary>
public sealed unsafe class TextCallTests : IClassFixture<GoldenLibraries>
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("box", 3)]
    [InlineData("\u00e9\u20ac\U0001f600", 2 + 3 + 4)]
    public void Strings(string text, int length) => Assert.Equal((nuint)length, box_measure(text));

    [Fact]
    public void Half_a_surrogate_pair_is_the_replacement_character() =>
        Assert.Equal("\ufffd", box_tail("half a pair: \ud83d", 13));

    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_000)]
    public void Long_texts(int length)
    {
        Assert.Equal((nuint)length, box_measure(new string('x', length)));
        Assert.Equal((nuint)length, box_measure([.. Enumerable.Repeat((byte)'x', length)]));
        Assert.Equal((nuint)(2 * length), box_measure(new string('\u00e9', length)));
    }

    [Fact]
    public void Spans_with_and_without_a_NUL_at_the_end()
    {
        ReadOnlySpan<byte> inside = "boxes"u8;

        Assert.Equal((nuint)3, box_measure("box"u8));
        Assert.Equal((nuint)3, box_measure("box\0"u8));
        Assert.Equal((nuint)3, box_measure(inside[..3]));
        Assert.Equal((nuint)0, box_measure(""u8));
        Assert.Equal((nuint)0, box_measure(Array.Empty<byte>()));
    }

    [Fact]
    public void Null_is_NULL()
    {
        Assert.Equal((nuint)1000, box_measure((string?)null));
        Assert.Equal((nuint)1000, box_measure(default(ReadOnlySpan<byte>)));
    }

    [Fact]
    public void A_NUL_inside_is_refused()
    {
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => box_measure("a\0b")).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => box_measure("ab\0")).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => box_measure("a\0b"u8)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentException>(() => box_measure(new string('\0', 1000))).ParamName);
    }

    [Fact]
    public void A_result_is_read_while_the_text_that_it_may_point_into_is_there()
    {
        Assert.Equal("tail", box_tail("no tail", 3));
        Assert.Equal(new string('x', 1000), box_tail(new string('x', 1001), 1));
        Assert.Equal("tail", box_tail("no tail"u8, 3));
    }

    [Fact]
    public void Bytes_stay_pointers()
    {
        byte* into = stackalloc byte[3];
        fixed (byte* bytes = "a\0b"u8)
        {
            Assert.Equal((nuint)3, box_bytes(bytes, 3, into));
        }
        Assert.Equal((byte)'b', into[2]);
        Assert.Equal("1.0", Marshal.PtrToStringUTF8((nint)box_version()));
    }

    [Fact]
    public void Null_literals_and_function_pointers_mean_the_function_as_without_overloads()
    {
        box* box;
        fixed (byte* text = "box\0"u8)
        {
            Assert.Equal((nuint)3, box_measure(text));
        }
        Assert.Equal((nuint)1000, box_measure(null));
        Assert.Equal((nuint)1000, box_measure(default));
        Assert.Equal((7, 0), (box_open(null, &box), box_close(box)));
        Assert.Equal((7, 0), (box_open(default, &box), box_close(box)));
        Assert.True(box_copy(null, null, null) == null);
        delegate*<byte*, nuint> measure = &box_measure;
        Assert.Equal((nuint)1000, measure(null));
    }

    [Fact]
    public void Among_the_overloads_a_null_literal_is_a_string()
    {
        using BoxHandle box = BoxHandle.box_new();
        using BoxHandle copy = box_copy(box, null, null);
        Func<string?, nuint> measure = box_measure;

        Assert.Null(box_name(copy));
        Assert.Equal((nuint)3, measure("box"));
    }
}
