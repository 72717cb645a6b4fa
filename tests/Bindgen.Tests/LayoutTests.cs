using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Model;

namespace Bindgen.Tests;

/// <summary>The generated structs lie in memory as the compiler lays out the C records.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string> RustrtRecords => [.. Names(Models.Rustrt)];

    public static TheoryData<string> GoldenRecords => [.. Names(Models.Golden)];

    [Theory]
    [MemberData(nameof(RustrtRecords))]
    public void Record_of_the_old_API(string name) => Check(Models.Rustrt, "Bindgen.GeneratedCode", name);

    [Theory]
    [MemberData(nameof(GoldenRecords))]
    public void Record_of_the_golden_header(string name) => Check(Models.Golden, "Bindgen.GoldenCode", name);

    [Fact]
    public void The_task_block_has_the_offsets_that_its_header_states()
    {
        CRecord block = Models.Rustrt.CallerRecord!;

        Assert.Equal(264, Offset(block, "boxed_env"));
        Assert.Equal(280, Offset(block, "live_allocs"));
        Assert.Equal(288, Offset(block, "slot"));
        Assert.Equal(480, Offset(block, "action"));
        Assert.Equal(488, Offset(block, "call_fn"));
        Assert.Equal(544, Offset(block, "k"));
        Assert.Equal(552, Offset(block, "word"));
        Assert.Equal(560, Offset(block, "core"));
    }

    private static IEnumerable<string> Names(BindingModel model) =>
        model.Records.Where(record => record.Kind != CRecordKind.Opaque).Select(record => record.Name);

    private static long Offset(CRecord record, string field) => record.Fields.Single(f => f.Name == field).Offset;

    private static void Check(BindingModel model, string assembly, string name)
    {
        CRecord record = model.Records.Single(r => r.Name == name);
        Type type = Assembly.Load(assembly).GetType($"Rustrt.Compat.Interop.{name.Replace('.', '+')}", throwOnError: true)!;
        int size = (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

        Assert.Equal(record.Size, size);
        foreach (CField field in record.Fields.Where(f => f.Type.Resolved is not CArray { Count: null }))
        {
            Assert.Equal(field.Offset, Marshal.OffsetOf(type, field.Name));
        }
    }
}
