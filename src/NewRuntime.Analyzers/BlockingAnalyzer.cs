using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Rustrt.Federation.Analyzers;

/// <summary>
/// Finds calls that block in the methods of green tasks. What such a method calls is not looked into, and a lambda inside of it is
/// another function: it may be what <c>GreenTask.RunBlocking</c> is given.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.Blocks);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (FederationTypes.In(start.Compilation) is not { } types) return;
            start.RegisterOperationAction(call => AnalyzeCall(call, types), OperationKind.Invocation);
            start.RegisterOperationAction(property => AnalyzeProperty(property, types), OperationKind.PropertyReference);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, FederationTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (BlockingCalls.Advice(call.TargetMethod) is not { } advice || call.Arguments.Any(IsZero)) return;
        var task = call.Instance is IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter ? awaiter.Instance : call.Instance;
        Report(context, types, task, call.TargetMethod, advice);
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, FederationTypes types)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (BlockingCalls.IsResult(property.Property)) Report(context, types, property.Instance, property.Property, BlockingCalls.AwaitIt);
    }

    private static void Report(OperationAnalysisContext context, FederationTypes types, IOperation? task, ISymbol member, string advice)
    {
        var (function, body) = Functions.Around(context.Operation, context.ContainingSymbol);
        if (!types.IsGreen(function) || IsKnownToHaveEnded(task, context.Operation, body)) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.Blocks, context.Operation.Syntax.GetLocation(), $"{member.ContainingType.Name}.{member.Name}", advice));
    }

    // No time to wait: it only looks.
    private static bool IsZero(IArgumentOperation argument) =>
        argument.Value.ConstantValue is { HasValue: true, Value: 0 } || argument.Value is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } };

    // The method has awaited it before, alone or among others, or has asked whether it has ended.
    private static bool IsKnownToHaveEnded(IOperation? task, IOperation use, IOperation body) => Variable(task) is { } variable
        && body.Descendants().TakeWhile(before => before != use).Any(before => before switch
        {
            IAwaitOperation await => await.Descendants().Any(part => SymbolEqualityComparer.Default.Equals(Variable(part), variable)),
            IPropertyReferenceOperation asked =>
                asked.Property.Name.StartsWith("IsCompleted", StringComparison.Ordinal) && SymbolEqualityComparer.Default.Equals(Variable(asked.Instance), variable),
            _ => false,
        });

    private static ISymbol? Variable(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
