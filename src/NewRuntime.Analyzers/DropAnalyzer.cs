using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Rustrt.Federation.Analyzers;

/// <summary>Finds calls, waits and handles whose value is dropped: as a statement, or by an assignment to <c>_</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DropAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.Dropped, Rules.HandleDropped);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (FederationTypes.In(start.Compilation) is not { } types) return;
            start.RegisterOperationAction(statement => Analyze(statement, types), OperationKind.ExpressionStatement);
        });
    }

    private static void Analyze(OperationAnalysisContext context, FederationTypes types)
    {
        if (Dropped(((IExpressionStatementOperation)context.Operation).Operation) is not { } value) return;
        string name = value is IInvocationOperation call ? call.TargetMethod.Name : value.Syntax.ToString();
        var meaning = types.Of(value.Type);
        if (meaning == Meaning.None) return;
        context.ReportDiagnostic(meaning == Meaning.Handle
            ? Diagnostic.Create(Rules.HandleDropped, value.Syntax.GetLocation(), name)
            : Diagnostic.Create(Rules.Dropped, value.Syntax.GetLocation(), name, Advice(meaning, name, value.Type!.Name)));
    }

    // A statement that is no call is an assignment: the value is kept, except by a discard.
    private static IOperation? Dropped(IOperation statement) => statement switch
    {
        ISimpleAssignmentOperation { Target: IDiscardOperation } discard => Called(discard.Value),
        IInvocationOperation or IConditionalAccessOperation => Called(statement),
        _ => null,
    };

    private static IOperation Called(IOperation value) => value is IConditionalAccessOperation access ? Called(access.WhenNotNull) : value;

    private static string Advice(Meaning meaning, string name, string type) => (meaning, type) switch
    {
        (Meaning.Call, _) => $"the method never runs. Await it, or have it run as a task of its own: 'GreenTask.Spawn({name}(...))'.",
        (Meaning.BlockingCall, _) => "the call is never made. Await it.",
        (_, "SendAwaitable") => "if the pipe has no room, the value is lost. Await it; where nothing can be awaited, 'TrySend' says whether there was room.",
        _ => "nothing is waited for. Await it.",
    };
}
