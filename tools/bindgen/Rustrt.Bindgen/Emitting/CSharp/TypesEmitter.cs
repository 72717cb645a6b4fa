using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Types.g.cs: the records and enums of the headers, field for field.</summary>
internal sealed class TypesEmitter : IEmitter
{
    public IEnumerable<GeneratedFile> Emit(BindingModel model)
    {
        CodeWriter code = Banner.CSharp(model)
            .Line("using System.Diagnostics.CodeAnalysis;")
            .Line("using System.Runtime.CompilerServices;")
            .Line("using System.Runtime.InteropServices;")
            .Line()
            .Line($"namespace {model.Namespace};");
        foreach (CEnum @enum in model.Enums.Where(e => e.Name != null))
        {
            code.Line();
            EmitEnum(code, @enum, model.Visibility);
        }
        var records = new RecordWriter(code, model.Records, model.Visibility);
        foreach (CRecord record in model.Records.Where(record => record.Parent == null))
        {
            code.Line();
            records.Write(record);
        }
        yield return new GeneratedFile("Types.g.cs", code.ToString());
    }

    private static void EmitEnum(CodeWriter code, CEnum @enum, string visibility)
    {
        code.Lines(XmlDocs.Of(@enum.Comment));
        if (@enum.IsFlags)
        {
            code.Line("[Flags]");
        }
        code.Open($"{visibility} enum {CSharpNames.Escape(@enum.Name!)} : {CSharpTypes.Name(@enum.Underlying)}");
        foreach (CEnumConstant constant in @enum.Constants)
        {
            code.Lines(XmlDocs.Of(constant.Comment)).Line($"{CSharpNames.Escape(constant.Name)} = {constant.Value},");
        }
        code.Close();
    }
}
