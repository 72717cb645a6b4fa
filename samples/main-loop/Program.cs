// A program whose main thread has a loop of its own, here one over poll(2) that reads standard input. The federation lives on the
// same thread: the loop polls one descriptor more and gives the tasks a turn. Nothing needs a lock, and there is no other thread.
using System.Globalization;
using System.Runtime.InteropServices;
using Rustrt.Federation;
using Rustrt.Federation.Pipes;

var federation = new Federation(new FederationOptions { MainOnCallersThread = true, MainSchedulers = 1 });
var tasks = federation.DriveFromLoop();
var (lines, received) = Pipe.Stream<string>();
received.Release(); // from this thread to the task
federation.MainGroup.Spawn(Reminders.Run(received)).Detach();

using var input = Console.OpenStandardInput();
var pending = new MemoryStream();
var wait = TimeSpan.Zero;
while (!tasks.HasEnded)
{
    PollDescriptor[] watched = [new(lines.IsClosed ? -1 : 0), new(tasks.Descriptor)]; // poll passes over -1
    int limit = wait == Timeout.InfiniteTimeSpan ? -1 : (int)Math.Min(Math.Ceiling(wait.TotalMilliseconds), int.MaxValue);
    if (Native.Poll(watched, (nuint)watched.Length, limit) < 0 && Marshal.GetLastPInvokeError() != Native.Interrupted)
        throw new IOException($"poll: {Marshal.GetLastPInvokeErrorMessage()}");
    if (watched[0].Returned != 0) Read();
    wait = tasks.Turn();
}
return tasks.WaitForEnd();

void Read()
{
    var bytes = new byte[4096];
    int count = input.Read(bytes);
    if (count == 0) lines.Dispose(); // the task learns that there will be no more
    foreach (byte one in bytes.AsSpan(0, count))
    {
        if (one != '\n')
        {
            pending.WriteByte(one);
            continue;
        }
        lines.TrySend(System.Text.Encoding.UTF8.GetString(pending.ToArray()));
        pending.SetLength(0);
    }
}

internal static class Reminders
{
    /// <summary>A line "MILLISECONDS TEXT" is a task of its own, which says the text when its time has come.</summary>
    public static async GreenTask Run(Receiver<string> lines)
    {
        await foreach (var line in lines)
        {
            if (line.Split(' ', 2) is [var time, var text] && int.TryParse(time, CultureInfo.InvariantCulture, out int milliseconds) && milliseconds >= 0)
                GreenTask.Spawn(Remind(milliseconds, text)).Detach();
            else
                Console.Error.WriteLine($"'{line}' is not a reminder; one is 'MILLISECONDS TEXT'");
        }
    }

    private static async GreenTask Remind(int milliseconds, string text)
    {
        await GreenTask.Sleep(TimeSpan.FromMilliseconds(milliseconds));
        Console.WriteLine(text);
    }
}

/// <summary>struct pollfd, waiting for something to read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor(int descriptor)
{
    private readonly int _descriptor = descriptor;
    private readonly short _wanted = 1; // POLLIN

    public short Returned;
}

internal static class Native
{
    public const int Interrupted = 4; // EINTR

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static extern int Poll([In, Out] PollDescriptor[] descriptors, nuint count, int milliseconds);
}
