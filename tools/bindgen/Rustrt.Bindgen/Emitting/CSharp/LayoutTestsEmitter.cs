using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>
/// LayoutTests.g.cs: whether the structs lie in memory as the model says. That the model says what the C compiler does is
/// <see cref="LayoutProgramEmitter"/>'s to check.
/// </summary>
internal sealed class LayoutTestsEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CRecord[] records = [.. model.Records.Where(record => record.Kind != CRecordKind.Opaque)];
        var layouts = new ManagedLayouts(new TypeSizes(model.Records));
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Runtime.CompilerServices;")
            .Line("using System.Runtime.InteropServices;")
            .Line()
            .Line($"namespace {model.Namespace};")
            .Line()
            .Line("/// <summary>Compares sizes, alignments, offsets and bit fields with those of the C records.</summary>")
            .Open($"{model.Visibility} static unsafe class LayoutTests")
            .Line("/// <summary>How many records are compared.</summary>")
            .Line($"public const int Records = {records.Length};")
            .Line()
            .Line("/// <summary>What is not as in C: one line each, none if all is well.</summary>")
            .Open("public static IReadOnlyList<string> Failures()")
            .Line("var failures = new List<string>();")
            .Line($"byte* memory = (byte*)NativeMemory.AlignedAlloc({Math.Max(1, records.Select(r => r.Size).DefaultIfEmpty(0).Max())}, 64);");
        for (int i = 0; i < records.Length; i++)
        {
            code.Line($"Check{i}(failures, memory);");
        }
        code.Line("NativeMemory.AlignedFree(memory);").Line("return failures;").Close();
        for (int i = 0; i < records.Length; i++)
        {
            EmitCheck(code, records[i], i, layouts.Alignment(records[i]) == records[i].Alignment);
        }
        code.Line()
            .Open("private static void Expect(List<string> failures, string what, long inC, long here)")
            .Open("if (inC != here)")
            .Line("failures.Add($\"{what}: {inC} in C, {here} in C#\");")
            .Close()
            .Close()
            .Line()
            .Open("private static void ExpectBits(List<string> failures, string what, byte* memory, long size, long first, int width)")
            .Open("for (long bit = 0; bit < 8 * size; bit++)")
            .Open("if ((memory[bit / 8] >> (int)(bit % 8) & 1) != (bit >= first && bit < first + width ? 1 : 0))")
            .Line("failures.Add($\"{what}: bit {bit} is wrong\");")
            .Close()
            .Close()
            .Close()
            .Line()
            .Line("private static long AlignmentOf<T>() where T : unmanaged => sizeof(Behind<T>) - sizeof(T);")
            .Line()
            .Open("private struct Behind<T> where T : unmanaged")
            .Line("public byte Before;")
            .Line("public T Value;")
            .Close()
            .Close();
        yield return new GeneratedFile("LayoutTests.g.cs", code.ToString());
    }

    private static void EmitCheck(CodeWriter code, CRecord record, int index, bool hasAlignment)
    {
        string type = CSharpNames.Record(record.Name);
        code.Line()
            .Open($"private static void Check{index}(List<string> failures, byte* memory)")
            .Line($"Expect(failures, \"size of {record.Name}\", {record.Size}, sizeof({type}));");
        if (hasAlignment)
        {
            code.Line($"Expect(failures, \"alignment of {record.Name}\", {record.Alignment}, AlignmentOf<{type}>());");
        }
        code.Line($"{type}* r = ({type}*)memory;");
        foreach (CField field in record.Fields)
        {
            string what = $"{record.Name}.{field.Name}";
            string member = field.Name.Length > 0 ? CSharpNames.Member(field.Name, record) : RecordWriter.AnonymousName(record, field);
            if (field.Bits is { } bits)
            {
                string ones = $"unchecked(({CSharpTypes.Name(field.Type)})ulong.MaxValue)";
                code.Line($"NativeMemory.Clear(memory, {record.Size});")
                    .Line($"r->{member} = {ones};")
                    .Line($"ExpectBits(failures, \"bits of {what}\", memory, {record.Size}, {bits.Offset}, {bits.Width});")
                    .Line($"Expect(failures, \"value of {what}\", {Ones(field)}, (long)r->{member});");
                continue;
            }
            string address = field.Type.Resolved is CArray array
                && (array.Count == null || CSharpTypes.IsFixable(CSharpTypes.InnermostElement(array)))
                ? $"(byte*)r->{member}"
                : $"(byte*)&r->{member}";
            code.Line($"Expect(failures, \"offset of {what}\", {field.Offset}, {address} - memory);");
        }
        code.Close();
    }

    /// <summary>What a bit field of ones reads as.</summary>
    private static long Ones(CField field)
    {
        CPrimitiveKind kind = field.Type.Resolved is CEnumType @enum ? @enum.Underlying : ((CPrimitive)field.Type.Resolved).Kind;
        int width = field.Bits!.Width;
        return CSharpTypes.IsSigned(kind) && kind != CPrimitiveKind.Char || width == 64 ? -1
            : kind == CPrimitiveKind.Char ? byte.MaxValue
            : (1L << width) - 1;
    }
}
