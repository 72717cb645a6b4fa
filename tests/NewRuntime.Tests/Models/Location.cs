using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Tests;

/// <summary>
/// A shared word or slot. A store that waits in a buffer cannot keep a reference to its target, so it keeps a way to find the
/// target again.
/// </summary>
internal abstract class Location(string name)
{
    public string Name { get; } = name;

    /// <summary>What the memory holds, as everybody sees it.</summary>
    public abstract object? Memory { get; set; }

    public static Location Of<T>(string name, Location<T>.Finder find) => new Location<T>(name, find);
}

/// <inheritdoc/>
internal sealed class Location<T>(string name, Location<T>.Finder find) : Location(name)
{
    /// <summary>Finds the word in the object that holds it.</summary>
    public delegate ref T Finder();

    public override object? Memory
    {
        get => find();
        set => find() = (T)value!;
    }

    public bool Is(ref T word) => Unsafe.AreSame(ref word, ref find());
}
