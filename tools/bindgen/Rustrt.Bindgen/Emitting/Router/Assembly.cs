namespace Rustrt.Bindgen.Emitting.Router;

/// <summary>The few forms of x86-64 assembly that the router's generated files consist of.</summary>
internal static class Assembly
{
    private const string Indent = "        ";

    public static CodeWriter Instruction(this CodeWriter code, string text) => code.Line(Indent + text);

    /// <summary>A function that only jumps on: the stack is the caller's all the time, so the default CFI is exact.</summary>
    public static CodeWriter JumpFunction(this CodeWriter code, string name, bool exported, params string[] instructions)
    {
        code.Instruction(".p2align 4");
        if (exported)
        {
            code.Instruction($".globl {name}");
        }
        code.Instruction($".type {name}, @function").Line($"{name}:").Instruction(".cfi_startproc");
        foreach (string instruction in instructions)
        {
            code.Instruction(instruction);
        }
        return code.Instruction(".cfi_endproc").Instruction($".size {name}, .-{name}");
    }

    /// <summary>A table of addresses, visible in the router alone.</summary>
    public static CodeWriter Table(this CodeWriter code, string name, IEnumerable<string> entries)
    {
        code.Instruction(".p2align 6")
            .Instruction($".globl {name}")
            .Instruction($".hidden {name}")
            .Instruction($".type {name}, @object")
            .Line($"{name}:");
        foreach (string entry in entries)
        {
            code.Instruction($".quad {entry}");
        }
        return code.Instruction($".size {name}, .-{name}");
    }
}
