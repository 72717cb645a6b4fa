// Each test starts processes that use all cores; side by side they would only measure each other's patience.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
