using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Rustrt.Federation.Analyzers;

/// <summary>Which function code is in: a lambda, a local function, or the method.</summary>
internal static class Functions
{
    /// <summary>The innermost function around an operation, and its body.</summary>
    internal static (IMethodSymbol? Function, IOperation Body) Around(IOperation operation, ISymbol containing)
    {
        var body = operation;
        while (body.Parent is { } parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda: return (lambda.Symbol, lambda.Body);
                case ILocalFunctionOperation local: return (local.Symbol, parent);
            }
            body = parent;
        }
        return (containing as IMethodSymbol, body);
    }
}
