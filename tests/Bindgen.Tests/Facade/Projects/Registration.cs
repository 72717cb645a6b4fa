// What the team that moves the library adds beside the generated code: callers find it registered.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Zlib.Backend;

namespace Zlib;

internal static class Registration
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Callers that stay as they are must find it registered.")]
    internal static void Register()
    {
        string? what = Environment.GetEnvironmentVariable("TEST_REGISTER");
        if (what != "nothing")
        {
            ZlibServices.Use(NewServices.Checksums);
        }
        if (what == "everything")
        {
            // Not moved yet, but it stands for a service that is: the switch cannot tell.
            ZlibServices.Use(new LegacyStreams());
        }
    }
}
