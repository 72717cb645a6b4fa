// Calls a library through its bindings, or compares the layouts: the first word says which. Throws at what is wrong.
switch (args[0])
{
    case "layouts":
        Expect.Layouts(args[1]);
        break;
    case "Zlib":
        ZlibCalls.Run();
        break;
    case "Sqlite":
        SqliteCalls.Run();
        break;
    case "Uv":
        UvCalls.Run();
        break;
    case "Lua":
        LuaCalls.Run();
        break;
    case "Curl":
        CurlCalls.Run();
        break;
    case "Png":
        PngCalls.Run();
        break;
    case "Clang":
        ClangCalls.Run();
        break;
    case "Kinds":
        KindsCalls.Run();
        break;
    default:
        throw new ArgumentException($"{args[0]} is none of the libraries");
}
Console.WriteLine("done");
