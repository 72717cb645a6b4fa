namespace Rustrt.Migrate.Tests;

/// <summary>
/// Tests that start processes run one after the other: a process forked by one while another writes a script holds that
/// file open for writing for a moment, and running the script then fails with 'text file busy'.
/// </summary>
[CollectionDefinition(Name)]
public sealed class StartsProcesses
{
    public const string Name = "starts processes";
}
