using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Configuration;
using Microsoft.Extensions.Options;
using Rustrt.Federation.Logging;

namespace Microsoft.Extensions.Logging;

/// <summary>Adds the logger of a federation to those of a program.</summary>
public static class FederationLoggingBuilderExtensions
{
    /// <summary>
    /// Adds a <see cref="FederationLoggerProvider"/>. Its options come from the section Logging:Federation, if the program has a
    /// configuration, and from <paramref name="configure"/>. In a host with a federation (package Rustrt.Federation.Hosting) a task writes;
    /// elsewhere once <see cref="FederationLoggerProvider.StartLogger"/> has been called.
    /// </summary>
    /// <param name="builder">The logging of the program.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static ILoggingBuilder AddFederationLogger(this ILoggingBuilder builder, Action<FederationLoggerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddConfiguration();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<FederationLoggerOptions>, LoggerConfiguration>());
        if (configure is not null) builder.Services.Configure(configure);
        builder.Services.TryAddSingleton(services => new FederationLoggerProvider(services.GetRequiredService<IOptions<FederationLoggerOptions>>().Value));
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, FederationLoggerProvider>(
            static services => services.GetRequiredService<FederationLoggerProvider>()));
        return builder;
    }
}
