using Rustrt.Compat.Host;

// The program is a shared library, since this process has its main already: NAME_main(argc, argv) of libNAME.so. It asks
// for librustrt.so by that name and gets the router that is loaded by then.

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: Rustrt.Compat.Host ROUTER PROGRAM [ARGUMENTS]; ROUTER: path of the router's librustrt.so, PROGRAM: path of a libNAME.so with int NAME_main(int, char **)");
    return ExitCodes.Usage;
}

try
{
    HostedRouter.Load(args[0]);
    return new NativeProgram(args[1]).Run(args[2..]);
}
catch (HostException error)
{
    Console.Error.WriteLine($"Rustrt.Compat.Host: {error.Message}");
    return ExitCodes.CannotRun;
}
