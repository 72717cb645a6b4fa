using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Freestanding;

/// <summary>The freestanding part is free: of other assemblies, and of threads that nobody asked for.</summary>
public class FreestandingTests
{
    [Fact]
    public void It_references_the_framework_alone() => Assert.All(
        typeof(Pipe).Assembly.GetReferencedAssemblies(), assembly => Assert.Matches(@"^System\.", assembly.Name));

    [Fact]
    public void It_knows_nothing_that_could_start_a_thread()
    {
        using var file = new PEReader(File.OpenRead(typeof(Pipe).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToList();
        Assert.Contains("System.Threading.SemaphoreSlim", types); // else the search does not search
        Assert.DoesNotContain(types, type =>
            type is "System.Threading.Thread" or "System.Threading.ThreadPool" or "System.Threading.Timer" or "System.Threading.PeriodicTimer"
            || type.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_federation_has_no_pipes_of_its_own()
    {
        Assert.NotSame(typeof(Federation).Assembly, typeof(Pipe).Assembly);
        Assert.All(
            typeof(Federation).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(PipeEnd))),
            type => Assert.Fail($"{type} is an end of a pipe beside those of the freestanding part."));
    }
}
