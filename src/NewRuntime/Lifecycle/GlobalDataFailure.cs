namespace Rustrt.Federation;

/// <summary>A value of <see cref="GlobalData"/> whose disposal has failed.</summary>
/// <param name="Type">The type of the value.</param>
/// <param name="Exception">What its disposal threw.</param>
public sealed record GlobalDataFailure(Type Type, Exception Exception)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"the global {Type.Name} could not be disposed of: {Exception.GetType().Name}: {Exception.Message}";
}
