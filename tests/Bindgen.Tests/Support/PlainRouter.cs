namespace Bindgen.Tests.Support;

/// <summary>The router of a library without tasks, built of bindgen's output and the C sources that the runtime package carries.</summary>
internal static class PlainRouter
{
    /// <param name="generated">The folder router/ of bindgen's output.</param>
    /// <param name="folder">Where the library goes.</param>
    /// <param name="library">Its file name, which is also its SONAME.</param>
    public static void Build(string generated, string folder, string library)
    {
        string router = Path.Combine(Repository.Root, "src/Compat/Router");
        string switches = Path.Combine(Repository.Root, "src/Compat/Switch");
        IEnumerable<string> sources = new[] { Path.Combine(router, "Generic"), Path.Combine(router, "Plain"), switches, generated }
            .SelectMany(Directory.GetFiles)
            .Where(file => file.EndsWith(".c", StringComparison.Ordinal) || file.EndsWith(".S", StringComparison.Ordinal));
        Tool.Gcc([
            "-shared", "-fPIC", "-O2", "-fvisibility=hidden", "-std=gnu11", $"-I{router}/Generic", $"-I{switches}", $"-I{generated}",
            "-o", Path.Combine(folder, library), $"-Wl,-soname,{library}", $"-Wl,--version-script={generated}/router.g.map",
            "-Wl,-z,defs", .. sources]);
    }
}
