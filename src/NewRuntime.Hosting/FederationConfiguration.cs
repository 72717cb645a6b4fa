using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Hosting;

/// <summary>The options as the section Federation of the host's configuration has them: those of the host, and what of the federation's is a
/// number or a time.</summary>
internal sealed class FederationConfiguration(IConfiguration? configuration = null) : IConfigureOptions<FederationHostOptions>
{
    private const string Section = "Federation";

    public void Configure(FederationHostOptions options)
    {
        if (configuration is null) return;
        var settings = new Settings(configuration.GetSection(Section), Section);
        options.Drain = settings.Time(nameof(options.Drain), options.Drain);
        options.Deadline = settings.Time(nameof(options.Deadline), options.Deadline);
        var given = options.Federation;
        options.Federation = given with
        {
            MainSchedulers = settings.Number(nameof(given.MainSchedulers), given.MainSchedulers),
            BlockingThreads = settings.Number(nameof(given.BlockingThreads), given.BlockingThreads),
            BlockingQueueLength = settings.Number(nameof(given.BlockingQueueLength), given.BlockingQueueLength),
            BlockingKeepAlive = settings.Time(nameof(given.BlockingKeepAlive), given.BlockingKeepAlive),
            StallAfter = settings.Time(nameof(given.StallAfter), given.StallAfter),
        };
        settings.RefuseOthersBut();
    }
}
