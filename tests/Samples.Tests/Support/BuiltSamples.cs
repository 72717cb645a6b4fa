namespace Rustrt.Samples.Tests.Support;

/// <summary>Copies of the samples outside of the repository, built together.</summary>
public sealed class BuiltSamples : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("samples-test-").FullName;

    public BuiltSamples()
    {
        PackageProject.NamePackages(_root);
        foreach (string name in Names)
        {
            Directory.CreateDirectory(At(name));
            foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "samples", name))) File.Copy(file, At($"{name}/{Path.GetFileName(file)}"));
        }
        Dotnet("new", "sln", "--name", "samples", "--format", "sln");
        Dotnet(["sln", "add", .. Names.Select(name => Directory.GetFiles(At(name), "*.csproj").Single())]);
        Dotnet("build", "-nologo");
    }

    /// <summary>The folders of samples/ that use Rustrt.Federation, or its freestanding part.</summary>
    internal static string[] Names { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "samples")).Select(folder => Path.GetFileName(folder))
            .Where(name => Directory.GetFiles(Path.Combine(Repository.Root, "samples", name), "*.csproj")
                .Any(project => File.ReadAllText(project).Contains("\"Rustrt.Federation", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    internal string At(string path) => Path.Combine(_root, path);

    /// <summary>Runs what was built of a sample.</summary>
    internal Outcome Run(string sample, string input, params string[] arguments)
    {
        return Tool.Run(_root, input, "dotnet", [Assembly(sample), .. arguments]);
    }

    /// <summary>What was built of a sample.</summary>
    internal string Assembly(string sample)
    {
        string name = Path.GetFileNameWithoutExtension(Directory.GetFiles(At(sample), "*.csproj").Single());
        return At($"{sample}/bin/Debug/net10.0/{name}.dll");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Dotnet(params string[] arguments) => Tool.Run(_root, "", "dotnet", arguments).Good();
}

/// <summary>They are built once for all tests.</summary>
[CollectionDefinition(nameof(BuiltSamples))]
public sealed class BuiltOnce : ICollectionFixture<BuiltSamples>;
