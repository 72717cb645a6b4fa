namespace Rustrt.Federation;

/// <summary>The result of what has none.</summary>
internal readonly struct Nothing;
