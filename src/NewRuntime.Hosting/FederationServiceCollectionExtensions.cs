using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Rustrt.Federation;
using Rustrt.Federation.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a federation to a host.</summary>
public static class FederationServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="Federation"/> that starts and stops with the host. There is one in a host: a second call is refused.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public static IServiceCollection AddFederation(this IServiceCollection services, Action<FederationHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(FederationHostOptions)))
            throw new InvalidOperationException("A host has one federation, and AddFederation has been called already. Make groups in that one: Federation.CreateGroup.");
        var options = new FederationHostOptions();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.TryAddSingleton(_ => new Federation(options.Federation));
        services.AddSingleton<IHostedService, FederationHost>();
        return services;
    }
}
