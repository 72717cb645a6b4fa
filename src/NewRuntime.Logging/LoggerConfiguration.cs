using Microsoft.Extensions.Logging.Configuration;
using Microsoft.Extensions.Options;

namespace Rustrt.Federation.Logging;

/// <summary>The options as the section Logging:Federation of the configuration has them.</summary>
internal sealed class LoggerConfiguration(ILoggerProviderConfiguration<FederationLoggerProvider> configuration) : IConfigureOptions<FederationLoggerOptions>
{
    public void Configure(FederationLoggerOptions options)
    {
        var settings = new Settings(configuration.Configuration, "Logging:Federation");
        options.Capacity = settings.Number(nameof(options.Capacity), options.Capacity);
        options.WhenFull = settings.OneOf(nameof(options.WhenFull), options.WhenFull);
        options.ExitLimit = settings.Time(nameof(options.ExitLimit), options.ExitLimit);
        options.IncludeScopes = settings.Flag(nameof(options.IncludeScopes), options.IncludeScopes);
        settings.RefuseOthersBut("LogLevel"); // the logging framework's own
    }
}
