using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Types.g.cs: the records and enums of the headers, field for field.</summary>
internal sealed class TypesEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Runtime.CompilerServices;")
            .Line("using System.Runtime.InteropServices;")
            .Line()
            .Line($"namespace {CSharpNames.InteropNamespace};");
        foreach (CEnum @enum in model.Enums.Where(e => e.Name != null))
        {
            EmitEnum(code, @enum);
        }
        EmitConstants(code, model.Enums.Where(e => e.Name == null));
        foreach (CRecord record in model.Records)
        {
            EmitRecord(code, record);
        }
        yield return new GeneratedFile("Types.g.cs", code.ToString());
    }

    private static void EmitEnum(CodeWriter code, CEnum @enum)
    {
        code.Line().Open($"public enum {CSharpNames.Escape(@enum.Name!)} : {CSharpTypes.Name(@enum.Underlying)}");
        foreach (CEnumConstant constant in @enum.Constants)
        {
            code.Line($"{CSharpNames.Escape(constant.Name)} = {constant.Value},");
        }
        code.Close();
    }

    private static void EmitConstants(CodeWriter code, IEnumerable<CEnum> unnamed)
    {
        if (!unnamed.Any())
        {
            return;
        }
        code.Line().Open("public static unsafe partial class NativeMethods");
        foreach (CEnum @enum in unnamed)
        {
            foreach (CEnumConstant constant in @enum.Constants)
            {
                code.Line($"public const {CSharpTypes.Name(@enum.Underlying)} {CSharpNames.Escape(constant.Name)} = {constant.Value};");
            }
        }
        code.Close();
    }

    private static void EmitRecord(CodeWriter code, CRecord record)
    {
        string name = CSharpNames.Escape(record.Name);
        code.Line();
        switch (record.Kind)
        {
            case CRecordKind.Opaque:
                code.Line("/// <summary>Opaque: known by pointers only.</summary>")
                    .Open($"public partial struct {name}")
                    .Close();
                break;
            case CRecordKind.Blob:
                EmitBlob(code, record, name);
                break;
            default:
                EmitFields(code, record, name);
                break;
        }
    }

    private static void EmitBlob(CodeWriter code, CRecord record, string name)
    {
        // Integers of the record's alignment fill it, so that it travels in the same registers as the C record.
        string word = record.Alignment switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };
        int count = (int)(record.Size / Math.Min(record.Alignment, 8));
        code.Line($"/// <summary>A system record of {record.Size} bytes; only its size and alignment are bound.</summary>")
            .Open($"public partial struct {name}")
            .Line($"private {word} {string.Join(", ", Enumerable.Range(0, count).Select(i => $"_{i}"))};")
            .Close();
    }

    private static void EmitFields(CodeWriter code, CRecord record, string name)
    {
        code.Open($"public unsafe partial struct {name}");
        var buffers = new List<(string Field, CArray Array)>();
        foreach (CField field in record.Fields)
        {
            // C# allows no member that is named as its type.
            string identifier = field.Name == record.Name ? field.Name + "_" : CSharpNames.Escape(field.Name);
            switch (field.Type.Resolved)
            {
                case CArray { Count: null } flexible:
                    string element = CSharpTypes.Name(CSharpTypes.InnermostElement(flexible));
                    code.Line("/// <summary>Where the flexible array begins. Only for records in native memory: a copy has no array.</summary>")
                        .Line($"public {element}* {identifier} => ({element}*)((nint)Unsafe.AsPointer(ref this) + {field.Offset});");
                    break;
                case CArray array when CSharpTypes.InnermostElement(array).Resolved is CPrimitive primitive && IsFixable(primitive):
                    code.Line($"public fixed {CSharpTypes.Name(primitive)} {identifier}[{Length(array)}];");
                    break;
                case CArray array:
                    buffers.Add((field.Name, array));
                    code.Line($"public {BufferName(field.Name)} {identifier};");
                    break;
                default:
                    code.Line($"public {CSharpTypes.Name(field.Type)} {identifier};");
                    break;
            }
        }
        foreach ((string field, CArray array) in buffers)
        {
            EmitBuffer(code, field, array);
        }
        code.Close();
    }

    /// <summary>An array of what C#'s <c>fixed</c> does not take; it is indexed in the same way.</summary>
    private static void EmitBuffer(CodeWriter code, string field, CArray array)
    {
        string element = CSharpTypes.Name(CSharpTypes.InnermostElement(array));
        code.Line()
            .Line("[StructLayout(LayoutKind.Sequential)]")
            .Open($"public struct {BufferName(field)}")
            .Line($"private {element} {string.Join(", ", Enumerable.Range(0, (int)Length(array)).Select(i => $"_{i}"))};")
            .Line()
            .Line($"public ref {element} this[int index] => ref (({element}*)Unsafe.AsPointer(ref this))[index];")
            .Close();
    }

    private static bool IsFixable(CPrimitive element) =>
        element.Kind is not (CPrimitiveKind.NativeInt or CPrimitiveKind.NativeUInt);

    private static long Length(CArray array) =>
        array.Count!.Value * (array.Element.Resolved is CArray inner ? Length(inner) : 1);

    private static string BufferName(string field) => $"_{field}_e__FixedBuffer";
}
