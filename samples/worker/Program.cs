// A worker in the Generic Host: each line of standard input is an order. Asked to stop (SIGTERM, Ctrl+C), it takes no more, finishes
// what it has begun, and says how much it has done.
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rustrt.Federation.Pipes;

var (toTake, orders) = Pipe.Bounded<string>(8); // standard input waits while the worker has enough to do
toTake.Release(); // each belongs to whoever uses it next
orders.Release();

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders().AddFederationLogger();
builder.Services.AddSingleton<Worker>();
builder.Services.AddFederation(options => options.Main = services => services.GetRequiredService<Worker>().Take(orders));
using var host = builder.Build();
new Thread(Read) { IsBackground = true }.Start();
await host.RunAsync();

void Read()
{
    using (toTake)
    {
        while (Console.ReadLine() is { } line) toTake.SendBlocking(line);
    }
}
