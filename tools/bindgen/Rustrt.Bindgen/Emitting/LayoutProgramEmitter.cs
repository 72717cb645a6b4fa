using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting;

/// <summary>
/// layout_tests.g.c: a program that compares what the bindings believe of the C records with what the C compiler makes of them.
/// It prints each difference and returns 1 if there is any.
/// </summary>
internal sealed class LayoutProgramEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        var records = model.Records.ToDictionary(record => record.Name, StringComparer.Ordinal);
        CodeWriter code = Banner.C(model);
        foreach (string define in model.Defines)
        {
            string[] parts = define.Split('=', 2);
            code.Line($"#define {parts[0]} {(parts.Length > 1 ? parts[1] : "1")}".TrimEnd());
        }
        foreach (string include in model.Includes)
        {
            code.Line($"#include <{include}>");
        }
        code.Line("#include <stddef.h>")
            .Line("#include <stdio.h>")
            .Line("#include <string.h>")
            .Line()
            .Lines(MacrosNamedAsFields(model).Select(name => $"#undef {name}"))
            .Line("static int failures;")
            .Line()
            .Open("static __attribute__((unused)) void expect(const char *what, long bindings, long compiler)")
            .Open("if (bindings != compiler)")
            .Line("printf(\"%s: %ld in the bindings, %ld in C\\n\", what, bindings, compiler);")
            .Line("failures = 1;")
            .Close()
            .Close()
            .Line()
            .Open("static __attribute__((unused)) void expect_bits(const char *what, const void *record, long size, long first, long width)")
            .Line("const unsigned char *bytes = record;")
            .Line("long bit;")
            .Open("for (bit = 0; bit < 8 * size; bit++)")
            .Open("if ((bytes[bit / 8] >> (bit % 8) & 1) != (bit >= first && bit < first + width))")
            .Line("printf(\"bits of %s: bit %ld is wrong in the bindings\\n\", what, bit);")
            .Line("failures = 1;")
            .Close()
            .Close()
            .Close()
            .Line()
            .Open("int main(void)");
        foreach (CRecord record in model.Records.Where(r => r.Kind != CRecordKind.Opaque && r.CName != null))
        {
            code.Line($"expect(\"size of {record.Name}\", {record.Size}, (long)sizeof({record.CName}));")
                .Line($"expect(\"alignment of {record.Name}\", {record.Alignment}, (long)_Alignof({record.CName}));");
            EmitFields(code, records, record.CName!, record, "", 0);
        }
        code.Line("return failures;").Close();
        yield return new GeneratedFile("layout_tests.g.c", code.ToString());
    }

    /// <summary>Macros that the compiler would put in the place of fields (libxml2 has some).</summary>
    private static IEnumerable<string> MacrosNamedAsFields(BindingModel model) => model.Records
        .SelectMany(record => record.Fields.Select(field => field.Name))
        .Intersect(model.OtherMacros.Concat(model.Constants.Select(constant => constant.Name)))
        .Order(StringComparer.Ordinal);

    /// <param name="path">How C reaches the record within the outermost one: empty, or ending in a dot.</param>
    /// <param name="start">Where it begins in that.</param>
    private static void EmitFields(
        CodeWriter code, Dictionary<string, CRecord> records, string outermost, CRecord record, string path, long start)
    {
        foreach (CField field in record.Fields)
        {
            if (field.Bits is { } bits)
            {
                code.Line("{")
                    .Line($"    static {outermost} r;")
                    .Line("    memset(&r, 0, sizeof r);")
                    .Line($"    r.{path}{field.Name}{(field.Type.Resolved is CPrimitive { Kind: CPrimitiveKind.Bool } ? " = 1" : "--")};")
                    .Line($"    expect_bits(\"{record.Name}.{field.Name}\", &r, (long)sizeof r, {8 * start + bits.Offset}, {bits.Width});")
                    .Line("}");
                continue;
            }
            CType element = field.Type;
            string index = "";
            while (element.Resolved is CArray array)
            {
                element = array.Element;
                index += "[0]";
            }
            CRecord? inner = element.Resolved is CRecordType type && records[type.Name] is { CName: null, Parent: not null } unnamed ? unnamed : null;
            if (field.Name.Length > 0)
            {
                code.Line($"expect(\"offset of {record.Name}.{field.Name}\", {start + field.Offset}, "
                    + $"(long)offsetof({outermost}, {path}{field.Name}));");
                if (inner != null)
                {
                    code.Line($"expect(\"size of {inner.Name}\", {inner.Size}, (long)sizeof((({outermost} *)0)->{path}{field.Name}{index}));");
                }
            }
            if (inner != null)
            {
                string name = field.Name.Length > 0 ? $"{path}{field.Name}{index}." : path;
                EmitFields(code, records, outermost, inner, name, start + field.Offset);
            }
        }
    }
}
