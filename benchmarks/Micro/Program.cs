using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Rustrt.Federation.Micro;

// Started in the repository's root, it leaves its reports where everything that is built or measured goes.
BenchmarkSwitcher.FromAssembly(typeof(Subject).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "micro")));
