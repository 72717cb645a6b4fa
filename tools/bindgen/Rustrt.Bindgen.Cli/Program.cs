using Rustrt.Bindgen.Cli;

return BindgenCommand.Run(args, Console.Out, Console.Error);
