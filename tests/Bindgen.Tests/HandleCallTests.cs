using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bindgen.Tests.Support;
using Boxes;
using static Boxes.NativeMethods;

namespace Bindgen.Tests;

/// <summary>Handles release what they own once, when nobody uses it any more, and not before; called on a library that counts.</summary>
public sealed unsafe class HandleCallTests : IClassFixture<GoldenLibraries>
{
    private readonly int _before = box_alive();

    private int Made => box_alive() - _before;

    [Fact]
    public void What_a_function_stores_is_owned_and_released_once()
    {
        Assert.Equal(0, box_open("one", out BoxHandle box));
        Assert.Equal((1, "one", false), (Made, box_name(box), box.IsInvalid));
        var size = new BoxSize { width = 42, state = BoxState.Shut };
        Resize(box, &size);

        box.Dispose();
        box.Dispose();

        Assert.Equal((0, 42), (Made, box.ReleaseResult));
    }

    [Fact]
    public void What_a_function_stores_is_owned_also_where_it_fails()
    {
        Assert.Equal(7, box_open("", out BoxHandle failed));
        Assert.Equal(7, box_open("none", out BoxHandle nothing));
        Assert.Equal((1, false, true), (Made, failed.IsInvalid, nothing.IsInvalid));

        failed.Dispose();
        nothing.Dispose();

        Assert.Equal(0, Made);
    }

    [Fact]
    public void Two_can_be_stored_by_one_call()
    {
        Assert.Equal(2, box_lid_pair(out Lid left, out Lid right));
        Assert.Equal(2, Made);
        left.Dispose();
        right.Dispose();
        Assert.Equal(0, Made);
    }

    [Fact]
    public void Results_are_owned_and_functions_without_anything_else_to_overload_belong_to_the_handle()
    {
        using (var box = BoxHandle.box_new())
        using (BoxHandle copy = box_copy(box, null, "copy"))
        using (Lid lid = box_lid(copy, 1, 2))
        {
            Assert.Equal(("new", "copy", 3), (box_name(box), box_name(copy), Made));
            fixed (byte* secret = "copy"u8)
            {
                using var key = BOXKEYHandle.box_key(secret);
                Assert.Equal((1, 0), (box_key_fits(key, copy), box_key_fits(key, box)));
            }
        }
        Assert.Equal(0, Made);
    }

    [Fact]
    public void After_its_end_a_handle_is_refused()
    {
        box_open("one", out BoxHandle box);
        box.Dispose();

        Assert.Throws<ObjectDisposedException>(() => box_name(box));
    }

    [Fact]
    public void Null_is_refused_and_an_empty_handle_is_NULL()
    {
        Assert.Equal("box", Assert.Throws<ArgumentNullException>(() => box_name((BoxHandle)null!)).ParamName);
        using var empty = new BoxHandle();
        Assert.Null(box_name(empty));
    }

    [Fact]
    public void Borrowed_pointers_stay_pointers_and_are_not_released()
    {
        box_open("outer", out BoxHandle outer);
        using (var inner = new BoxHandle(box_inner(outer), ownsHandle: false))
        {
            Assert.Equal("inner", box_name(inner));
        }
        Assert.Equal(2, Made);
        outer.Dispose();
        Assert.Equal(0, Made);
    }

    [Fact]
    public void A_handle_disposed_of_during_a_call_lives_until_the_call_returns()
    {
        box_open("one", out BoxHandle box);
        var state = GCHandle.Alloc(box);

        int during = box_call(box, &DisposeAndCount, (void*)GCHandle.ToIntPtr(state)) - _before;

        Assert.Equal((1, 0), (during, Made));
        state.Free();
    }

    [Fact]
    public void A_call_that_is_not_made_keeps_no_handle()
    {
        box_open("one", out BoxHandle box);
        using var gone = new BoxHandle();
        gone.Dispose();
        using var key = new BOXKEYHandle();

        Assert.Throws<ArgumentException>(() => box_copy(box, "two", "with\0inside"));
        Assert.Throws<ObjectDisposedException>(() => box_key_fits(key, gone));
        box.Dispose();

        Assert.Equal(0, Made);
        key.Dispose();
        Assert.True(key.IsClosed);
    }

    [Fact]
    public void What_nobody_disposed_of_is_released_by_the_collector()
    {
        Forget();
        Assert.Equal(1, Made);

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(0, Made);
    }

    [Fact]
    public void Functions_that_end_a_handle_take_pointers_only()
    {
        IEnumerable<MethodInfo> methods = typeof(Boxes.NativeMethods).GetMethods().Where(method => method.Name is "box_close" or "box_crush" or "box_lid_take");

        Assert.Equal(3, methods.Count());
        Assert.All(methods, method => Assert.True(method.GetParameters().Single().ParameterType.IsPointer));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget() => box_open("forgotten", out _);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DisposeAndCount(box* box, void* state)
    {
        ((BoxHandle)GCHandle.FromIntPtr((nint)state).Target!).Dispose();
        return box_alive();
    }
}
