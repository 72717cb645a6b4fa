using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Bindgen.Tests.Support;
using Rustrt.Compat.Interop;

namespace Bindgen.Tests;

/// <summary>Calls a compiled C library through the golden bindings: what compiles must also arrive.</summary>
public sealed unsafe class InteropCallTests : IClassFixture<GoldenLibraries>
{
    private readonly LegacyPlain _plain = new LegacyPlain();
    private readonly LegacyRecords _records = new LegacyRecords();

    [Fact]
    public void Integers_of_every_width_and_sign()
    {
        Assert.Equal(-128 + 65535 - 5, _plain.small_add(-128, 65535, -5, 0, null));
        Assert.Equal(128 - 65535 + 5, _plain.small_add(-128, 65535, -5, 1, null));
        Assert.Equal(1 + 4 + 9 + 16 + 25 + 36, _plain.small_six(1, 2, 3, 4, 5, 6, null));
    }

    [Fact]
    public void Floating_point_beside_integers() => Assert.Equal(1.5 + 2.25 + 3, _plain.small_floats(1.5, 2.25f, 3, null));

    [Fact]
    public void Enums_and_constants()
    {
        Assert.Equal(small_color.SMALL_RED | small_color.SMALL_GREEN,
            _plain.small_mix(small_color.SMALL_RED, small_color.SMALL_GREEN, null));
        Assert.Equal(-1, (int)small_signed.SMALL_BELOW);
        Assert.Equal(7u, NativeMethods.SMALL_LIMIT);
    }

    [Fact]
    public void Strings_and_opaque_pointers()
    {
        fixed (byte* text = "four\0"u8)
        {
            Assert.Equal(4u, _plain.small_length(text, null, null));
        }
        Assert.True(_plain.small_open(null) == null);
    }

    [Fact]
    public void Callbacks_over_a_flexible_array()
    {
        small_list* list = (small_list*)NativeMemory.AllocZeroed((nuint)sizeof(small_list) + 3 * sizeof(int));
        list->count = 3;
        for (int i = 0; i < 3; i++)
        {
            list->items[i] = 10 * (i + 1);
        }
        long visits = 0;

        Assert.Equal(120, _plain.small_visit(list, &Twice, &visits, null));
        Assert.Equal(3, visits);
        NativeMemory.Free(list);
    }

    [Fact]
    public void Every_kind_of_field()
    {
        small_named_by_typedef value;
        _plain.small_fill(&value, null);

        Assert.Equal("abc", Encoding.ASCII.GetString(value.name, 3));
        Assert.Equal(small_color.SMALL_GREEN, value.color);
        Assert.Equal(1, value.set);
        Assert.Equal(5, value.grid[1 * 3 + 2]);
        Assert.Equal(10u, value.pairs[1].first);
        Assert.Equal(-20, value.pairs[1].second);
        Assert.Equal(3u, value.@object->c);
        Assert.Equal(0, value.compare(value.name, value.name));
    }

    [Fact]
    public void Records_by_value_in_registers_and_in_memory()
    {
        small_pair swapped = _records.small_swap(new small_pair { first = 1, second = 2 }, null);
        small_mixed scaled = _records.small_scale(new small_mixed { real = 1.5, whole = 4 }, 2.0, null);
        small_big grown = _records.small_grow(5, 6, null);

        var shared = new small_shared { real = 0.5f, other = 0.25 };
        shared.whole[0] = 3;
        shared.whole[1] = -2;

        Assert.Equal((2u, 1L), (swapped.first, swapped.second));
        Assert.Equal((3.0, (nint)8), (scaled.real, scaled.whole));
        Assert.Equal(11u, grown.c);
        Assert.Equal(0.5 + 3 - 20 + 0.25 + 100, _records.small_blend(shared, 100, null));
        Assert.Equal(5 + 6 + 11 + 100u, _records.small_sum(grown, 100, null));
    }

    [Fact]
    public void System_records_by_value()
    {
        byte* address = stackalloc byte[16];
        address[2] = 0x1f; // the port, in network order
        address[3] = 0x90;

        Assert.Equal(8080, _records.small_port(*(sockaddr_in*)address, null));
    }

    [Fact]
    public void Array_parameters_and_names_that_are_keywords()
    {
        int* argv = stackalloc int[] { 40 };

        Assert.Equal(42, new LegacyNotServed().small_old(argv, 2, null));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Twice(long item, void* state)
    {
        ++*(long*)state;
        return 2 * item;
    }
}
