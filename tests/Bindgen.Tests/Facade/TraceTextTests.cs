using Rustrt.Bindgen.Runtime.Facade;

namespace Bindgen.Tests.Facade;

/// <summary>Values in a trace look as C's printf makes the router's.</summary>
public sealed unsafe class TraceTextTests
{
    [Theory]
    [InlineData(0.1, "0.10000000000000001")]
    [InlineData(100, "100")]
    [InlineData(1e20, "1e+20")]
    [InlineData(1e-7, "9.9999999999999995e-08")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Reals(double value, string text) => Assert.Equal(text, TraceText.Value(value));

    [Fact]
    public void Integers()
    {
        Assert.Equal("-9223372036854775808", TraceText.Value(long.MinValue));
        Assert.Equal("18446744073709551615", TraceText.Value(ulong.MaxValue));
    }

    [Fact]
    public void Addresses()
    {
        Assert.Equal("(nil)", TraceText.Address(null));
        Assert.Equal("0x7f00", TraceText.Address((void*)0x7f00));
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a\"b\\c\n\u00e9", "\"a\\x22b\\x5cc\\x0a\\xc3\\xa9\"")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", "\"1234567890123456789012345678901234567890123456789012345678901234\"")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "\"1234567890123456789012345678901234567890123456789012345678901234...\"")]
    public void Texts(string value, string text)
    {
        fixed (byte* bytes = System.Text.Encoding.UTF8.GetBytes(value + '\0'))
        {
            Assert.Equal(text, TraceText.Text(bytes));
        }
        Assert.Equal("NULL", TraceText.Text(null));
    }
}
