// A chat of actors. Each is a task with a mailbox: the room, which knows who is there, and the members. A supervisor keeps the
// members alive: one that crashes is started again and joins anew.
using Rustrt.Federation;
using Rustrt.Federation.Pipes;

return Federation.Run(Chat.Run());

internal abstract record Message;

internal sealed record Join(string Name, Sender<string> Mailbox) : Message, ICarriesEnds
{
    public IEnumerable<PipeEnd?> Ends => [Mailbox]; // they belong to whoever receives the message
}

internal sealed record Say(string Text) : Message;

internal sealed record Close : Message;

/// <summary>Where anybody can write to: each who wants to gets a sending end of his own.</summary>
internal sealed class Address<T>
{
    private readonly Lock _gate = new();
    private readonly SharedSender<T> _sender;

    public Address(SharedSender<T> sender)
    {
        _sender = sender;
        sender.Release();
    }

    public SharedSender<T> Open()
    {
        lock (_gate)
        {
            var mine = _sender.Clone(); // the caller owns both now
            _sender.Release();
            return mine;
        }
    }
}

internal static class Chat
{
    private static readonly string[] s_names = ["ann", "bob", "cat"];

    public static async GreenTask Run()
    {
        var (toRoom, inbox) = Pipe.Shared<Message>();
        var (news, joined) = Pipe.Stream<string>();
        GreenTask.Spawn(Room(inbox, news), new SpawnOptions { Name = "room", Failure = FailurePolicy.Linked }, inbox, news).Detach();

        var room = new Address<Message>(toRoom);
        var children = s_names.Select(name => new ChildSpec(name, () => Member(name, room)) { Restart = RestartMode.Transient });
        var members = GreenTask.Spawn(Supervisor.Run(new SupervisorOptions(), [.. children]), new SpawnOptions { Name = "members" });

        using var me = room.Open();
        foreach (var _ in s_names) Console.WriteLine($"{(await joined.Receive()).OrThrow()} joins");
        await me.Send(new Say("ann: hello"));
        await me.Send(new Say("bob: crash, ann"));
        Console.WriteLine($"{(await joined.Receive()).OrThrow()} is back");
        await me.Send(new Say("ann: where was I?"));
        await me.Send(new Close());
        await members; // they end with their mailboxes, and their supervisor with them
    }

    private static async GreenTask Room(Receiver<Message> inbox, Sender<string> news)
    {
        var members = new Dictionary<string, Sender<string>>();
        await foreach (var message in inbox)
        {
            switch (message)
            {
                case Join join:
                    if (members.TryGetValue(join.Name, out var former)) former.Dispose();
                    members[join.Name] = join.Mailbox;
                    await news.Send(join.Name);
                    break;
                case Say say:
                    foreach (var mailbox in members.Values) mailbox.TrySend(say.Text); // false: that one has just crashed
                    break;
                case Close:
                    foreach (var mailbox in members.Values) mailbox.Dispose();
                    return;
            }
        }
    }

    private static async GreenTask Member(string name, Address<Message> address)
    {
        var (mailbox, mine) = Pipe.Stream<string>();
        using var room = address.Open();
        (await room.Send(new Join(name, mailbox))).OrThrow();
        await foreach (var text in mine)
        {
            if (text.EndsWith($"crash, {name}", StringComparison.Ordinal)) throw new InvalidOperationException($"{name} was told to");
            Console.WriteLine($"[{name}] {text}");
        }
    }
}
