namespace Rustrt.Migrate.Bench;

/// <summary>What <c>./migrate bench</c> measures.</summary>
internal enum BenchSuite
{
    /// <summary>The same native caller on the old library, the router and the new runtime.</summary>
    Switch,

    /// <summary>One workload of managed tasks on the new runtime, as one line for use beside other runtimes.</summary>
    Runtime,

    /// <summary>All those workloads on the new runtime and on what a user would pick instead.</summary>
    Peers,
}
