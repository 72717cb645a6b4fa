using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Rustrt.Federation;
using Rustrt.Federation.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a federation to a host.</summary>
public static class FederationServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="Federation"/> that starts and stops with the host. There is one in a host: a second call is refused. Its options
    /// (<see cref="IOptions{T}"/> of <see cref="FederationHostOptions"/>) come from the section Federation of the configuration, then from
    /// <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public static IServiceCollection AddFederation(this IServiceCollection services, Action<FederationHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(service => service.ServiceType == typeof(FederationReports)))
            throw new InvalidOperationException("A host has one federation, and AddFederation has been called already. Make groups in that one: Federation.CreateGroup.");
        services.AddOptions();
        services.AddSingleton<IConfigureOptions<FederationHostOptions>, FederationConfiguration>();
        if (configure is not null) services.Configure(configure);
        services.AddSingleton<FederationReports>();
        services.TryAddSingleton(static provider => new Federation(
            provider.GetRequiredService<FederationReports>().Of(provider.GetRequiredService<IOptions<FederationHostOptions>>().Value.Federation)));
        services.AddSingleton<IHostedService, FederationHost>();
        return services;
    }
}
