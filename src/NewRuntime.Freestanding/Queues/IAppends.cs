namespace Rustrt.Federation;

/// <summary>A list that things can be put at the end of. For structs as type arguments: the call is then an ordinary one.</summary>
internal interface IAppends<in T>
{
    void Append(T item);
}
