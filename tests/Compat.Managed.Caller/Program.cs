using Rustrt.Compat.Managed.Caller;

// Runs the case that the argument names, while another thread collects garbage all the time; ends with the run's status.
if (args.Length != 1 || !Cases.All.TryGetValue(args[0], out Case? chosen))
{
    Console.Error.WriteLine($"usage: Rustrt.Compat.Managed.Caller CASE; cases: {string.Join(", ", Cases.All.Keys)}");
    return 64;
}
using var collector = new Collector();
return chosen();
