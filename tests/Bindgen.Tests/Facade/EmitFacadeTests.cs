using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;
using Rustrt.Bindgen.Runtime.Switch;
using Rustrt.Compat.Interop;

namespace Bindgen.Tests.Facade;

/// <summary>Who asks for a facade gets one that fits; and the golden one, of a library with tasks, calls what it should.</summary>
public sealed unsafe class EmitFacadeTests : IClassFixture<GoldenLibraries>
{
    private static readonly Records s_records = new();

    // A process decides once, and no other test calls through the golden facade.
    static EmitFacadeTests()
    {
        Environment.SetEnvironmentVariable("SMALL_SWITCH", "two-words=new");
        SmallServices.Use(s_records);
    }

    [Theory]
    [InlineData("facade")]
    [InlineData("facade,pinvoke")]
    [InlineData("facade,services,exports")]
    public void A_facade_needs_the_imports_and_the_services_beside_it(string words)
    {
        using var folder = new TempFolder();

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), Repository.Golden("manifest.json"), folder.File("out"), "--emit", words);

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Equal("--emit facade needs pinvoke and services beside it, as in --emit pinvoke,services,facade\n", outcome.Errors);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void Calls_of_a_legacy_service_arrive_in_the_library()
    {
        Assert.Equal(12, NativeMethods.small_add(3, 4, 5, 0));
        Assert.Equal(Backend.Legacy, SmallServices.Units.Single(unit => unit.Name == "plain").Backend);
    }

    [Fact]
    public void Calls_of_a_new_service_arrive_in_it_with_the_calling_task()
    {
        small_task_block task = default;
        NativeMethods.Task = &task;

        small_pair swapped = NativeMethods.small_swap(new small_pair { first = 1, second = 2 });

        NativeMethods.Task = null;
        Assert.Equal((2u, 1L), (swapped.first, swapped.second));
        Assert.Equal((nint)(&task), s_records.LastCaller);
        Assert.Equal(Backend.New, SmallServices.Units.Single(unit => unit.Name == "two-words").Backend);
    }

    /// <summary>Remembers who called, and leaves the work to the library.</summary>
    private sealed class Records : IRecords
    {
        private readonly LegacyRecords _legacy = new();

        public nint LastCaller { get; private set; }

        public small_pair small_swap(small_pair pair, small_task_block* caller)
        {
            LastCaller = (nint)caller;
            return _legacy.small_swap(pair, caller);
        }

        public double small_blend(small_shared value, long more, small_task_block* caller) => _legacy.small_blend(value, more, caller);

        public small_big small_grow(ulong a, ulong b, small_task_block* caller) => _legacy.small_grow(a, b, caller);

        public ushort small_port(sockaddr_in address, small_task_block* caller) => _legacy.small_port(address, caller);

        public small_mixed small_scale(small_mixed value, double by, small_task_block* caller) => _legacy.small_scale(value, by, caller);

        public ulong small_sum(small_big big, ulong more, small_task_block* caller) => _legacy.small_sum(big, more, caller);
    }
}
