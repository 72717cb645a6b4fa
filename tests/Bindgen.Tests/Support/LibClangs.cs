namespace Bindgen.Tests.Support;

/// <summary>The versions of libclang that bindgen is tested with: the oldest and newest in use, and in the full tier one between.</summary>
internal static class LibClangs
{
    public static int[] Versions { get; } = Environment.GetEnvironmentVariable("RUSTRT_TESTS_FULL") == "1" ? [14, 16, 19] : [14, 19];

    /// <summary>Whose header the binding in tools/bindgen was made from.</summary>
    public static string Headers => "/usr/lib/llvm-14/include";

    public static string File(int version)
    {
        string file = $"/usr/lib/llvm-{version}/lib/libclang-{version}.so.1";
        Assert.True(System.IO.File.Exists(file), $"{file} is missing: apt-get install libclang1-{version} libclang-common-{version}-dev");
        return file;
    }

    /// <summary>The bindgen command with one of them. In a process of its own, since a process loads one libclang.</summary>
    public static Outcome Bindgen(int version, params IEnumerable<string> arguments) => BindgenWith(File(version), arguments);

    /// <summary>The bindgen command with what a file says it is.</summary>
    public static Outcome BindgenWith(string file, params IEnumerable<string> arguments) =>
        Tool.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "bindgen.dll"), .. arguments], ("BINDGEN_LIBCLANG", file));
}
