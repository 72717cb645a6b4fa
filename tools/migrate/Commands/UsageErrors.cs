using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rustrt.Migrate.Commands;

/// <summary>What is wrong with a command line, in words that name the place and what would be valid.</summary>
internal static class UsageErrors
{
    /// <summary>One line for each mistake, and where there is help; nothing if there is no mistake.</summary>
    public static IReadOnlyList<string> Of(ParseResult arguments)
    {
        List<string> mistakes = [.. arguments.Errors.Select(Words).Distinct()];
        return mistakes.Count == 0 ? [] : [.. mistakes.Select(mistake => "migrate: " + mistake), $"'{Command(arguments.CommandResult)} --help' explains."];

        string Words(ParseError error) => error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing => $"{missing.Argument.HelpName ?? missing.Argument.Name} is missing: {missing.Argument.Description}",
            CommandResult { Command.Subcommands.Count: > 0 } at => NoVerb(at),
            _ => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), // lists come a line for each word
        };

        string NoVerb(CommandResult at)
        {
            var words = arguments.UnmatchedTokens.Count > 0 ? $"there is no '{arguments.UnmatchedTokens[0]}'" : "what is to be done is missing";
            return $"{words}; there {(at.Command.Subcommands.Count == 1 ? "is" : "are")} {string.Join(", ", at.Command.Subcommands.Select(verb => verb.Name))}";
        }
    }

    private static string Command(CommandResult command)
    {
        var names = new Stack<string>();
        for (var at = command; at.Parent is CommandResult parent; at = parent)
        {
            names.Push(at.Command.Name);
        }
        return string.Join(' ', names.Prepend("./migrate"));
    }
}
