using System.Threading.Channels;

namespace Rustrt.Federation.Micro;

/// <summary>Channels as a user who cares for speed makes them.</summary>
internal static class Bounded
{
    /// <summary>A bounded channel of one reader.</summary>
    public static Channel<T> Channel<T>(int capacity, bool oneWriter = true) => System.Threading.Channels.Channel.CreateBounded<T>(
        new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = oneWriter });
}
