using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rustrt.Federation.Hosting;

/// <summary>Whether the federation serves: nobody has asked it to end, and a new task gets a turn in time.</summary>
internal sealed class FederationHealthCheck(Federation federation, TimeSpan limit) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var phase = federation.Phase;
        if (phase != FederationPhase.Open) return Bad($"The federation is in phase {phase}.");
        try
        {
            await federation.MainGroup.Spawn(HaveATurn(), new SpawnOptions { Name = "health check" }).AsTask().WaitAsync(limit, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return Bad($"No task had a turn within {limit}.");
        }
        catch (InvalidOperationException) // a shutdown has begun meanwhile
        {
            return Bad($"The federation is in phase {federation.Phase}.");
        }

        HealthCheckResult Bad(string why) => new(context.Registration.FailureStatus, why);
    }

    private static async GreenTask HaveATurn() => await GreenTask.Yield();
}
