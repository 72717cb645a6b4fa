using Microsoft.CodeAnalysis;

namespace Rustrt.Federation.Analyzers;

/// <summary>What a type of the library means to the rules.</summary>
internal enum Meaning
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A cold call of an async method.</summary>
    Call,

    /// <summary>A wait of a green task.</summary>
    Wait,

    /// <summary>A call that may block, which anybody may await.</summary>
    BlockingCall,

    /// <summary>The handle of a task.</summary>
    Handle,
}

/// <summary>The types of the library in a compilation.</summary>
internal sealed class FederationTypes
{
    /// <summary>By metadata name; a test holds that everything which can be awaited is here.</summary>
    internal static readonly IReadOnlyDictionary<string, Meaning> Meanings = new Dictionary<string, Meaning>
    {
        ["Rustrt.Federation.GreenTask"] = Meaning.Call,
        ["Rustrt.Federation.GreenTask`1"] = Meaning.Call,
        ["Rustrt.Federation.JoinHandle"] = Meaning.Handle,
        ["Rustrt.Federation.JoinHandle`1"] = Meaning.Handle,
        ["Rustrt.Federation.RunBlockingAwaitable"] = Meaning.BlockingCall,
        ["Rustrt.Federation.RunBlockingAwaitable`1"] = Meaning.BlockingCall,
        ["Rustrt.Federation.DescriptorAwaitable"] = Meaning.Wait,
        ["Rustrt.Federation.JoinWaitAwaitable"] = Meaning.Wait,
        ["Rustrt.Federation.SleepAwaitable"] = Meaning.Wait,
        ["Rustrt.Federation.TryAwaitable"] = Meaning.Wait,
        ["Rustrt.Federation.TryAwaitable`1"] = Meaning.Wait,
        ["Rustrt.Federation.YieldAwaitable"] = Meaning.Wait,
        ["Rustrt.Federation.LimitedAwaitable`2"] = Meaning.Wait,
        ["Rustrt.Federation.Pipes.PortSetAwaitable`1"] = Meaning.Wait,
        ["Rustrt.Federation.Pipes.ReceiveAwaitable`1"] = Meaning.Wait,
        ["Rustrt.Federation.Pipes.ReceiveEnumerator`1+MoveNextAwaitable"] = Meaning.Wait,
        ["Rustrt.Federation.Pipes.Selection"] = Meaning.Wait,
        ["Rustrt.Federation.Pipes.SendAwaitable`1"] = Meaning.Wait,
    };

    private readonly Dictionary<ISymbol, Meaning> _meanings = new(SymbolEqualityComparer.Default);

    private FederationTypes(Compilation compilation)
    {
        foreach (var pair in Meanings)
        {
            if (compilation.GetTypeByMetadataName(pair.Key) is { } type) _meanings.Add(type, pair.Value);
        }
    }

    /// <summary>Those of a compilation; null if it does not use the library.</summary>
    internal static FederationTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Rustrt.Federation.GreenTask") is null ? null : new FederationTypes(compilation);

    /// <summary>What a type means.</summary>
    internal Meaning Of(ITypeSymbol? type) =>
        type is not null && _meanings.TryGetValue(type.OriginalDefinition, out var meaning) ? meaning : Meaning.None;

    /// <summary>Whether a method is one of a green task.</summary>
    internal bool IsGreen(IMethodSymbol? method) => method is { IsAsync: true } && Of(method.ReturnType) == Meaning.Call;
}
