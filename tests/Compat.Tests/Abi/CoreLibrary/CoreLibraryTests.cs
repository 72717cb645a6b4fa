using System.Runtime.InteropServices;
using System.Text.Json;
using Rustrt.Compat.Tests.Abi.Core;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Abi;

/// <summary>The core library is what its header says, and meets whatever runtime the search path names.</summary>
public sealed unsafe partial class CoreLibraryTests
{
    private const string Generated = "tests/Compat.Tests/Abi/CoreLibrary/Generated";

    private const nuint SemaphoreSize = 32;

    // A process can have one resolver for an assembly.
    private static readonly Lazy<nint> s_library = new(Load);

    [Fact]
    public void Exports_the_functions_of_its_header_and_no_others()
    {
        using JsonDocument coverage = JsonDocument.Parse(File.ReadAllText(Repository.Source($"{Generated}/coverage.g.json")));

        Assert.Equal(
            coverage.RootElement.GetProperty("symbols").EnumerateArray().Select(symbol => symbol.GetProperty("name").GetString()!)
                .Order(StringComparer.Ordinal),
            Elf.Exports(Repository.CoreLibrary));
    }

    [Fact]
    public void Asks_for_the_runtime_by_name_alone()
    {
        Assert.Equal(Repository.CoreName, Elf.SharedObjectName(Repository.CoreLibrary));
        Assert.Contains(Repository.RouterName, Elf.Needed(Repository.CoreLibrary));
        Assert.Empty(Elf.RunPaths(Repository.CoreLibrary));
    }

    [Fact]
    public void Its_records_lie_in_C_sharp_as_in_C()
    {
        using TemporaryFolder folder = new();
        Outcome compile = NativeProcess.Run("gcc", ["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-I", Repository.Source("legacy/include"),
            Repository.Source($"{Generated}/layout_tests.g.c"), "-o", folder["layouts"]], []);

        Assert.True(compile.Status == 0, compile.Errors);
        Assert.Equal(new Outcome(0, "", ""), NativeProcess.Run(folder["layouts"], [], []));
        Assert.InRange(Core.LayoutTests.Records, 1, int.MaxValue);
        Assert.Empty(Core.LayoutTests.Failures());
    }

    /// <summary>Body and drop of the main task are a C function that counts: no managed frame may be on a task's stack.</summary>
    [Fact]
    public void A_program_starts_and_ends_through_the_binding()
    {
        Assert.NotEqual(0, s_library.Value);
        nint libc = NativeLibrary.Load("libc.so.6");
        var count = (delegate* unmanaged[Cdecl]<void*, void>)NativeLibrary.GetExport(libc, "sem_post");
        var total = (delegate* unmanaged[Cdecl]<void*, int*, int>)NativeLibrary.GetExport(libc, "sem_getvalue");
        void* semaphore = NativeMemory.AllocZeroed(SemaphoreSize);
        int calls;

        Assert.Equal(0, NativeMethods.rustcore_start(new rustcore_closure { call = count, env = semaphore, drop = count }, 0, null, null));

        Assert.Equal(0, total(semaphore, &calls));
        Assert.Equal(2, calls);
        NativeMemory.Free(semaphore);
    }

    private static nint Load()
    {
        // What .NET calls the environment is a copy.
        Assert.Equal(0, SetEnvironment("RUST_MIN_STACK", "262144", 1));
        NativeLibrary.Load(Path.Combine(Repository.Legacy, Repository.RouterName));
        nint library = NativeLibrary.Load(Repository.CoreLibrary);
        NativeLibrary.SetDllImportResolver(typeof(CoreLibraryTests).Assembly, (name, _, _) => name == "rustcore" ? library : 0);
        return library;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
