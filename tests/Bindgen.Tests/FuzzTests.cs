using System.Text;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>Whatever is done to the inputs, the command ends with one of its exit codes and a message, and writes only if all is well.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Rounds = 150;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutated_manifests() => Mutate(
        Repository.Golden("manifest.json"), "manifest.json", file => (Repository.Golden("small.h"), file));

    [Fact]
    public void Mutated_manifests_with_handles_texts_and_names() => Mutate(
        Repository.Golden("Handles/manifest.json"), "manifest.json", file => (Repository.Golden("Handles/box.h"), file));

    [Fact]
    public void Mutated_headers() => Mutate(
        Repository.Golden("small.h"), "header.h", file => (file, Repository.Golden("manifest.json")));

    private void Mutate(string original, string name, Func<string, (string Header, string Manifest)> inputs)
    {
        byte[] text = File.ReadAllBytes(original);
        for (int round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            string file = _folder.File(name);
            File.WriteAllBytes(file, Mutated(text, random));
            (string header, string manifest) = inputs(file);
            string target = _folder.File($"out{round}");

            Outcome outcome = CommandLine.BindgenOn(header, manifest, target);

            string told = $"round {round}: exit code {outcome.ExitCode}, {outcome.Errors}";
            Assert.True(outcome.ExitCode is ExitCode.Success or ExitCode.Usage or ExitCode.Parse, told);
            Assert.DoesNotContain("Unhandled", told, StringComparison.Ordinal);
            Assert.True(outcome.ExitCode == ExitCode.Success == Directory.Exists(target), told);
            Assert.True(outcome.ExitCode == ExitCode.Success || outcome.Errors.Length > 0, told);
        }
    }

    /// <summary>Bytes changed, words repeated, pieces cut out: a few of each.</summary>
    private static byte[] Mutated(byte[] text, Random random)
    {
        List<byte> mutated = [.. text];
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            int place = random.Next(mutated.Count - 1);
            int length = Math.Min(random.Next(1, 30), mutated.Count - place);
            switch (random.Next(4))
            {
                case 0:
                    mutated[place] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveRange(place, length);
                    break;
                case 2:
                    mutated.InsertRange(random.Next(mutated.Count), mutated.GetRange(place, length));
                    break;
                default:
                    mutated.InsertRange(place, Encoding.UTF8.GetBytes("\"{}[]();*, \n"[random.Next(12)].ToString()));
                    break;
            }
        }
        return [.. mutated];
    }
}
