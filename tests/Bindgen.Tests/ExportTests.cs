using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Interop;

namespace Bindgen.Tests;

/// <summary>Calls the golden exports as a router would: through the table, with the calling task behind the arguments.</summary>
public sealed unsafe class ExportTests
{
    private readonly nint[] _table = new nint[ExportTable.Length];

    public ExportTests()
    {
        fixed (nint* table = _table)
        {
            ExportTable.Fill(table);
        }
    }

    [Fact]
    public void The_caller_reaches_the_service()
    {
        small_task_block task;
        var add = (delegate* unmanaged[Cdecl]<sbyte, ushort, int, byte, small_task_block*, long>)Entry("small_add");

        Assert.Equal(6, add(1, 2, 3, 0, &task));
        Assert.Equal((nint)(&task), NewServices.Plain.LastCaller);
    }

    [Fact]
    public void Without_a_free_register_the_service_gets_no_caller()
    {
        var six = (delegate* unmanaged[Cdecl]<long, long, long, long, long, long, long>)Entry("small_six");

        Assert.Equal(21, six(1, 2, 3, 4, 5, 6));
        Assert.Equal(0, NewServices.Plain.LastCaller);
    }

    [Fact]
    public void An_exception_ends_in_the_fatal_handler_and_not_in_the_native_caller()
    {
        var length = (delegate* unmanaged[Cdecl]<byte*, _IO_FILE*, small_task_block*, nuint>)Entry("small_length");

        Assert.Equal(0u, length(null, null, null));
        Assert.Contains("small_length: not measured", Fatal.Seen);
    }

    [Fact]
    public void What_is_native_or_not_served_has_no_entry()
    {
        Assert.Equal(0, Entry("small_nothing"));
        Assert.Equal(0, Entry("small_sum"));
        Assert.Equal(0, Entry("small_old"));
    }

    private nint Entry(string symbol) =>
        _table[Support.Models.Golden.Symbols.Single(s => s.Name == symbol).Index];
}
