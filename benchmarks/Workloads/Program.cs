using Rustrt.Federation.Workloads.Running;

return WorkloadCommand.Run(args, Console.Out, Console.Error);
