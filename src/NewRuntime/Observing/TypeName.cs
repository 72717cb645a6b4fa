namespace Rustrt.Federation;

/// <summary>Types as they are written in programs.</summary>
internal static class TypeName
{
    internal static string Of(Type type)
    {
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[]";
        string name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GenericTypeArguments.Select(Of))}>" : name;
    }
}
