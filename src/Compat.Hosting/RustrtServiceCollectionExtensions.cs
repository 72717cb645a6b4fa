using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;
using Rustrt.Compat.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the old API to a host.</summary>
public static class RustrtServiceCollectionExtensions
{
    /// <summary>
    /// Has the host say which backend serves what: its options (<see cref="RustrtOptions"/>) come from the section Rustrt of the
    /// configuration, then from <paramref name="configure"/>. Decided when the host starts, before its services do.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidOperationException">It has been called already: a process has one switch.</exception>
    public static IServiceCollection AddRustrt(this IServiceCollection services, Action<RustrtOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(RustrtHost)))
            throw new InvalidOperationException("AddRustrt has been called already, and a process has one switch: change the options in one call.");
        services.AddOptions();
        services.AddSingleton<IConfigureOptions<RustrtOptions>, RustrtConfiguration>();
        if (configure is not null) services.Configure(configure);
        services.AddSingleton(static provider => new RustrtHost(
            provider.GetRequiredService<IOptions<RustrtOptions>>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetService<IFeatureManager>()));
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<RustrtHost>());
        return services;
    }
}
