using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Rustrt.Federation.Analyzers;

/// <summary>Finds awaits of what only green tasks can wait for in async methods of other kinds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AwaitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.AwaitedElsewhere);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (FederationTypes.In(start.Compilation) is not { } types) return;
            start.RegisterOperationAction(await => Check(await, types, ((IAwaitOperation)await.Operation).Operation, null), OperationKind.Await);
            start.RegisterOperationAction(
                loop =>
                {
                    if (loop.Operation is IForEachLoopOperation { IsAsynchronous: true } values) Check(loop, types, values.Collection, NextOf(values));
                },
                OperationKind.Loop);
        });
    }

    private static ITypeSymbol? NextOf(IForEachLoopOperation loop) =>
        loop.SemanticModel.GetForEachStatementInfo((CommonForEachStatementSyntax)loop.Syntax).MoveNextMethod?.ReturnType;

    private static void Check(OperationAnalysisContext context, FederationTypes types, IOperation awaited, ITypeSymbol? next)
    {
        var meaning = types.Of(next ?? awaited.Type);
        if (meaning is Meaning.None or Meaning.BlockingCall) return;
        var (function, _) = Functions.Around(context.Operation, context.ContainingSymbol);
        if (types.IsGreen(function)) return;
        string returned = function?.ReturnType.ToMinimalDisplayString(context.Operation.SemanticModel!, context.Operation.Syntax.SpanStart) ?? "something else";
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.AwaitedElsewhere, awaited.Syntax.GetLocation(), awaited.Syntax.ToString(), returned, Advice(meaning, next is not null)));
    }

    private static string Advice(Meaning meaning, bool isLoop) => meaning switch
    {
        Meaning.Handle => "return GreenTask, or await 'AsTask()'.",
        Meaning.Call => "return GreenTask; from outside, spawn it ('SchedulerGroup.Spawn') and await the handle's 'AsTask()', or start with 'Federation.Run'.",
        _ => isLoop ? "return GreenTask, or enumerate 'ToAsyncEnumerable(group)'." : "return GreenTask.",
    };
}
