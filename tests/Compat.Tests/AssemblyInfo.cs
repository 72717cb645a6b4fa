// Each test starts processes and waits for them, half of the time for one that must hang: one test alone leaves half of two cores idle.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
