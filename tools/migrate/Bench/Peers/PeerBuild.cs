using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>Whether a program could be built, and if not, what it needs.</summary>
/// <param name="Program">Its folder below benchmarks/peers.</param>
/// <param name="Missing">What is missing and the command to get it; null: it has been built.</param>
internal sealed record PeerState(string Program, string? Missing);

/// <summary>Builds the programs that are measured, each by its own script; one that lacks something is left out and named.</summary>
internal sealed class PeerBuild(RepositoryLayout layout, Screen screen)
{
    // What need.sh ends with.
    private const int SomethingIsMissing = 5;
    private const string WorkloadsProject = "benchmarks/Workloads/Workloads.csproj";

    /// <summary>The new runtime's program.</summary>
    public static string Workloads(RepositoryLayout layout) => layout.At("artifacts", "workloads", "workloads");

    /// <summary>The executable of a program.</summary>
    public static string Executable(RepositoryLayout layout, PeerProgram program) =>
        program.Role == PeerRole.Ours ? Workloads(layout) : layout.At("artifacts", "peers", program.Folder, "peer");

    /// <summary>Builds the new runtime's program.</summary>
    /// <exception cref="UserErrorException">It does not build.</exception>
    public async Task BuildWorkloads(CancellationToken stop)
    {
        Step step = new("bench-workloads", "the new runtime's workloads", async context =>
            await context.Run("dotnet", "build", WorkloadsProject, "-c", "Release", "-o", Path.GetDirectoryName(Workloads(layout))!, "-nologo", "-v", "quiet"));
        if (!await new StepRunner(layout, screen).RunAll([step], stop))
        {
            throw new UserErrorException(ExitCode.BuildFailed, "the workloads did not build.");
        }
    }

    /// <summary>Builds what can be built of some programs.</summary>
    /// <exception cref="UserErrorException">A program that lacks nothing does not build.</exception>
    public async Task<IReadOnlyList<PeerState>> BuildPeers(IEnumerable<PeerProgram> programs, CancellationToken stop)
    {
        List<PeerState> states = [];
        var folders = programs.Where(program => program.Role != PeerRole.Ours).Select(program => program.Folder).Distinct();
        IReadOnlyList<Step> steps = [.. folders.Select(folder => new Step("bench-peer-" + folder, $"peer {folder}", async context =>
        {
            var status = await context.Try("sh", layout.At("benchmarks", "peers", folder, "build.sh"), layout.At("artifacts", "peers", folder));
            if (status is not (0 or SomethingIsMissing))
            {
                throw new StepFailedException($"build.sh ended with exit status {status}");
            }
            PeerState state = new(folder, status == SomethingIsMissing ? context.LastLine : null);
            context.Summary = state.Missing is null ? null : "left out: " + state.Missing;
            states.Add(state);
        }))];
        if (!await new StepRunner(layout, screen).RunAll(steps, stop))
        {
            throw new UserErrorException(ExitCode.BuildFailed, "a peer did not build.");
        }
        return states;
    }
}
