// Counts the words of standard input: one thread reads lines, another counts. A signal ends it with what has been counted so far.
using System.Runtime.InteropServices;
using Rustrt.Federation.Pipes;

var (toCount, lines) = Pipe.Bounded<string>(64); // a fast reader waits for the counter
var (stop, stopped) = Pipe.OneShot<PosixSignal>();
toCount.Release(); // each belongs to the thread that uses it next
stop.Release();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
new Thread(Read) { IsBackground = true }.Start();

int words = 0, count = 0;
while (Pipe.Select(stopped, lines).Block().Index != 0)
{
    if (!lines.TryReceive(out var line)) // the reader has closed its end, and everything has been received
    {
        Console.WriteLine($"{words} words in {count} lines");
        return 0;
    }
    words += line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
    Console.WriteLine($"{++count}: {words}");
}
Console.WriteLine($"{words} words in {count} lines, then {stopped.ReceiveBlocking()}");
return 1;

void Read()
{
    using (toCount)
    {
        while (Console.ReadLine() is { } line) toCount.SendBlocking(line);
    }
}

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    if (!stop.IsClosed) stop.Send(context.Signal); // a second one says nothing new
}
