using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;
using Rustrt.Bindgen.Runtime.Facade;

namespace Bindgen.Tests.Facade;

/// <summary>
/// zlib bound twice, with the imports alone and with the facade; the same caller built on each; and a program that knows of the
/// facade.
/// </summary>
public sealed class BuiltFacade : IDisposable
{
    private const string Bin = "bin/Release/net10.0";

    private readonly TempFolder _folder = new();

    public BuiltFacade()
    {
        Bind("imports", "pinvoke,services");
        Bind("facade", "pinvoke,services,facade");
        File.Copy(Source("Registration.cs"), _folder.File("facade/Registration.cs"));
        File.Copy(Source("Checksums.cs"), _folder.File("facade/Checksums.cs"));
        WriteProgram("caller-imports", "Caller", "imports");
        WriteProgram("caller-facade", "Caller", "facade");
        WriteProgram("host", "Host", "facade");
        string all = _folder.Write("all.slnx", """
            <Solution>
              <Project Path="imports/imports.csproj" />
              <Project Path="facade/facade.csproj" />
              <Project Path="caller-imports/caller-imports.csproj" />
              <Project Path="caller-facade/caller-facade.csproj" />
              <Project Path="host/host.csproj" />
            </Solution>
            """);
        Outcome build = Tool.Run("dotnet", ["build", all, "-c", "Release", "-v", "q", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        Assert.True(build.ExitCode == 0, build.Output + build.Errors);
        SwapBindings();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Where a program was built, by its folder's name.</summary>
    public string Program(string name) => _folder.File($"{name}/{Bin}/{(name == "host" ? "Host" : "Caller")}.dll");

    internal string Scratch(string name) => _folder.File(name);

    internal Outcome Run(string program, string[] words, params (string Name, string Value)[] environment) =>
        Tool.Run("dotnet", [Program(program), .. words], environment);

    /// <summary>The caller that was compiled against the imports, with the facade's assembly in their place: caller-swapped.</summary>
    private void SwapBindings()
    {
        Directory.CreateDirectory(_folder.File($"caller-swapped/{Bin}"));
        foreach (string file in Directory.GetFiles(_folder.File($"caller-imports/{Bin}")))
        {
            File.Copy(file, _folder.File($"caller-swapped/{Bin}/{Path.GetFileName(file)}"));
        }
        File.Copy(_folder.File($"caller-facade/{Bin}/Zlib.dll"), _folder.File($"caller-swapped/{Bin}/Zlib.dll"), overwrite: true);
    }

    private void Bind(string name, string emit)
    {
        Outcome bound = CommandLine.Bindgen(
            "--header", "zlib.h", "--define", "_LARGEFILE64_SOURCE=1", "--manifest", Source("manifest.json"), "--emit", emit,
            "--out", _folder.File($"{name}/Generated"));
        Assert.True(bound.ExitCode == ExitCode.Success, bound.Errors);
        WriteProject($"{name}/{name}.csproj", "Zlib.project", name, "Zlib");
    }

    private void WriteProgram(string folder, string name, string bindings)
    {
        WriteProject($"{folder}/{folder}.csproj", "Program.project", bindings, name);
        File.Copy(Source($"{name}.cs"), _folder.File($"{folder}/{name}.cs"));
    }

    // Under another name where it lies: it is no project of the solution, since it cannot be built there.
    private void WriteProject(string path, string source, string bindings, string assembly) => _folder.Write(path, File.ReadAllText(Source(source))
        .Replace("RUNTIME", typeof(ServiceSwitch).Assembly.Location, StringComparison.Ordinal)
        .Replace("BINDINGS", bindings, StringComparison.Ordinal)
        .Replace("ASSEMBLY", assembly, StringComparison.Ordinal));

    private static string Source(string name) => Path.Combine(Repository.Root, "tests/Bindgen.Tests/Facade/Projects", name);
}
