// Ends of pipes travel in messages: as the message, in a tuple, in a type that names them (ICarriesEnds). Whether a pipe can
// bring any is asked once, when it is made, of the type of its values; so for nearly all pipes a message costs a look at that,
// and where a value cannot hold a reference, nothing. Of a message whose type may be derived from, or is an interface, the
// type that it has is asked. Of what is in a tuple only the declared type is: other tuples must not be boxed for it.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>The ends of pipes in a message.</summary>
internal static class Carried
{
    /// <summary>Whether messages of a type may bring ends.</summary>
    internal static bool MayBeIn(Type message) => !message.IsSealed || IsDeclaredBy(message);

    /// <summary>The caller sends them. Either all are its own, or none is touched.</summary>
    internal static void Depart(object? message, PipeCore through)
    {
        ForEach(message, through, static (end, _) => end.Use());
        ForEach(message, through, static (end, through) => end.Depart(through));
    }

    /// <summary>The caller has received them, or sent them in vain.</summary>
    internal static void Arrive(object? message) => ForEach(message, 0, static (end, _) => end.Arrive());

    /// <summary>Nobody will receive them.</summary>
    internal static void CloseUnreceived(object? message) => ForEach(message, 0, static (end, _) => end.CloseUnreceived());

    /// <summary>The pipe that they are in is shared from now on.</summary>
    internal static void Share(object? message) => ForEach(message, 0, static (end, _) => end.Core.Share());

    private static bool IsDeclaredBy(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsAssignableTo(typeof(PipeEnd)) || type.IsAssignableTo(typeof(ICarriesEnds))
            || (type.IsAssignableTo(typeof(ITuple)) && type.GetGenericArguments().Any(IsDeclaredBy));
    }

    private static void ForEach<TState>(object? message, TState state, Action<PipeEnd, TState> action)
    {
        switch (message)
        {
            case PipeEnd end:
                action(end, state);
                break;
            case ITuple tuple:
                for (int i = 0; i < tuple.Length; i++) ForEach(tuple[i], state, action);
                break;
            case ICarriesEnds carrier:
                foreach (var end in carrier.Ends)
                {
                    if (end is not null) action(end, state);
                }
                break;
        }
    }
}
