using Rustrt.Services;

bool check = args is [_, "--check"];
if (args.Length != (check ? 2 : 1))
{
    Console.Error.WriteLine("usage: rustrt-services PAGE [--check]");
    return 2;
}
string page = args[0];
string before = File.ReadAllText(page);
string after = GeneratedPart.Replace(page, before, ServiceTable.Write(MarkedMember.All()));
if (after == before) return 0;
if (!check)
{
    File.WriteAllText(page, after);
    Console.WriteLine($"{page} written");
    return 0;
}
Console.Error.WriteLine($"{page} is not what the marks of the services say: run ./migrate bindgen");
return 1;
