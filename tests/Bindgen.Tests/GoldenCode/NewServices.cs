using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

// What the generated exports ask of the code beside them. The services remember who called.

internal static class NewServices
{
    public static readonly PlainService Plain = new();
    public static readonly RecordsService Records = new();
}

internal sealed unsafe class PlainService
{
    public nint LastCaller { get; private set; }

    public long small_add(sbyte a, ushort b, int c, byte negate, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return negate != 0 ? -(a + b + c) : a + b + c;
    }

    public small_color small_mix(small_color left, small_color right, small_task_block* caller) => left | right;

    public long small_visit(
        small_list* list, delegate* unmanaged[Cdecl]<long, void*, long> visitor, void* state, small_task_block* caller) =>
        visitor(list->items[0], state);

    public nuint small_length(byte* @string, _IO_FILE* log, small_task_block* caller) =>
        throw new InvalidOperationException("not measured");

    public long small_six(long a, long b, long c, long d, long e, long caller, small_task_block* caller_)
    {
        LastCaller = (nint)caller_;
        return a + b + c + d + e + caller;
    }

    public double small_floats(double a, float b, long c, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return a + b + c;
    }

    public small_opaque* small_open(small_task_block* caller) => (small_opaque*)caller;

    public void small_fill(small_named_by_typedef* @out, small_task_block* caller) =>
        throw new InvalidOperationException("not filled");
}

internal sealed unsafe class RecordsService
{
    public nint LastCaller { get; private set; }

    public small_pair small_swap(small_pair pair, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return new small_pair { first = (uint)pair.second, second = pair.first };
    }

    public small_mixed small_scale(small_mixed value, double by, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return new small_mixed { real = value.real * by, whole = (nint)(value.whole * by) };
    }

    public small_big small_grow(ulong a, ulong b, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return new small_big { a = a, b = b, c = a + b };
    }

    public double small_blend(small_shared value, long more, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return value.real + value.whole[0] + 10 * value.whole[1] + value.other + more;
    }

    public ushort small_port(sockaddr_in address, small_task_block* caller)
    {
        LastCaller = (nint)caller;
        return *((ushort*)&address + 1);
    }
}

internal static class Fatal
{
    public static List<string> Seen { get; } = [];

    public static void Unhandled(Exception exception, string symbol) => Seen.Add($"{symbol}: {exception.Message}");
}

/// <summary>What every export calls first; the backend's own asserts the stack invariants in checked builds.</summary>
internal static class UpcallChecks
{
    public static void Enter()
    {
    }
}
