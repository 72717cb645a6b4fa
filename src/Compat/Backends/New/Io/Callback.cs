namespace Rustrt.Compat.Backends.New;

/// <summary>A callback of the caller's that is to be made now: the router makes it, on the caller's stack. At most five words;
/// a buffer by value is two of them.</summary>
internal readonly record struct Callback(nint Function, nint First, nint Second = 0, nint Third = 0, nint Fourth = 0);
