using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Bound.Kinds;
using static Bound.Kinds.NativeMethods;

/// <summary>What C# stores C reads, and the other way round, for every kind of record, enum and constant.</summary>
internal static unsafe class KindsCalls
{
    public static void Run()
    {
        Constants();
        Bits();
        Records();
        Variants();
        Expect.Equal(3, (int)KindsEither(kinds_flags.KINDS_ONE, kinds_flags.KINDS_TWO));
        Expect.Equal("KINDS_ONE, KINDS_FOUR", (kinds_flags.KINDS_ONE | kinds_flags.KINDS_FOUR).ToString());
        kinds_handle* handle = kinds_open();
        Expect.Equal((1, 0), (kinds_same(handle, handle), kinds_same(handle, null)));
        int* values = stackalloc int[] { 1, 2, 3, 4, 10, 100 };
        Expect.Equal((1 + 2 + 3) * 10 + (4 + 10 + 100) * 100, kinds_sum_rows(2, 3, values, values + 4));
        Expect.Equal(42, kinds_labelled(41));
    }

    private static void Constants()
    {
        Expect.Equal((16, uint.MaxValue, -5L, 16UL), (KINDS_INT, KINDS_UNSIGNED, KINDS_LONG, KINDS_SIZE));
        Expect.Equal((0.5, 1.25f, 'x', 16), (KINDS_REAL, KINDS_FLOAT, (char)KINDS_CHAR, KINDS_OTHER));
        Expect.Equal("a\"b\\c", Encoding.UTF8.GetString(KindsText));
        Expect.Equal("inside", Encoding.UTF8.GetString(KINDS_TEXT_INSIDE));
        Expect.Equal("\0a\0", Encoding.UTF8.GetString(KINDS_TEXT_OF_ZEROS));
        Expect.Equal("é\n\u007f2", Encoding.UTF8.GetString(KINDS_TEXT_UNICODE));
        Expect.Equal((1UL << 40, 2.5), (KINDS_VARIABLE, KINDS_VARIABLE_REAL));
        Expect.Equal("text", Encoding.UTF8.GetString(KINDS_VARIABLE_TEXT));
        Expect.Equal("pointed at", Encoding.UTF8.GetString(KINDS_VARIABLE_POINTER));
        Expect.Equal(17, sizeof(kinds_room));
        Expect.Equal(-1, (nint)KINDS_NOWHERE);
        Expect.Equal(7u, KindsInside);
        Expect.Equal(0x100000000UL, (ulong)kinds_wide.KINDS_WIDE);
        Expect.Equal(typeof(ulong), Enum.GetUnderlyingType(typeof(kinds_wide)));
        Expect.Equal(typeof(int), Enum.GetUnderlyingType(typeof(KindsSmall)));
        Expect.Equal(-1, (int)KindsSmall.Minus);
    }

    private static void Bits()
    {
        kinds_bits made = kinds_make_bits(-16);
        Expect.Equal((7u, -16, kinds_flags.KINDS_FOUR), (made.a, made.b, made.c));
        Expect.Equal((0xfedcba9876UL, (sbyte)-64, (byte)1), (made.d, made.e, made.f));

        kinds_bits bits = default;
        bits.a = 15; // one bit more than fits
        bits.b = -3;
        bits.c = kinds_flags.KINDS_TWO;
        bits.d = 1000;
        bits.e = -1;
        bits.f = 1;
        Expect.Equal(7 - 3 + 2 + 1000 - 1 + 1L, kinds_sum_bits(&bits));

        kinds_tight_bits tight = default;
        tight.a = 1;
        tight.b = -1000000;
        tight.c = 2;
        tight.d = -200;
        Expect.Equal(1 - 1000000 + 2 - 200L, kinds_sum_tight(&tight));
        Expect.Equal(-1000000, tight.b);
    }

    private static void Records()
    {
        Expect.Equal(1 + 2 + 0.5, kinds_sum_packed(new kinds_packed { a = 1, b = 2, c = 0.5 }));
        Expect.Equal(BitConverter.DoubleToInt64Bits(1.5), kinds_real(1.5).whole);
        Expect.Equal(0x0201L, kinds_whole(new KindsValue { bytes = { first = 1, second = 2 } }));
        Expect.Equal(42L, kinds_call(&Add, (void*)2));
        Expect.Equal(8, sizeof(kinds_tail));
        kinds_arrays arrays = default;
        arrays.small[0].s = 9;
        arrays.pointer[0] = (void*)5;
        arrays = kinds_turn(arrays);
        Expect.Equal((10, 6), ((int)arrays.small[3].s, (int)arrays.pointer[0]));
    }

    private static void Variants()
    {
        @object variant = default;
        variant.x = -100;
        variant.y = 50;
        variant.words[2] = 1000;
        variant.outer.inner[1].deep = 10000;
        variant.inside = KindsInside;
        Expect.Equal(-100 + 50 + 1000 + 10000 + 7L, kinds_sum_variant(&variant));
        variant.whole = 5;
        Expect.Equal(5, variant.Anonymous.whole);
        Expect.Equal(true, (nint)variant.Anonymous.texts[0] != 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Add(KindsValue value, void* state) => value.whole + (nint)state;
}
