using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rustrt.Compat.Interop;
using static Rustrt.Compat.Interop.NativeMethods;

namespace Rustrt.Compat.Managed.Caller;

/// <summary>The old API in a Generic Host, whose configuration says the switch.</summary>
internal static unsafe class HostedCases
{
    /// <summary>A task fails, and the logger is told what the runtime says, and what the host decided.</summary>
    public static int Hosted()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddProvider(new Lines()).AddFilter("Microsoft", LogLevel.None);
        builder.Services.AddRustrt();
        using IHost host = builder.Build();
        host.Start();
        int status = Old.Run(&HostedMain);
        host.StopAsync().GetAwaiter().GetResult();
        return status;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void HostedMain(void* ret, rust_opaque_box* env, void* arg) => ManagedTasks.Start(new_task(),
        static () => upcall_fail(Old.Text("too deep"), Old.Text("hosted.cs"), 1));

    /// <summary>Records as lines; the notice of the cost without its figure.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string line = formatter(state, exception);
            Old.Say($"log: {(line.StartsWith("task bodies in C#", StringComparison.Ordinal) ? "notice" : line)}");
        }

        public void Dispose()
        {
        }
    }
}
