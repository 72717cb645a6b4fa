using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Hosting;

namespace Rustrt.Federation.Tests.Hosting;

/// <summary>Hosts with a federation of two schedulers and a log that remembers.</summary>
internal static class HostRun
{
    internal static IHost With(HostLog log, params Action<FederationHostOptions>[] configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log).AddFilter((category, _) => category!.StartsWith("Rustrt", StringComparison.Ordinal));
        builder.Services.AddFederation(options =>
        {
            options.Federation = options.Federation with { MainSchedulers = 2 };
            foreach (var change in configure) change(options);
        });
        return builder.Build();
    }
}
