using System.Diagnostics.CodeAnalysis;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>
/// A program outside of the repository that has the packages alone: it restores from the folder of ./migrate pack, and finds in its own
/// output all that it loads.
/// </summary>
public sealed class PackageTests(PackageTests.Consumer consumer) : IClassFixture<PackageTests.Consumer>
{
    private const string Failure = "rust: task failed at 'too deep', consumer.cs:1\n";

    [Theory]
    [InlineData("all=legacy", "")]
    [InlineData("all=new", Failure)]
    public void It_runs_on_either_backend_by_its_configuration(string setting, string logged)
    {
        Outcome outcome = consumer.Run(("Rustrt__Switch", setting));

        Assert.Equal((0, $"the switch is {setting}\n{logged}status 0\n", Failure), (outcome.Status, outcome.Output, CallerProcess.Errors(outcome)));
    }

    [Theory]
    [InlineData(false, "all=legacy;logging=legacy", "")]
    [InlineData(true, "all=legacy;logging=new", Failure)]
    public void A_feature_decides_its_unit(bool on, string setting, string logged)
    {
        Outcome outcome = consumer.Run(
            ("Rustrt__Switch", "all=legacy"), ("Rustrt__Features__logging", "NewLog"), ("FeatureManagement__NewLog", on ? "true" : "false"));

        Assert.Equal((0, $"the switch is {setting}\n{logged}status 0\n", Failure), (outcome.Status, outcome.Output, CallerProcess.Errors(outcome)));
    }

    [Fact]
    public void The_environment_decides_without_a_host_s_word()
    {
        Outcome outcome = consumer.Run(("RUSTRT_SWITCH", "all=new"));

        Assert.Equal((0, $"{Failure}status 0\n"), (outcome.Status, outcome.Output));
    }

    [Fact]
    public void It_needs_nothing_of_the_repository()
    {
        string[] libraries = [.. Directory.GetFiles(consumer.Output, "librustrt*.so", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(consumer.Output, file)).Order(StringComparer.Ordinal)];

        Assert.Equal(["runtimes/linux-x64/native/librustrt.so", "runtimes/linux-x64/native/librustrt_legacy.so", "runtimes/linux-x64/native/librustrt_managed.so"], libraries);
        Assert.DoesNotContain(Repository.Root + "/src", File.ReadAllText(Path.Combine(consumer.Output, "Consumer.deps.json")), StringComparison.Ordinal);
    }

    /// <summary>The program, built in a folder of its own.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "xunit wants a fixture that is as visible as its test class.")]
    public sealed class Consumer : IDisposable
    {
        private const string Project = """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Rustrt.Compat.Hosting" Version="0.1.0-dev.*" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="9.0.*" />
              </ItemGroup>
            </Project>
            """;

        private const string Program = """
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            using System.Text;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;
            using Microsoft.FeatureManagement;
            using Rustrt.Compat.Interop;
            using Rustrt.Compat.Managed;
            using static Rustrt.Compat.Interop.NativeMethods;

            var builder = Host.CreateApplicationBuilder(args);
            builder.Logging.ClearProviders().AddProvider(new Lines());
            builder.Services.AddFeatureManagement();
            builder.Services.AddRustrt();
            using var host = builder.Build();
            host.Start();
            int status = Caller.Run();
            host.StopAsync().GetAwaiter().GetResult();
            Console.Out.Write($"status {status}\n");
            return status;

            internal static unsafe class Caller
            {
                public static int Run()
                {
                    crate_map* map = (crate_map*)NativeMemory.AllocZeroed(64);
                    map->version = 1;
                    map->annihilate = (delegate* unmanaged[Cdecl]<void*, void>)&Nothing;
                    map->entries = (mod_entry*)NativeMemory.AllocZeroed((nuint)sizeof(mod_entry));
                    byte* name = Text("consumer");
                    return rust_start((nuint)(delegate* unmanaged[Cdecl]<void*, rust_opaque_box*, void*, void>)&Work, 1, &name, map);
                }

                [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
                private static void Work(void* ret, rust_opaque_box* env, void* arg) =>
                    ManagedTasks.Start(new_task(), static () => upcall_fail(Text("too deep"), Text("consumer.cs"), 1));

                [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
                private static void Nothing(void* unused)
                {
                }

                private static byte* Text(string text) => (byte*)Marshal.StringToCoTaskMemUTF8(text);
            }

            internal sealed class Lines : ILoggerProvider, ILogger
            {
                public ILogger CreateLogger(string category) => category.StartsWith("Rustrt", StringComparison.Ordinal)
                    ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

                public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

                public bool IsEnabled(LogLevel level) => level >= LogLevel.Information;

                public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> text)
                {
                    string line = text(state, error);
                    if (!line.StartsWith("task bodies in C#", StringComparison.Ordinal)) Console.Out.Write(line + "\n");
                }

                public void Dispose()
                {
                }
            }
            """;

        private readonly string _folder = Directory.CreateTempSubdirectory("rustrt-consumer-").FullName;

        public Consumer()
        {
            string packages = Repository.Source("artifacts/packages");
            Assert.True(Directory.Exists(packages), "artifacts/packages is missing; './migrate pack' makes it");
            File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""<configuration><packageSources><add key="packages" value="{packages}" /></packageSources></configuration>""");
            File.WriteAllText(Path.Combine(_folder, "Consumer.csproj"), Project);
            File.WriteAllText(Path.Combine(_folder, "Program.cs"), Program);
            // The build servers that MSBuild leaves behind would keep the output open.
            Outcome build = NativeProcess.Run("dotnet", ["build", "-nologo", "-p:UseSharedCompilation=false"],
                [("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0")], _folder);
            Assert.True(build.Status == 0, build.ToString());
        }

        internal string Output => Path.Combine(_folder, "bin", "Debug", "net10.0");

        internal Outcome Run(params (string Name, string Value)[] variables) => NativeProcess.Run(Path.Combine(Output, "Consumer"), [], variables);

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
