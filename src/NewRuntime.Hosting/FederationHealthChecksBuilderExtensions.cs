using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rustrt.Federation;
using Rustrt.Federation.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the federation to the health checks of a host.</summary>
public static class FederationHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that fails when the federation is about to end, or a new task gets no turn in time.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="limit">What is in time; a second if not given.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="failureStatus">What a failure means; unhealthy if not given.</param>
    /// <param name="tags">Tags of the check.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddFederation(
        this IHealthChecksBuilder builder, TimeSpan? limit = null, string name = "federation", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, services => new FederationHealthCheck(services.GetRequiredService<Federation>(), limit ?? TimeSpan.FromSeconds(1)), failureStatus, tags));
    }
}
