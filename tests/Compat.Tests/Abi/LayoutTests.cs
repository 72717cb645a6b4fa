using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Interop;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>
/// Records and numbers that the router and C# share are written down on both sides: a C program, made from the C# side's
/// names, is asked what they are on the other.
/// </summary>
public sealed class LayoutTests
{
    // C's name of a C# field where it is not the same words in lower case: records and arrays inside a record.
    private static readonly Dictionary<string, string> s_inside = new()
    {
        ["ExchangeAllocate"] = "exchange.allocate", ["ExchangeReallocate"] = "exchange.reallocate", ["ExchangeFree"] = "exchange.free",
        ["Eh0"] = "eh[0]", ["Eh1"] = "eh[1]",
        ["LoggingStart"] = "logging.start", ["LoggingEnabled"] = "logging.enabled", ["LoggingWrite"] = "logging.write",
    };

    [Fact]
    public void Task_block() => Agrees("rustrt_task_block", typeof(rustrt_task_block), "sizeof(rustrt_task_block)");

    [Fact]
    public void Record_of_an_OS_thread() => Agrees("rustrt_host", typeof(RouterHost), "sizeof(rustrt_host)");

    [Fact]
    public void Table_of_the_router() => Agrees("router_api", typeof(RouterApi), "sizeof(router_api)");

    [Fact]
    public void Table_of_the_new_backend() => Agrees("router_new_table", typeof(RouterNew), "sizeof(router_new_table)");

    [Fact]
    public void Words_of_the_new_core_in_the_task_block() =>
        Agrees("new_core_words", typeof(CoreWords), "sizeof ((rustrt_task_block *)0)->core");

    [Fact]
    public unsafe void Words_of_the_new_core_lie_where_the_task_block_has_them()
    {
        rustrt_task_block block;
        long offset = (byte*)CoreWords.Of(&block) - (byte*)&block;

        Assert.Equal(Ask([("at", "offsetof(rustrt_task_block, core)")])["at"], offset);
    }

    [Theory]
    [InlineData(typeof(Left), "LEFT_")]
    [InlineData(typeof(TaskState), "STATE_")]
    public void Numbers(Type constants, string prefix)
    {
        FieldInfo[] fields = constants.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        Dictionary<string, long> native = Ask(fields.Select(field => (field.Name, prefix + field.Name.ToUpperInvariant())));

        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal(native[field.Name], (int)field.GetRawConstantValue()!));
    }

    private static void Agrees(string record, Type type, string size)
    {
        FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Dictionary<string, long> native = Ask(
            [("sizeof", size), .. fields.Select(field => (field.Name, $"offsetof({record}, {NativeName(field.Name)})"))]);

        Assert.NotEmpty(fields);
        Assert.Equal(native["sizeof"], (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!);
        Assert.All(fields, field => Assert.Equal(native[field.Name], (long)Marshal.OffsetOf(type, field.Name)));
    }

    private static string NativeName(string name) => s_inside.TryGetValue(name, out string? inside) ? inside : SnakeCase(name);

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>The values of C expressions, by name.</summary>
    private static Dictionary<string, long> Ask(IEnumerable<(string Name, string Expression)> questions)
    {
        using TemporaryFolder folder = new();
        StringBuilder source = new("#include \"router_api.h\"\n#include <stdio.h>\nint main(void) {\n    printf(\"{\\\"\\\": 0\");\n");
        foreach ((string name, string expression) in questions)
            source.Append($"    printf(\", \\\"{name}\\\": %ld\", (long)({expression}));\n");
        source.Append("    puts(\"}\");\n    return 0;\n}\n");
        File.WriteAllText(folder["ask.c"], source.ToString());

        string[] headers = ["-I", Repository.Source("legacy/include"), "-I", Repository.Source("src/Compat/Router/Rustrt")];
        Outcome compile = NativeProcess.Run("gcc", ["-std=gnu11", folder["ask.c"], "-o", folder["ask"], .. headers], []);
        Assert.True(compile.Status == 0, compile.Errors);
        return JsonSerializer.Deserialize<Dictionary<string, long>>(NativeProcess.Run(folder["ask"], [], []).Output)!;
    }
}
